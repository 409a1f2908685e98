import { mailFault } from './mail-fault.ts'
import { connect } from './mailer.ts'
import { readSmtpUrl } from './smtp-url.ts'

/** Can the server an SMTP_URL names be reached, and does it take our name and password? Null when so, otherwise what it said. Sends nothing. */
export async function checkMailServer(smtpUrl: string, baseUrl: string, limit = 10_000): Promise<string | null> {
  const transporter = await connect(readSmtpUrl(smtpUrl, baseUrl))
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`no answer within ${limit / 1000} seconds`), limit)
  })
  const verified = transporter.verify().then(
    () => null,
    (error: Error) => mailFault(error).message,
  )
  try {
    return await Promise.race([verified, late])
  } finally {
    clearTimeout(timer)
    ;(transporter as { close(options?: { force: boolean }): void }).close({ force: true })
  }
}

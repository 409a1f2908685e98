import type { Transporter } from 'nodemailer'
import type { Mailer, OutgoingLetter } from '#house.ts'
import { MailFault, mailFault } from './mail-fault.ts'
import { readSmtpUrl, type SmtpServer } from './smtp-url.ts'

/** Milliseconds. A whole letter may take two minutes, however slowly a server trickles its answers: well within the lease of ten. */
const waits = { connectionTimeout: 10_000, dnsTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }
const wholeLetter = 120_000

/** How long a connection is kept for the next letter. */
const idleTimeout = 5_000

/**
 * Hands letters to the server an SMTP_URL names, one at a time, over one connection while there are many. Nodemailer is loaded by the first letter.
 * Refuses with a MailFault: what the server said.
 */
export function openMailer(smtpUrl: string, baseUrl: string, limit = wholeLetter): Mailer {
  const server = readSmtpUrl(smtpUrl, baseUrl)
  let transporter: Transporter | null = null
  let closed = false

  return {
    async send(letter) {
      transporter ??= await connect(server)
      if (closed) throw new MailFault('server', 'closing')
      try {
        await transporter.sendMail({ ...toMessage(letter, server), signal: AbortSignal.timeout(limit) })
      } catch (error) {
        throw mailFault(error as Error)
      }
    },
    close() {
      closed = true
      ;(transporter as { close(options?: { force: boolean }): void } | null)?.close({ force: true })
    },
  }
}

export async function connect({ host, port, secure, requireTLS, ignoreTLS, auth }: SmtpServer): Promise<Transporter> {
  const { createTransport } = await import('nodemailer')
  const pool = { pool: true, maxConnections: 1, maxMessages: 100, maxRequeues: 1, idleTimeout }
  const nothingElse = { disableFileAccess: true, disableUrlAccess: true }
  const login = auth ? { auth } : {}
  return createTransport({ host, port, secure, requireTLS, ignoreTLS, ...login, ...waits, ...pool, ...nothingElse })
}

/** The envelope is given, so that nothing in a header can name another recipient. Both headers keep machines from answering (RFC 3834). */
const toMessage = (letter: OutgoingLetter, { from }: SmtpServer) => ({
  envelope: { from, to: [letter.to.address] },
  from: { name: 'Trygt Natteliv', address: from },
  to: { name: letter.to.name ?? '', address: letter.to.address },
  subject: letter.subject,
  text: letter.text,
  html: letter.html,
  messageId: `<${letter.messageId}>`,
  xMailer: false as const,
  headers: {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'Content-Language': letter.language,
  },
})

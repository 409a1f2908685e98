import { createHash } from 'node:crypto'
import { record } from '#audit/record.ts'
import { instantOf } from '#base/dates.ts'
import { inWork, type Work } from '#db/work.ts'
import type { House, Mailer } from '#house.ts'
import { clockwork } from '#policy.ts'
import { type ClaimedLetter, leaseLetter, markGivenUp, markSent, markTried, nextDue } from './letter-store.ts'
import { MailFault } from './mail-fault.ts'
import { isStale, isTooOld, later, lease, nextTry } from './patience.ts'

type Sending = Pick<House, 'db' | 'clock' | 'newId' | 'chance' | 'config' | 'mailer'>

/**
 * Sends what is due, the oldest first, until nothing is, the mail server does not answer, or it is told to stop. Says how many letters went.
 * Two of it at once, also in two processes, never send the same letter while its lease lasts.
 */
export async function sendLetters(house: Sending, stopping?: AbortSignal): Promise<number> {
  if (!house.mailer) return 0
  let sent = 0
  for (;;) {
    if (stopping?.aborted) return sent
    const due = await nextDue(house.db, instantOf(house.clock()))
    if (due === null) return sent
    const letter = await inWork(house, clockwork, (work) => leaseLetter(work, due, later(work.now, lease)))
    if (!letter) continue
    const stale = isStale(letter, house.clock())
    const fault = stale ? forNothing : await hand(house.mailer, letter, house.config.baseUrl)
    await inWork(house, clockwork, (work) => note(work, letter, { fault, chance: house.chance }))
    if (fault === null) sent++
    if (fault?.of === 'server') return sent
  }
}

/** Nobody was asked: it waited too long. */
const forNothing = new MailFault('address', '')

/** Outside any transaction: a slow mail server must never hold the database. */
async function hand(mailer: Mailer, letter: ClaimedLetter, baseUrl: string): Promise<MailFault | null> {
  const { to, subject, text, html, language } = letter
  try {
    await mailer.send({ to, subject, text, html, language, messageId: messageIdOf(letter.once, baseUrl) })
    return null
  } catch (error) {
    return error instanceof MailFault ? error : new MailFault('letter', String((error as Error)?.message ?? error))
  }
}

/** The same at every try. A hash, so that it tells nothing to the machines on the way. */
const messageIdOf = (once: string, baseUrl: string) =>
  `${createHash('sha256').update(once).digest('hex').slice(0, 32)}@${new URL(baseUrl).hostname}`

async function note(
  work: Work,
  letter: ClaimedLetter,
  { fault, chance }: { fault: MailFault | null; chance: House['chance'] },
): Promise<void> {
  const concerns = letter.personId === null ? {} : { personId: letter.personId }
  if (fault === null) {
    await markSent(work, letter)
    return record(work, 'letter.sent', letter.id, concerns, { kind: letter.kind })
  }
  if (fault.of !== 'address' && !isTooOld(letter, work.now))
    return markTried(work, letter, { fault: fault.message, nextTryAt: nextTry(work.now, letter.tries + 1, chance) })
  await markGivenUp(work, letter, { fault: fault.message, dead: letter.kind === 'reset' })
  return record(work, 'letter.given-up', letter.id, concerns, { kind: letter.kind })
}

import { hash, hashRaw, verify } from '@node-rs/argon2'
import { Refusal } from '#base/refusal.ts'

/** Argon2id as OWASP's password storage cheat sheet has it: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const
const atOnce = 2
const mostWaiting = 50

/** Of a password nobody has: whoever is unknown is answered after the same work as whoever is known. */
const nobodys = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$${'bm9ib2R5J3Mgc2FsdA'}$${'A'.repeat(43)}`

/** A password's PHC string. Never inside a transaction: it takes some 20 ms. Refuses: busy when too many wait. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password.normalize('NFC'), cost))

/** Is it the password of this PHC string? Takes as long without one: `null`, or what is no hash, is nobody's. Refuses: busy. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const known = passwordHash?.startsWith('$argon2id$') ? passwordHash : null
  const right = await inTurn(() => verify(known ?? nobodys, password.normalize('NFC')))
  return right && known !== null
}

/** The hash of a short secret with a salt that is given, in hex: for secrets of which several share one salt. Refuses: busy. */
export const hashWithSalt = async (secret: string, salt: string): Promise<string> =>
  (await inTurn(() => hashRaw(secret, { ...cost, salt: Buffer.from(salt) }))).toString('hex')

let running = 0
const waiting: (() => void)[] = []

/** Two at once on two cores, 40 MB at the most; a flood is turned away rather than queued for minutes. */
async function inTurn<T>(task: () => Promise<T>): Promise<T> {
  if (running < atOnce) running++
  else if (waiting.length >= mostWaiting) throw new Refusal('busy', 'too many passwords at once')
  else await new Promise<void>((start) => waiting.push(start))
  try {
    return await task()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

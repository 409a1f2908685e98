import { randomBytes } from 'node:crypto'

const digits = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * A sortable id: 10 characters of time in milliseconds, 16 of chance (80 bits), lower-case Crockford base 32. Within a millisecond each is one
 * more than the one before, so that what is written down together is found again in its order.
 */
export function newId(): string {
  const now = Date.now()
  last = { now, chance: now === last.now ? oneMore(last.chance) : chancePart(16) }
  return timePart(now) + last.chance
}

let last = { now: 0, chance: '' }

function oneMore(text: string): string {
  const full = /z*$/.exec(text)?.[0].length ?? 0
  const place = text.length - full - 1
  if (place < 0) return chancePart(text.length)
  const next = digits[digits.indexOf(text[place] as string) + 1]
  return text.slice(0, place) + next + '0'.repeat(full)
}

/** A secret for a link: 32 characters, 160 bits, safe in an address. */
export const newToken = () => chancePart(32)

/** A secret for a link that opens something for weeks to whoever has it: 52 characters, 260 bits. */
export const newLongToken = () => chancePart(52)

/** The part of a certificate's number nobody can guess: 25 characters, 125 bits. */
export const newNumberPart = () => chancePart(25)

function timePart(milliseconds: number): string {
  let text = ''
  for (let rest = milliseconds; text.length < 10; rest = Math.floor(rest / 32)) text = digits[rest % 32] + text
  return text
}

function chancePart(length: number): string {
  let text = ''
  for (const byte of takeBytes(length)) text += digits[byte % 32]
  return text
}

/** Asking the system for chance costs more than making an id, so it is asked for many at a time; each byte is used once. */
let pool = randomBytes(0)

function takeBytes(length: number): Buffer {
  if (pool.length < length) pool = randomBytes(4096)
  const taken = pool.subarray(0, length)
  pool = pool.subarray(length)
  return taken
}

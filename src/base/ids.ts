import { randomBytes } from 'node:crypto'

const digits = '0123456789abcdefghjkmnpqrstvwxyz'

/** A sortable id: 10 characters of time in milliseconds, 16 of chance (80 bits), lower-case Crockford base 32. */
export function newId(): string {
  return timePart(Date.now()) + chancePart(16)
}

/** A secret for a link: 32 characters, 160 bits, safe in an address. */
export const newToken = () => chancePart(32)

function timePart(milliseconds: number): string {
  let text = ''
  for (let rest = milliseconds; text.length < 10; rest = Math.floor(rest / 32)) text = digits[rest % 32] + text
  return text
}

function chancePart(length: number): string {
  return Array.from(randomBytes(length), (byte) => digits[byte % 32]).join('')
}

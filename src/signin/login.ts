import { mailAddressOf } from '#mail/address.ts'

/** The longest login that is read. */
export const longestLogin = 200

/**
 * A login as it is kept: an e-mail address in lower case, or a mobile number with its country: `+4512345678`. Danish numbers may come
 * without one. Null when it is neither, also for an address that no letter could go to, or with signs that nobody sees.
 */
export function loginOf(typed: string): string | null {
  const text = typed.normalize('NFKC').trim()
  if (text.length > longestLogin) return null
  return text.includes('@') ? mailAddressOf(text.toLowerCase()) : numberOf(text)
}

/** E.164: a country and a number, 15 digits at the most. Danish numbers have eight digits and do not begin with 0 or 1. */
function numberOf(text: string): string | null {
  if (!/^(\+|00)?[\d\s.()/-]+$/.test(text)) return null
  const digits = text.replaceAll(/\D/g, '')
  const foreign = text.startsWith('+') ? digits : digits.startsWith('00') ? digits.slice(2) : null
  const whole = foreign ?? `45${digits}`
  if (whole.startsWith('45')) return /^45[2-9]\d{7}$/.test(whole) ? `+${whole}` : null
  return /^[1-9]\d{7,14}$/.test(whole) ? `+${whole}` : null
}

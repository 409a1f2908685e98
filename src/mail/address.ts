import { tidyName } from '#base/text.ts'

const longestAddress = 254
const longestLine = 200

/**
 * An e-mail address as a mail server may be told it, or null: one address and nothing that could begin another, a name or a header
 * (RFC 5321 4.1.2 without quoted names, which nobody has). A mobile number is not one.
 */
export function mailAddressOf(text: string | null): string | null {
  const address = text?.trim() ?? ''
  if (address.length > longestAddress) return null
  return /^[^\s\p{C}@<>()[\]\\,;:"]+@[^\s\p{C}@<>()[\]\\,;:"]+\.[\p{L}\d-]{2,}$/u.test(address) ? address : null
}

/** Text as it may stand in a header: one line, nothing unseen, not endless. */
export function headerLine(text: string): string {
  const line = tidyName(text)
  return line.length > longestLine ? `${line.slice(0, longestLine).replace(/[\uD800-\uDBFF]$/, '')}…` : line
}

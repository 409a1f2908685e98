/** What a logo may be; anything else is refused, whatever it is called. */
export type LogoType = 'png' | 'jpeg'

export const largestLogo = 2 * 1024 * 1024
export const mostPixels = 20_000_000

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const pngEnd = Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82])
const jpegStart = Buffer.from([0xff, 0xd8, 0xff])
const jpegEnd = Buffer.from([0xff, 0xd9])

/**
 * What the bytes are by their first and last ones (PNG 3rd edition, 5.2 and 11.2.5; ITU-T T.81, B.1.1.3), or null: something hung on behind
 * a picture makes it two files in one, and it is refused.
 */
export function logoTypeOf(bytes: Buffer): LogoType | null {
  if (startsWith(bytes, pngStart)) return endsWith(bytes, pngEnd) ? 'png' : null
  if (startsWith(bytes, jpegStart)) return endsWith(bytes, jpegEnd) ? 'jpeg' : null
  return null
}

const startsWith = (bytes: Buffer, start: Buffer) => bytes.subarray(0, start.length).equals(start)
const endsWith = (bytes: Buffer, end: Buffer) => bytes.length > end.length && bytes.subarray(-end.length).equals(end)

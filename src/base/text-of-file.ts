/**
 * The text of a file that somebody else's program wrote: UTF-8, UTF-16 as "Unicode text" is saved, and otherwise the old encoding of Windows, which Excel still
 * writes as CSV.
 */
export function textOfFile(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

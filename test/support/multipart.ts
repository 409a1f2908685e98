const boundary = '----trygt-natteliv'

/** A part of a form: a field, or a file with its name and bytes. */
export type Part = { name: string; text: string } | { name: string; file: string; type?: string; bytes: Uint8Array }

/** The body of a form with files, as a browser sends it, and its headers. */
export function multipart(parts: readonly Part[]): { payload: Buffer; headers: Record<string, string> } {
  const payload = Buffer.concat([
    ...parts.flatMap((part) => [Buffer.from(headOf(part)), contentOf(part), Buffer.from('\r\n')]),
    Buffer.from(`--${boundary}--\r\n`),
  ])
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}

function headOf(part: Part): string {
  const file = 'file' in part ? `; filename="${part.file}"\r\nContent-Type: ${part.type ?? 'image/png'}` : ''
  return `--${boundary}\r\nContent-Disposition: form-data; name="${part.name}"${file}\r\n\r\n`
}

const contentOf = (part: Part) => ('file' in part ? part.bytes : Buffer.from(part.text))

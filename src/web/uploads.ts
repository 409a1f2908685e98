import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '#base/refusal.ts'

/** A form with a file, read whole. A file field that was left empty gives no file. */
export interface Upload {
  fields: Record<string, string>
  file: UploadedFile | null
}

export interface UploadedFile {
  /** What the sender calls it: to be shown, never used as a path. */
  name: string
  bytes: Buffer
}

/** What is usual beside the file: `bytes` of all fields together, none of them longer than `longest`. */
const usualRoom = { fields: 20, longest: 64 * 1024, bytes: 20 * 64 * 1024 }
const roomForHeaders = 64 * 1024
/** What is too large is read to its end all the same, up to here: a browser shows an answer only once it has sent everything. */
const mostDrained = 32 * 1024 * 1024

/**
 * Lets the routes of one plugin take forms with a file; everywhere else they are refused with 415. The body waits unread until a route behind
 * its door calls `readUpload`.
 */
export function takeUploads(app: FastifyInstance): void {
  app.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null, undefined))
}

/** Is this a form as those with a file are sent? */
export const isUpload = ({ headers }: FastifyRequest): boolean =>
  /^multipart\/form-data/i.test(headers['content-type'] ?? '')

interface Limits {
  file: string
  largest: number
  /** For a form with more or longer fields than usual. */
  room?: { fields: number; longest: number; bytes: number }
}

/**
 * Reads a form with at most one file, in the field `file`, of at most `largest` bytes; a plain form gives its fields and no file. Refuses:
 * too-large (413) for a file, field or form over its limit; 400 for a malformed body, a second file, one in another field, a field sent twice.
 */
export async function readUpload(request: FastifyRequest, of: Limits): Promise<Upload> {
  const type = request.headers['content-type'] ?? ''
  if (!isUpload(request)) return { fields: onlyTexts(request.body), file: null }
  const { room = usualRoom } = of
  const headers = Math.max(roomForHeaders, room.fields * 200)
  const body = await readWhole(request.raw, of.largest + room.bytes + headers)
  return parse(body, type, { ...of, room })
}

function onlyTexts(body: unknown): Record<string, string> {
  const fields = Object.entries((body ?? {}) as Record<string, unknown>)
  if (fields.some(([, value]) => typeof value !== 'string')) throw malformed('a field sent twice')
  return asFields(fields as [string, string][])
}

const asFields = (entries: Iterable<[string, string]>): Record<string, string> =>
  Object.assign(Object.create(null), Object.fromEntries(entries))

const malformed = (why: string) => Object.assign(new Error(`not a form with a file: ${why}`), { statusCode: 400 })
const tooLarge = (what: string) => new Refusal('too-large', what)

async function readWhole(stream: FastifyRequest['raw'], largest: number): Promise<Buffer> {
  if (Number(stream.headers['content-length'] ?? 0) > mostDrained) throw tooLarge('a form far over its limit')
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size <= largest) chunks.push(chunk)
      else chunks.length = 0
      if (size > mostDrained) break
    }
  } catch {
    throw malformed('it broke off')
  }
  if (size > largest) throw tooLarge('a form with a file')
  return Buffer.concat(chunks)
}

async function parse(body: Buffer, type: string, of: Required<Limits>): Promise<Upload> {
  const { Busboy } = await import('@fastify/busboy')
  return new Promise<Upload>((resolve, reject) => {
    const fields = new Map<string, string>()
    let file: UploadedFile | null = null
    const give = () => resolve({ fields: asFields(fields), file })
    const { fields: most, longest } = of.room
    const limits = { fields: most, fieldSize: longest, files: 1, fileSize: of.largest + 1, headerPairs: 20 }
    const reader = open(() => new Busboy({ headers: { 'content-type': type }, limits }))
    reader
      .on('field', (name, value, _cut, truncated) => {
        if (truncated) reject(tooLarge('a field'))
        if (name === undefined || fields.has(name)) reject(malformed('a field without a name, or sent twice'))
        fields.set(name, value)
      })
      .on('file', (field, stream, name) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('error', () => reject(malformed('it ends within the file')))
        stream.on('end', () => {
          const bytes = Buffer.concat(chunks)
          if (bytes.length > of.largest) reject(tooLarge('a file'))
          if (field !== of.file) reject(malformed('a file in another field'))
          if (name || bytes.length > 0) file = { name: shownName(name), bytes }
        })
      })
      .on('filesLimit', () => reject(malformed('a second file')))
      .on('fieldsLimit', () => reject(tooLarge('too many fields')))
      .on('error', () => reject(malformed('its parts cannot be told apart')))
      .on('finish', give)
      .end(body)
  })
}

function open<T>(make: () => T): T {
  try {
    return make()
  } catch {
    throw malformed('it names no boundary')
  }
}

const shownName = (name: string | undefined) => (name ?? '').replaceAll(/[\p{Cc}\p{Cf}/\\]/gu, '').slice(0, 120)

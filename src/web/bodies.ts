import type { FastifyInstance } from 'fastify'
import { Refusal } from '#base/refusal.ts'

const mostFields = 200

/** Only forms are read, as our pages send them; JSON, plain text and anything else is refused with 415. A field sent twice becomes a list. */
export function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: unknown, text: string) => readFields(text),
  )
}

function readFields(text: string): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = Object.create(null)
  let count = 0
  for (const [name, value] of new URLSearchParams(text)) {
    if (++count > mostFields) throw new Refusal('too-large', `more than ${mostFields} fields`)
    const known = fields[name]
    if (known === undefined) fields[name] = value
    else if (typeof known === 'string') fields[name] = [known, value]
    else known.push(value)
  }
  return fields
}

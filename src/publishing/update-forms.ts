import { form, type Typed, typedText } from '#web/form.ts'
import type { SeenUpdate } from './update.ts'

const sha = '^([0-9a-f]{64}|none)$'

const readSeenRaw = form(
  (type) =>
    type.Object({
      path: type.String({ maxLength: 200 }),
      shipped: type.String({ pattern: sha }),
      own: type.String({ pattern: sha }),
    }),
  { path: 'missing', shipped: 'missing', own: 'missing' },
)

const shaOf = (typed: string) => (typed === 'none' ? null : typed)
export const shaField = (sha256: string | null) => sha256 ?? 'none'

/** Which update a form is about, as it was shown; null for no such form. */
export function readSeen(body: unknown): SeenUpdate | null {
  const read = readSeenRaw(body)
  if (!read.ok) return null
  const { path, shipped, own } = read.value
  return { path, shipped: shaOf(shipped), own: shaOf(own) }
}

export type Decision = 'take' | 'keep' | 'take-all'

/** What is to be done. */
export function readDecision(body: unknown): Decision | null {
  const decision = typedText((body ?? {}) as Typed, 'do')
  return decision === 'take' || decision === 'keep' || decision === 'take-all' ? decision : null
}

/** A text as it is kept: browsers send other line ends. */
export const readText = (body: unknown): string => typedText((body ?? {}) as Typed, 'text').replaceAll(/\r\n?/g, '\n')

import { form } from '#web/form.ts'

/** A text as the editor sends it. */
export interface EditedForm {
  text: string
  base: string
  sitting: string | null
  /** To where the text belongs, once it is saved. */
  goes: boolean
}

/** Larger than any text may be, so that one that is too long comes back with what was typed. */
export const bodyLimit = 1_000_000
const longestMark = 200

const readEditedRaw = form(
  (type) =>
    type.Object({
      text: type.String(),
      base: type.String({ minLength: 1, maxLength: longestMark }),
      sitting: type.Optional(type.String({ maxLength: longestMark })),
      go: type.Optional(type.String({ maxLength: longestMark })),
    }),
  { text: 'missing', base: 'missing', sitting: 'missing', go: 'missing' },
)

/** Null for what no editor of ours sends. */
export function readEdited(body: unknown): EditedForm | null {
  const read = readEditedRaw(body)
  if (!read.ok) return null
  const { text, base, sitting, go } = read.value
  return { text: tidyText(text), base, sitting: sitting || null, goes: go === 'yes' }
}

const readBaseRaw = form((type) => type.Object({ base: type.String({ maxLength: longestMark }) }), { base: 'missing' })

/** Which version is to go. */
export function readDiscard(body: unknown): string | null {
  const read = readBaseRaw(body)
  return read.ok ? read.value.base : null
}

/** What takes the place of versions: one of them, by its base, or a text. */
export interface SettlingForm {
  bases: readonly string[]
  take: string | null
  text: string
}

const readSettlingRaw = form(
  (type) =>
    type.Object({
      bases: type.Array(type.String({ maxLength: longestMark }), { minItems: 1, maxItems: 20 }),
      take: type.Optional(type.String({ maxLength: longestMark })),
      text: type.Optional(type.String()),
    }),
  { bases: 'missing', take: 'missing', text: 'missing' },
)

export function readSettling(body: unknown): SettlingForm | null {
  const read = readSettlingRaw(body)
  if (!read.ok) return null
  const { bases, take, text } = read.value
  return { bases, take: take ?? null, text: tidyText(text ?? '') }
}

/** As files are kept: one sign for a line end, composed letters, a line end at the end. Browsers send carriage returns. */
function tidyText(text: string): string {
  const tidy = text.replaceAll(/\r\n?/g, '\n').normalize('NFC')
  return tidy === '' || tidy.endsWith('\n') ? tidy : `${tidy}\n`
}

import { tidyName } from '#base/text.ts'
import type { InBoth } from '#courses/course.ts'
import { form, type Typed, typedText } from '#web/form.ts'
import type { Key } from '#web/words.ts'

export const longestAlt = 300

const readRaw = form(
  (type) =>
    type.Object({
      altDa: type.String({ maxLength: longestAlt }),
      altEn: type.Optional(type.String({ maxLength: longestAlt })),
      hasText: type.Union([type.Literal('yes'), type.Literal('no')]),
    }),
  { altDa: 'pictures.fault.altLong', altEn: 'pictures.fault.altLong', hasText: 'pictures.fault.textUnanswered' },
)

export type Faults = Readonly<Partial<Record<string, Key>>>
export type PictureForm =
  | { ok: true; typed: Typed; value: { alt: InBoth; containsText: boolean } }
  | { ok: false; typed: Typed; faults: Faults }

/** What is said of a picture. Without an English text the Danish one stands for both, until somebody translates it. */
export function readPictureForm(body: unknown): PictureForm {
  const read = readRaw(body)
  const typed: Typed = read.ok ? read.value : read.typed
  const da = tidyName(typedText(typed, 'altDa'))
  const faults: Faults = {
    ...(read.ok ? {} : read.faults),
    ...(da === '' ? { altDa: 'pictures.fault.altMissing' } : {}),
  }
  if (!read.ok || da === '') return { ok: false, typed, faults }
  const en = tidyName(read.value.altEn ?? '') || da
  return { ok: true, typed, value: { alt: { da, en }, containsText: read.value.hasText === 'yes' } }
}

const readPage = form((type) => type.Object({ page: type.String({ maxLength: 100 }) }), { page: 'pictures.choosePage' })

/** Which page a picture is put into; '' when none was chosen. */
export function readInsertForm(body: unknown): string {
  const read = readPage(body)
  return read.ok ? read.value.page : ''
}

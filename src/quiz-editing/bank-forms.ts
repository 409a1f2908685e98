import { createHash } from 'node:crypto'
import { type SourceFormat, sourceFormats } from '#interchange/source-format.ts'
import { form, type Typed, typedText } from '#web/form.ts'
import { isLanguage, type Language } from '#web/language.ts'
import type { Key } from '#web/words.ts'

/** Questions from elsewhere as somebody pasted them, and how they are to be read. */
export interface PastedBank {
  text: string
  /** Null: it is to be found out. */
  format: SourceFormat | null
  language: Language
}

export type BankFaults = Partial<Record<string, Key>>

const readRaw = form(
  (type) =>
    type.Object({ text: type.String(), format: type.Optional(type.String()), language: type.Optional(type.String()) }),
  { text: 'quizEditing.bank.empty', format: 'quizEditing.bank.empty', language: 'quizEditing.bank.empty' },
)

export type ReadPastedBank =
  | { ok: true; value: PastedBank; typed: Typed }
  | { ok: false; typed: Typed; faults: BankFaults }

/** The box and how to read it. A browser sends other line ends than it was given, so they are made alike. */
export function readPastedBank(body: unknown, usual: Language): ReadPastedBank {
  const read = readRaw(body)
  const typed: Typed = read.ok ? read.value : read.typed
  const text = typedText(typed, 'text').replaceAll(/\r\n?/g, '\n').replaceAll('\0', '')
  if (!read.ok || text.trim() === '')
    return { ok: false, typed: { ...typed, text }, faults: { text: 'quizEditing.bank.empty' } }
  const format = sourceFormats.find((one) => one === read.value.format) ?? null
  const language = isLanguage(read.value.language) ? read.value.language : usual
  return { ok: true, value: { text, format, language }, typed: { ...typed, text } }
}

/** Stands in the form: ticks belong to the text they were set for, and to no other. */
export const seenOf = ({ text, format, language }: PastedBank): string =>
  createHash('sha256').update(`${format} ${language} ${text}`).digest('base64url').slice(0, 22)

/** What is to be taken: places among the questions that can be, each with the page it belongs to, or none. */
export interface Ticks {
  /** What the ticks were set for. */
  seen: string
  pageId: string
  sourceId: string
  taken: ReadonlyMap<number, string>
}

export const tickName = (place: number) => `take-${place}`
export const pageName = (place: number) => `page-${place}`

/** Reads the ticks of a form; `most`: how many questions it can have shown. */
export function readTicks(body: Readonly<Record<string, unknown>>, most: number): Ticks {
  const field = (name: string) => {
    const value = body[name]
    return typeof value === 'string' ? value : ''
  }
  const places = Array.from({ length: most }, (_, place) => place).filter((place) => field(tickName(place)) !== '')
  return {
    seen: field('seen'),
    pageId: field('page'),
    sourceId: field('source'),
    taken: new Map(places.map((place) => [place, field(pageName(place))])),
  }
}

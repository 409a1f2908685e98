import { tidyName } from '#base/text.ts'
import { form, type Typed, typedText } from '#web/form.ts'
import type { Language } from '#web/language.ts'
import type { Key } from '#web/words.ts'
import type { TypedFact } from './fill-local-facts.ts'

export type Faults = Readonly<Partial<Record<string, Key>>>

/** What a town may offer, its own language first, as the form sends it. */
export const offers = ['da en', 'en da', 'da', 'en'] as const

export interface Settings {
  name: string
  contact: string | null
  signatory: { name: string; title: string | null } | null
  languages: readonly Language[]
}

export type ReadSettings = { ok: true; value: Settings } | { ok: false; typed: Typed; faults: Faults }

const readRaw = form(
  (type) =>
    type.Object({
      name: type.String({ maxLength: 100 }),
      contact: type.String({ maxLength: 200 }),
      signatoryName: type.String({ maxLength: 100 }),
      signatoryTitle: type.String({ maxLength: 100 }),
      languages: type.Union(offers.map((offer) => type.Literal(offer))),
    }),
  {
    name: 'town.nameFault',
    contact: 'town.tooLong',
    signatoryName: 'town.tooLong',
    signatoryTitle: 'town.tooLong',
    languages: 'town.languagesFault',
  },
)

export function readSettings(body: unknown): ReadSettings {
  const read = readRaw(body)
  const typed: Typed = read.ok ? read.value : read.typed
  const text = (name: string) => tidyName(typedText(typed, name))
  const name = text('name')
  const signatory = { name: text('signatoryName'), title: text('signatoryTitle') || null }
  const faults: Faults = {
    ...(name ? {} : { name: 'town.nameFault' as const }),
    ...(signatory.title && !signatory.name ? { signatoryName: 'town.signatoryFault' as const } : {}),
    ...(read.ok ? {} : read.faults),
  }
  if (!read.ok || Object.keys(faults).length > 0) return { ok: false, typed, faults }
  return {
    ok: true,
    value: {
      name,
      contact: text('contact') || null,
      signatory: signatory.name ? signatory : null,
      languages: text('languages').split(' ') as Language[],
    },
  }
}

export const longestFact = 200

export type ReadFacts =
  | { ok: true; value: TypedFact[] }
  | { ok: false; value: TypedFact[]; tooLong: ReadonlySet<string> }

export const factFieldOf = (key: string, language: Language): string => `${language}.${key}`
export const seenFieldOf = (key: string): string => `seen.${key}`

/** What was typed for the facts on a page, one field a language; `tooLong` names the fields with more than 200 signs. */
export function readLocalFacts(body: unknown, keys: readonly string[], languages: readonly Language[]): ReadFacts {
  const sent = (body ?? {}) as Record<string, unknown>
  const text = (field: string) => (typeof sent[field] === 'string' ? sent[field] : '')
  const tooLong = new Set<string>()
  const value = keys.map((key): TypedFact => {
    const fact: TypedFact = { key, seen: text(seenFieldOf(key)) || null }
    for (const language of languages) {
      const field = factFieldOf(key, language)
      if (!(field in sent)) continue
      fact[language] = tidyName(text(field))
      if (fact[language].length > longestFact) tooLong.add(field)
    }
    return fact
  })
  return tooLong.size === 0 ? { ok: true, value } : { ok: false, value, tooLong }
}

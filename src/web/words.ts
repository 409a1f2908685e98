import i18next, { type i18n } from 'i18next'
import type { Day } from '#base/dates.ts'
import { da } from './danish.ts'
import { en } from './english.ts'
import type { Language } from './language.ts'

type Stored = keyof typeof da
/** A key of the interface's words; plurals are stored as `key_one` and `key_other` and asked for as `key` with a count. */
export type Key = Stored extends infer K ? (K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K) : never

export const allWords: Readonly<Record<Language, Readonly<Record<string, string>>>> = { da, en }

/** How templates and pages speak: text, dates, numbers, in one language. */
export interface Words {
  language: Language
  t(key: Key, values?: Readonly<Record<string, string | number>>): string
  /** A civil day in words: 22. november 2026. */
  date(day: Day): string
  /** An instant as a day and the time in Copenhagen. */
  instant(at: string): string
  /** The time in Copenhagen: 14.05. */
  time(at: string): string
  number(value: number): string
  /** A share from 0 to 1 as whole per cent, rounded down so that only all is 100 %. */
  percent(share: number): string
  list(things: readonly string[]): string
}

const spoken: i18n = i18next.createInstance()
await spoken.init({
  resources: { da: { translation: da }, en: { translation: en } },
  lng: 'da',
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  returnNull: false,
})

const locale = { da: 'da-DK', en: 'en-GB' } as const
const zone = 'Europe/Copenhagen'

/** A page says some thirty things, most of them said before; translating anew takes longer than the page's queries. */
const mostRemembered = 2000

function speak(language: Language): Words {
  const translate = spoken.getFixedT(language) as unknown as (key: string, values?: object) => string
  const spokenBefore = new Map<string, string>()
  const place = locale[language]
  const days = new Intl.DateTimeFormat(place, { dateStyle: 'long', timeZone: 'UTC' })
  const instants = new Intl.DateTimeFormat(place, { dateStyle: 'long', timeStyle: 'short', timeZone: zone })
  const times = new Intl.DateTimeFormat(place, { timeStyle: 'short', timeZone: zone })
  const numbers = new Intl.NumberFormat(place)
  const percents = new Intl.NumberFormat(place, { style: 'percent', maximumFractionDigits: 0 })
  const lists = new Intl.ListFormat(place, { type: 'conjunction' })

  return {
    language,
    t(key, values) {
      const said = values ? key + JSON.stringify(values) : key
      const known = spokenBefore.get(said)
      if (known !== undefined) return known
      const text = translate(key, values)
      if (spokenBefore.size >= mostRemembered) spokenBefore.clear()
      spokenBefore.set(said, text)
      return text
    },
    date: (day) => days.format(new Date(`${day}T00:00:00Z`)),
    instant: (at) => instants.format(new Date(at)),
    time: (at) => times.format(new Date(at)),
    number: (value) => numbers.format(value),
    percent: (share) => percents.format(Math.floor(share * 100) / 100),
    list: (things) => lists.format(things),
  }
}

const both = { da: speak('da'), en: speak('en') }

export const wordsIn = (language: Language): Words => both[language]

import i18next, { type i18n } from 'i18next'
import { da as accountDa } from '#account/words.da.ts'
import { en as accountEn } from '#account/words.en.ts'
import { da as auditDa } from '#audit/words.da.ts'
import { en as auditEn } from '#audit/words.en.ts'
import type { Day } from '#base/dates.ts'
import { da as cardsDa } from '#cards/words.da.ts'
import { en as cardsEn } from '#cards/words.en.ts'
import { da as certificatesDa } from '#certificates/words.da.ts'
import { en as certificatesEn } from '#certificates/words.en.ts'
import { da as coursesDa } from '#courses/words.da.ts'
import { en as coursesEn } from '#courses/words.en.ts'
import { da as coverageDa } from '#coverage/words.da.ts'
import { en as coverageEn } from '#coverage/words.en.ts'
import { da as demoDa } from '#demo/words.da.ts'
import { en as demoEn } from '#demo/words.en.ts'
import { da as duplicatesDa } from '#duplicates/words.da.ts'
import { en as duplicatesEn } from '#duplicates/words.en.ts'
import { da as exercisesDa } from '#exercises/words.da.ts'
import { en as exercisesEn } from '#exercises/words.en.ts'
import { da as frontDa } from '#front/words.da.ts'
import { en as frontEn } from '#front/words.en.ts'
import { da as interchangeDa } from '#interchange/words.da.ts'
import { en as interchangeEn } from '#interchange/words.en.ts'
import { da as invitationsDa } from '#invitations/words.da.ts'
import { en as invitationsEn } from '#invitations/words.en.ts'
import { da as joiningDa } from '#joining/words.da.ts'
import { en as joiningEn } from '#joining/words.en.ts'
import { da as learningDa } from '#learning/words.da.ts'
import { en as learningEn } from '#learning/words.en.ts'
import { da as mailDa } from '#mail/words.da.ts'
import { en as mailEn } from '#mail/words.en.ts'
import { da as peopleDa } from '#people/words.da.ts'
import { en as peopleEn } from '#people/words.en.ts'
import { da as proofreadingDa } from '#proofreading/words.da.ts'
import { en as proofreadingEn } from '#proofreading/words.en.ts'
import { da as recoveryDa } from '#recovery/words.da.ts'
import { en as recoveryEn } from '#recovery/words.en.ts'
import { da as requirementsDa } from '#requirements/words.da.ts'
import { en as requirementsEn } from '#requirements/words.en.ts'
import { da as rolesDa } from '#roles/words.da.ts'
import { en as rolesEn } from '#roles/words.en.ts'
import { da as signinDa } from '#signin/words.da.ts'
import { en as signinEn } from '#signin/words.en.ts'
import { da as staffDa } from '#staff/words.da.ts'
import { en as staffEn } from '#staff/words.en.ts'
import { da as townDa } from '#town/words.da.ts'
import { en as townEn } from '#town/words.en.ts'
import { da as venuesDa } from '#venues/words.da.ts'
import { en as venuesEn } from '#venues/words.en.ts'
import type { Language } from './language.ts'
import { da as webDa } from './words.da.ts'
import { en as webEn } from './words.en.ts'

const da = {
  ...webDa,
  ...auditDa,
  ...mailDa,
  ...peopleDa,
  ...signinDa,
  ...recoveryDa,
  ...coursesDa,
  ...proofreadingDa,
  ...interchangeDa,
  ...townDa,
  ...cardsDa,
  ...certificatesDa,
  ...requirementsDa,
  ...exercisesDa,
  ...learningDa,
  ...coverageDa,
  ...joiningDa,
  ...invitationsDa,
  ...rolesDa,
  ...staffDa,
  ...venuesDa,
  ...duplicatesDa,
  ...accountDa,
  ...frontDa,
  ...demoDa,
}
const en = {
  ...webEn,
  ...auditEn,
  ...mailEn,
  ...peopleEn,
  ...signinEn,
  ...recoveryEn,
  ...coursesEn,
  ...proofreadingEn,
  ...interchangeEn,
  ...townEn,
  ...cardsEn,
  ...certificatesEn,
  ...requirementsEn,
  ...exercisesEn,
  ...learningEn,
  ...coverageEn,
  ...joiningEn,
  ...invitationsEn,
  ...rolesEn,
  ...staffEn,
  ...venuesEn,
  ...duplicatesEn,
  ...accountEn,
  ...frontEn,
  ...demoEn,
}

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

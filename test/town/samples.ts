import { declaredFacts } from '#town/declared-facts.ts'
import { type LocalView, localPage, toLocalPage } from '#town/local-pages.ts'
import { type SettingsFacts, settingsPage, toSettingsPage } from '#town/pages.ts'
import { wordsIn } from '#web/words.ts'
import { localCourse } from './local-course.ts'

const w = wordsIn('da')
const logo = { sha256: '0a', png: Buffer.alloc(0), width: 600, height: 200 }
const empty: SettingsFacts = {
  town: { name: 'Holstebro', demo: false, contact: null, signatory: null, languages: ['da', 'en'], logo: null },
  logo: null,
  unfilled: 2,
  declared: 2,
}
const whole: SettingsFacts = {
  town: { ...empty.town, contact: '97 12 34 56', signatory: { name: 'Karen Holm', title: 'formand' }, logo: '0a' },
  logo,
  unfilled: 0,
  declared: 2,
}
const fact = {
  id: 'f1',
  key: 'politi-direkte',
  venueId: null,
  da: 'tolv',
  en: 'twelve',
  at: '2026-11-22T12:00:00.000Z',
}
const town: LocalView = {
  venue: null,
  declared: declaredFacts([localCourse]),
  facts: [{ ...fact, byName: 'Olga Holm' }],
  townFacts: [{ ...fact, byName: null }],
  offered: ['da', 'en'],
}
const venue = { id: 'v', slug: 'havnen', name: 'Havnen', kind: 'bar', address: 'Kajen 1' } as const
const typed = [{ key: 'politi-direkte', da: 'x'.repeat(201), en: 'y', seen: 'f1' }]

export const samples = [
  { page: settingsPage, model: toSettingsPage(w, empty) },
  { page: settingsPage, model: toSettingsPage(w, whole, { logo: 'town.logoType' }) },
  {
    page: settingsPage,
    model: toSettingsPage(w, whole, {
      typed: { name: '' },
      faults: { name: 'town.nameFault', languages: 'town.languagesFault' },
    }),
  },
  { page: localPage, model: toLocalPage(w, town) },
  { page: localPage, model: toLocalPage(w, { ...town, venue, facts: [], offered: ['en'] }) },
  { page: localPage, model: toLocalPage(w, town, { typed, tooLong: new Set(['da.politi-direkte']) }) },
  { page: localPage, model: toLocalPage(w, { ...town, declared: [] }) },
]

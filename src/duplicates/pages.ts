import { dayOf } from '#base/dates.ts'
import type { Choices, Fact, Fault, Field } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import type { MergeFaults } from './forms.ts'
import type { Entered, Pair } from './likeness.ts'
import { maskedLogin } from './masked-login.ts'
import type { Compared } from './store.ts'

/** People who look as if they were entered twice. */
export interface DuplicatesPage {
  title: string
  lead: string
  pairs: readonly { names: string; why: string; venues: string; url: string }[]
  none: string | null
  more: string | null
}

export const duplicatesPage = page<DuplicatesPage>('duplicates/duplicates')

const mostShown = 100

export interface DuplicatesView {
  pairs: readonly Pair[]
  people: ReadonlyMap<string, Entered>
  venueNames: ReadonlyMap<string, string>
}

export function toDuplicatesPage({ pairs, people, venueNames }: DuplicatesView, w: Words): DuplicatesPage {
  return {
    title: w.t('duplicates.title'),
    lead: w.t('duplicates.lead'),
    pairs: pairs.slice(0, mostShown).map(({ people: ids, likeness }) => {
      const both = ids.map((id) => people.get(id) as Entered)
      const venues = [...new Set(both.flatMap((one) => one.venues))].map((id) => venueNames.get(id) ?? '')
      return {
        names: w.list([...new Set(both.map((one) => one.name))]),
        why: w.t(`duplicates.why.${likeness}`),
        venues: w.list(venues.sort()),
        url: `/duplicates/${ids[0]}/${ids[1]}`,
      }
    }),
    none: pairs.length === 0 ? w.t('duplicates.none') : null,
    more: pairs.length > mostShown ? w.t('duplicates.more', { count: pairs.length - mostShown }) : null,
  }
}

/** Looking for another record of one person. */
export interface LookPage {
  title: string
  search: Field
  action: string
  found: readonly { name: string; login: string; url: string }[]
  none: string | null
}

export const lookPage = page<LookPage>('duplicates/look')

export function toLookPage(of: { person: Compared; typed: string; found: readonly Entered[] }, w: Words): LookPage {
  return {
    title: w.t('duplicates.lookTitle', { name: of.person.name }),
    action: `/duplicates/${of.person.personId}`,
    search: { name: 'q', label: w.t('duplicates.lookName'), type: 'search', value: of.typed, maxlength: 100 },
    found: of.found.map(({ personId, name, login }) => ({
      name,
      login: maskedLogin(login) ?? w.t('duplicates.noLogin'),
      url: `/duplicates/${of.person.personId}/${personId}`,
    })),
    none: of.found.length === 0 ? w.t('duplicates.lookNone') : null,
  }
}

/** Two records side by side, and what becomes of them. */
export interface ComparePage {
  title: string
  lead: string
  records: readonly { name: string; facts: readonly Fact[] }[]
  action: string
  apartAction: string
  faults: readonly Fault[]
  keep: Choices
  happens: readonly string[]
  sure: Choices
}

export const comparePage = page<ComparePage>('duplicates/compare')

export interface CompareView {
  both: readonly [Compared, Compared]
  faults?: MergeFaults
  keep?: string
}

export function toComparePage({ both, faults = {}, keep }: CompareView, w: Words): ComparePage {
  const chosen = keep ?? likelierToStay(both).personId
  const said = (name: 'keep' | 'sure') => (faults[name] ? w.t(faults[name]) : null)
  const url = `/duplicates/${both[0].personId}/${both[1].personId}`
  return {
    title: w.t('duplicates.compareTitle'),
    lead: w.t('duplicates.compareLead'),
    records: both.map((one) => ({ name: one.name, facts: factsOf(one, w) })),
    action: `${url}/merge`,
    apartAction: `${url}/apart`,
    faults: (['keep', 'sure'] as const).flatMap((name) => {
      const text = said(name)
      return text ? [{ name, text }] : []
    }),
    keep: {
      name: 'keep',
      legend: w.t('duplicates.keep'),
      hint: w.t('duplicates.keepHint'),
      options: both.map((one) => ({
        value: one.personId,
        label: one.name,
        hint: maskedLogin(one.login) ?? w.t('duplicates.noLogin'),
        chosen: one.personId === chosen,
      })),
      fault: said('keep'),
      required: true,
    },
    happens: [w.t('duplicates.happensAll'), w.t('duplicates.happensLogin'), w.t('duplicates.happensPast')],
    sure: {
      name: 'sure',
      legend: w.t('duplicates.sureLegend'),
      many: true,
      options: [{ value: 'yes', label: w.t('duplicates.sure') }],
      fault: said('sure'),
    },
  }
}

/** Whoever holds a role has to stay; otherwise whoever signed in last. */
function likelierToStay([one, other]: readonly [Compared, Compared]): Compared {
  if (one.roles !== other.roles) return one.roles > other.roles ? one : other
  if (one.claimed !== other.claimed) return one.claimed ? one : other
  return (one.lastSignInAt ?? '') >= (other.lastSignInAt ?? '') ? one : other
}

const factsOf = (one: Compared, w: Words): Fact[] => [
  { term: w.t('duplicates.login'), text: maskedLogin(one.login) ?? w.t('duplicates.noLogin') },
  { term: w.t('duplicates.joined'), text: w.date(dayOf(new Date(one.joinedAt))) },
  {
    term: w.t('duplicates.lastSignIn'),
    text: one.lastSignInAt ? w.date(dayOf(new Date(one.lastSignInAt))) : w.t('duplicates.never'),
  },
  { term: w.t('duplicates.venues'), text: one.venues.length > 0 ? w.list(one.venues) : w.t('duplicates.noVenues') },
  { term: w.t('duplicates.certificates'), text: w.number(one.certificates) },
  { term: w.t('duplicates.roles'), text: w.t(one.roles > 0 ? 'duplicates.hasRole' : 'duplicates.hasNoRole') },
]

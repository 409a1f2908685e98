import { addDays, type Day } from '#base/dates.ts'
import type { Fact, Notice } from '#web/parts.ts'
import type { Words } from '#web/words.ts'
import { type Affected, type Change, partsOf } from './affected.ts'

/** Whom a change concerns and when, in words: the same for a new requirement and for one that ends. */
export interface AffectedPart {
  facts: readonly Fact[]
  notices: readonly Notice[]
  /** `open`: few enough to be read at once. */
  groups: readonly { title: string; people: readonly string[]; open: boolean }[]
  /** How many are not named; null when all are. */
  more: string | null
}

export interface AffectedView {
  affected: Affected
  /** Names by id, at least of those who are shown. */
  names: { people: ReadonlyMap<string, string | null>; venues: ReadonlyMap<string, string> }
  /** The first day of the change. */
  day: Day
  today: Day
}

const mostNamed = 100
const fewEnough = 10

/** Those who are named: everybody for whom something changes, in order of days, up to a hundred. */
export function named({ changes }: Affected): Change[] {
  const { moved, freed } = partsOf(changes)
  return [...moved, ...freed].slice(0, mostNamed)
}

export function affectedPart(view: AffectedView, w: Words): AffectedPart {
  const { affected, day } = view
  const { moved, freed, same } = partsOf(affected.changes)
  const line = (term: string, count: number): Fact[] => (count === 0 ? [] : [{ term, text: w.number(count) }])
  const shown = named(affected)
  const rest = moved.length + freed.length - shown.length
  return {
    facts: [
      { term: w.t('requirements.working', { day: w.date(day) }), text: peopleText(affected, w) },
      ...line(w.t('requirements.holders'), affected.holders),
      ...line(w.t('requirements.moved'), moved.length),
      ...line(w.t('requirements.freed'), freed.length),
      ...line(w.t('requirements.same'), same.filter((one) => one.becomes !== null).length),
    ],
    notices: noticesOn(view, moved, w),
    groups: groupsOf(shown, view, w),
    more: rest > 0 ? w.t('requirements.more', { count: rest }) : null,
  }
}

const peopleText = ({ people, venues }: Affected, w: Words): string =>
  w.t('requirements.peopleAtVenues', {
    people: w.t('requirements.people', { count: people }),
    venues: w.t('requirements.venues', { count: venues }),
  })

function noticesOn({ affected, day, today }: AffectedView, moved: readonly Change[], w: Words): Notice[] {
  const next = addDays(day, 1)
  const late = moved.filter((one) => (one.becomes ?? next) < next).length
  const forgiven = moved.filter((one) => one.was !== null && one.was < today && (one.becomes ?? '') >= today).length
  const { unconfirmed } = affected
  return [
    ...(late > 0 ? [warn(w.t('requirements.lateAtOnce', { count: late, day: w.date(next) }))] : []),
    ...(forgiven > 0 ? [warn(w.t('requirements.forgiven', { count: forgiven }))] : []),
    ...(unconfirmed > 0
      ? [{ kind: 'info' as const, text: w.t('requirements.unconfirmed', { count: unconfirmed }) }]
      : []),
  ]
}

const warn = (text: string): Notice => ({ kind: 'warn', text })

function groupsOf(shown: readonly Change[], { names, affected }: AffectedView, w: Words): AffectedPart['groups'] {
  const all = Map.groupBy(
    affected.changes.filter((one) => one.becomes !== one.was),
    (one) => one.becomes,
  )
  const collator = new Intl.Collator(w.language)
  return [...Map.groupBy(shown, (one) => one.becomes)].map(([becomes, people]) => {
    const count = all.get(becomes)?.length ?? people.length
    return {
      title:
        becomes === null
          ? w.t('requirements.groupFreed', { count })
          : w.t('requirements.groupDue', { count, day: w.date(becomes) }),
      people: people.map((one) => personText(one, names, w)).sort(collator.compare),
      open: people.length <= fewEnough,
    }
  })
}

function personText({ personId, venueId, was }: Change, { people, venues }: AffectedView['names'], w: Words): string {
  const of = { name: people.get(personId) ?? w.t('requirements.nameless'), venue: venues.get(venueId) ?? '' }
  return was === null ? w.t('requirements.personAt', of) : w.t('requirements.personWas', { ...of, day: w.date(was) })
}

import { dayOf } from '#base/dates.ts'
import type { InBoth } from '#courses/course.ts'
import type { Venue } from '#people/venue.ts'
import type { Language } from '#web/language.ts'
import type { Fault, Field, Notice, State } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Key, Words } from '#web/words.ts'
import type { DeclaredFact } from './declared-facts.ts'
import type { TypedFact } from './fill-local-facts.ts'
import { factFieldOf, longestFact, seenFieldOf } from './forms.ts'
import type { LocalFact } from './local-facts-store.ts'
import { addressKey } from './local-values.ts'
import { howFilled } from './pages.ts'

export interface LocalPage {
  title: string
  lead: string
  back: { url: string; label: string }
  state: Notice
  action: string
  faults: Fault[]
  facts: FactPart[]
}
export const localPage = page<LocalPage>('town/local')

export interface FactPart {
  key: string
  label: string
  /** `open` while there is nothing but the neutral text. */
  state: State
  /** Who filled it in and when; null while it is empty. */
  filled: string | null
  /** What is shown while this is empty: the town's text, the venue's address, or the neutral one. */
  instead: string
  usedIn: string
  seen: { name: string; value: string }
  fields: Field[]
  /** Folded away: nothing is wrong with it, and either it is filled in or there is much to fill in. */
  folded: boolean
}

export interface LocalView {
  /** Null for the town itself. */
  venue: Venue | null
  declared: readonly DeclaredFact[]
  facts: readonly LocalFact[]
  /** What the town has filled in; for the town itself the same as `facts`. */
  townFacts: readonly LocalFact[]
  offered: readonly Language[]
}

export interface RefusedFacts {
  typed: readonly TypedFact[]
  tooLong: ReadonlySet<string>
}

/** More fields than these at once are a wall; then each is opened when it is wanted. */
const mostOpen = 6

export function toLocalPage(w: Words, view: LocalView, refused?: RefusedFacts): LocalPage {
  const { venue, declared } = view
  const parts = declared.map((fact) => factPart(w, view, fact, refused))
  const unfilled = parts.filter((part) => part.state.state === 'open').length
  const facts =
    unfilled > mostOpen ? parts : parts.map((part) => (part.state.state === 'open' ? { ...part, folded: false } : part))
  return {
    title: venue ? w.t('town.localAt', { venue: venue.name }) : w.t('town.local'),
    lead: venue ? w.t('town.localAtLead') : w.t('town.localLead'),
    back: venue
      ? { url: `/venues/${venue.slug}`, label: venue.name }
      : { url: '/settings', label: w.t('town.settings') },
    state: { kind: unfilled === 0 ? 'good' : 'warn', text: howFilled(w, unfilled, parts.length) },
    action: venue ? `/venues/${venue.slug}/local` : '/settings/local',
    faults: parts.flatMap(({ fields }) =>
      fields.flatMap(({ id, name, fault }) => (fault ? [{ name: id ?? name, text: fault }] : [])),
    ),
    facts,
  }
}

function factPart(
  w: Words,
  view: LocalView,
  { key, label, neutral, usual, usedIn }: DeclaredFact,
  refused: RefusedFacts | undefined,
): FactPart {
  const is = view.facts.find((fact) => fact.key === key)
  const typed = refused?.typed.find((fact) => fact.key === key)
  const seen = typed ? typed.seen : (is?.id ?? null)
  const instead = insteadOf(w, view, key) ?? (usual ? usualText(w, neutral) : null)
  const state: State = is
    ? { state: 'done', text: w.t('town.filled') }
    : (instead?.state ?? { state: 'open', text: w.t('town.unfilled') })
  const fields = view.offered.map((language) => fieldIn(w, language))
  return {
    key,
    label: label[w.language],
    state,
    filled: is ? filledBy(w, is) : null,
    instead: w.t('town.instead', { text: instead?.text ?? neutral[w.language] }),
    usedIn: w.t('town.usedIn', { places: placesText(usedIn, w) }),
    seen: { name: seenFieldOf(key), value: seen ?? '' },
    fields,
    folded: fields.every(({ fault }) => !fault),
  }

  function fieldIn(words: Words, language: Language): Field {
    const name = factFieldOf(key, language)
    return {
      name,
      id: name.replace('.', '-'),
      label: words.t('town.textIn', { language: words.t(`town.in.${language}`) }),
      value: typed ? (typed[language] ?? '') : (is?.[language] ?? ''),
      fault: refused?.tooLong.has(name) ? words.t('town.factTooLong', { label: label[words.language] }) : null,
      maxlength: longestFact,
    }
  }
}

const filledBy = (w: Words, { byName, at }: LocalFact): string =>
  w.t('town.filledBy', { name: byName ?? w.t('audit.erased'), date: w.date(dayOf(new Date(at))) })

/** What stands where this is empty, before the neutral text; null when nothing does. */
function insteadOf(w: Words, { venue, townFacts }: LocalView, key: string): { text: string; state: State } | null {
  const done = (text: string, say: Key) => ({ text, state: { state: 'done' as const, text: w.t(say) } })
  if (key === addressKey) return done(venue?.address || w.t('town.ownAddress'), 'town.addressStands')
  const town = venue && townFacts.find((fact) => fact.key === key)
  return town ? done(town[w.language] || town.da || town.en, 'town.townStands') : null
}

const usualText = (w: Words, neutral: InBoth) => ({
  text: neutral[w.language],
  state: { state: 'done' as const, text: w.t('town.usualStands') },
})

const placesText = (places: DeclaredFact['usedIn'], w: Words): string =>
  places.length === 0
    ? w.t('town.usedNowhere')
    : w.list(
        places.map(({ module, part }) => {
          const title = typeof part === 'string' ? w.t(`town.${part}`) : part[w.language]
          return w.t('town.place', { module: module[w.language], part: title })
        }),
      )

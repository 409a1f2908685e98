import type { Button, Fact, Fault, State } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { type RequiredFacts, type RequiredLine, requiredLines } from './required-lines.ts'
import { faultLinesOf, type Kept, type Refused, type Section, sectionsOf } from './sections.ts'
import { jobLines, phaseOf, phaseState } from './standing.ts'

/** One person at one venue: for its manager and the association. */
export interface EmploymentPage {
  title: string
  venue: { url: string; label: string }
  faults: readonly Fault[]
  state: State
  /** Job by job, in order of days. */
  jobs: readonly string[]
  facts: readonly Fact[]
  /** For whoever has not opened the account yet: a new link to it. */
  newLink: { hint: string; button: Button } | null
  required: readonly RequiredLine[]
  /** Said when nothing is required. */
  nothing: string | null
  /** Why there is nothing to do here, or null. */
  note: string | null
  sections: readonly Section[]
  /** Further things that are pages of their own. */
  links: readonly { url: string; label: string }[]
}

export const employmentPage = page<EmploymentPage>('staff/employment')

export interface EmploymentView extends Kept {
  required: RequiredFacts
  /** May the reader change it? */
  keeps: boolean
  /** It is the reader's own. */
  isOwn: boolean
  /** May the reader help the person back into the account? */
  mayReset: boolean
  /** Has the person opened the account? */
  claimed: boolean
  /** May the reader make a new link to the account? */
  mayInvite: boolean
  /** The person's page, for whoever sees everybody. */
  personUrl: string | null
}

export function toEmploymentPage(view: EmploymentView, w: Words, refused: Refused | null = null): EmploymentPage {
  const { employment, venue, today } = view
  const address = `/venues/${venue.slug}/employments/${employment.id}`
  const sections = view.keeps ? sectionsOf(view, refused, w) : []
  const required = requiredLines(view.required, w)
  const over = phaseOf(employment, today) === 'over'
  return {
    title: view.name,
    venue: { url: `/venues/${venue.slug}`, label: venue.name },
    faults: faultLinesOf(sections),
    state: phaseState(employment, today, w),
    jobs: jobLines(employment, w),
    facts: view.claimed ? [] : [{ term: w.t('staff.account'), text: w.t('staff.unclaimed') }],
    newLink: view.mayInvite
      ? {
          hint: w.t('staff.newLinkHint', { name: view.name }),
          button: { action: `${address}/invitation`, label: w.t('staff.newLink'), kind: 'quiet' },
        }
      : null,
    required,
    nothing: required.length > 0 ? null : w.t(over ? 'staff.nothingAnyMore' : 'staff.nothingRequired'),
    note: noteOf(view, w),
    sections,
    links: [
      ...(view.mayReset ? [{ url: `${address}/reset-link`, label: w.t('staff.resetLink') }] : []),
      ...(view.personUrl ? [{ url: view.personUrl, label: w.t('staff.personLink', { name: view.name }) }] : []),
    ],
  }
}

function noteOf({ keeps, isOwn, isBack, employment, today, name }: EmploymentView, w: Words): string | null {
  if (!keeps) return isOwn ? w.t('staff.own') : w.t('staff.roleHolder', { name })
  return isBack && phaseOf(employment, today) === 'over' ? w.t('staff.isBack', { name }) : null
}

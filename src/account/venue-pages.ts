import type { Day } from '#base/dates.ts'
import type { WholeEmployment } from '#people/employment-store.ts'
import { jobKey } from '#people/job.ts'
import type { JobSpell } from '#people/job-spells.ts'
import type { Offer } from '#people/offer-store.ts'
import { dueInWords } from '#requirements/due-words.ts'
import type { RequiredCourse } from '#requirements/store.ts'
import type { Button, State } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'

/** Where somebody works, worked, and is said to work. */
export interface VenuesPage {
  title: string
  offers: readonly { text: string; accept: Button; decline: Button }[]
  now: readonly VenueCard[]
  before: readonly { venue: string; text: string }[]
}

export interface VenueCard {
  venue: string
  state: State
  /** Jobs with their days, what is planned, and what else is to be known. */
  lines: readonly string[]
  due: readonly { course: string; url: string; text: string }[]
  leaveUrl: string
  leaveAbout: string
}

export const venuesPage = page<VenuesPage>('account/venues')

export interface VenuesView {
  employments: readonly WholeEmployment[]
  offers: readonly (Offer & { venue: string })[]
  venueNames: ReadonlyMap<string, string>
  closed: ReadonlySet<string>
  /** What is required and not there yet. */
  lacking: readonly RequiredCourse[]
  /** Titles of courses by id. */
  titles: ReadonlyMap<string, string>
  today: Day
}

export function toVenuesPage(view: VenuesView, w: Words): VenuesPage {
  const isOver = ({ lastOn }: WholeEmployment) => lastOn !== null && lastOn < view.today
  const past = view.employments.filter((one) => isOver(one) || hasLeft(one, view)).toReversed()
  return {
    title: w.t('account.venuesTitle'),
    offers: view.offers.map((offer) => toOffer(offer, w)),
    now: view.employments.filter((one) => !past.includes(one)).map((one) => toCard(one, view, w)),
    before: past.map((one) => ({
      venue: nameOf(one, view),
      text: one.spells.map((spell) => spellText(spell, view.today, w)).join('. '),
    })),
  }
}

/** Whoever says today that it is over has left, though today is still counted. */
const hasLeft = ({ lastOn }: WholeEmployment, { today }: VenuesView) => lastOn === today

const nameOf = ({ venueId }: { venueId: string }, { venueNames }: Pick<VenuesView, 'venueNames'>) =>
  venueNames.get(venueId) ?? ''

function toOffer({ id, venue, job, firstOn }: VenuesView['offers'][number], w: Words): VenuesPage['offers'][number] {
  const button = (answer: string, label: string, kind: 'main' | 'quiet'): Button => ({
    action: `/account/offers/${id}/${answer}`,
    label,
    kind,
    about: venue,
  })
  return {
    text: w.t('account.offer', { venue, job: w.t(jobKey(job)), day: w.date(firstOn) }),
    accept: button('acceptance', w.t('account.offerYes'), 'main'),
    decline: button('refusal', w.t('account.offerNo'), 'quiet'),
  }
}

function toCard(employment: WholeEmployment, view: VenuesView, w: Words): VenueCard {
  const { spells, confirmed, venueId, lastOn, id } = employment
  const venue = nameOf(employment, view)
  const due = view.lacking.filter((one) => one.venueId === venueId)
  const hasBegun = employment.firstOn <= view.today
  return {
    venue,
    state: confirmed
      ? { state: 'done', text: w.t('account.confirmed') }
      : { state: 'unconfirmed', text: w.t('account.unconfirmed') },
    lines: [
      ...spells.map((spell) => spellText(spell, view.today, w)),
      ...(lastOn === null ? [] : [w.t('account.lastDay', { day: w.date(lastOn) })]),
      ...(confirmed ? [] : [w.t('account.unconfirmedText')]),
      ...(view.closed.has(venueId) ? [w.t('account.closed')] : []),
      ...(due.length === 0 && hasBegun && !view.closed.has(venueId) ? [w.t('account.nothingDue')] : []),
    ],
    due: due.map(({ reason }) => ({
      course: view.titles.get(reason.courseId) ?? reason.courseId,
      url: `/learning/${reason.courseId}`,
      text: dueInWords(w, { reason, today: view.today, venue: null }),
    })),
    leaveUrl: `/account/venues/${id}/leaving`,
    leaveAbout: venue,
  }
}

function spellText({ job, firstOn, lastOn }: JobSpell, today: Day, w: Words): string {
  const said = { job: w.t(jobKey(job)), day: w.date(firstOn) }
  if (lastOn !== null) return w.t('account.fromTo', { ...said, last: w.date(lastOn) })
  return w.t(firstOn <= today ? 'account.since' : 'account.from', said)
}

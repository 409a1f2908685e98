import type { CourseDocument, Revision } from '#courses/course.ts'
import { jobKey } from '#people/job.ts'
import type { Venue } from '#people/venue.ts'
import type { StaffLine } from '#people/venue-staff-store.ts'
import type { Button, Fact, Notice, State } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { comingOf, formerOf, type PersonLink, plansOf } from './around-part.ts'
import { type AskPart, askedQuery, askPart } from './ask-part.ts'
import { type Closings, closedNotice } from './closed-notice.ts'
import { type FiguresPart, figuresPart, shownWhole, standingKey } from './figure-parts.ts'
import { figuresOf } from './figures.ts'
import type { AskedForm } from './forms.ts'
import type { CourseLine, StaffMember } from './staff.ts'
import { type Standing, standings } from './standing.ts'
import type { Unconfirmed } from './venue-store.ts'

/** One venue, person by person: for its manager and the association. */
export interface VenuePage {
  title: string
  ask: AskPart
  /** Null when the venue is closed that day. */
  figures: FiguresPart | null
  /** Said when it is closed that day, or closes later. */
  closed: Notice | null
  /** Who waits to be confirmed; nobody on another day than today. */
  pending: readonly { name: string; url: string; about: string; confirm: Button; reject: Button | null }[]
  pendingTitle: string
  people: readonly PersonCard[]
  /** Who begins later, and who has left within half a year; nobody on another day than today. */
  coming: readonly PersonLink[]
  former: readonly PersonLink[]
  csvUrl: string
  posterUrl: string
  /** Entering many people at once. */
  staffUrl: string
  /** The list on paper. */
  listUrl: string
  localUrl: string
  /** Null for whoever may not change the venue. */
  settingsUrl: string | null
}

export interface PersonCard {
  name: string
  /** Null on another day than today. */
  url: string | null
  state: State
  /** Job and first day. */
  work: string
  /** The next job and the last day, where they are known. */
  plans: readonly string[]
  deadline: Fact | null
  courses: readonly CourseCard[]
}

export interface CourseCard {
  title: string
  state: State
  /** How many modules are passed. */
  summary: string
  modules: readonly { title: string; state: State }[]
}

export const venuePage = page<VenuePage>('coverage/venue')

export interface VenueView {
  venue: Venue
  form: AskedForm
  staff: readonly StaffMember[]
  names: ReadonlyMap<string, string | null>
  /** Whether the reader may reject them as well: a manager not another manager. */
  unconfirmed: readonly (Unconfirmed & { rejectable: boolean })[]
  /** Who works there today, will, or has left within half a year; nobody on another day than today. */
  around: readonly StaffLine[]
  courses: readonly Revision[]
  closings: Closings
  /** May the reader change the venue? */
  settles: boolean
}

export function toVenuePage(view: VenueView, w: Words): VenuePage {
  const { venue, form, staff, unconfirmed } = view
  const address = `/venues/${venue.slug}`
  const { today } = form.asked
  const plans = plansOf(view.around, address, today, w)
  return {
    title: venue.name,
    ask: askPart(form, address, w),
    figures: view.closings.now
      ? null
      : figuresPart(shownWhole(figuresOf(staff.map((one) => one.standing))), w.t('coverage.howManyPeople'), w),
    closed: closedNotice(view.closings, w),
    pending: unconfirmed.map((one) => toPending(one, address, w)),
    pendingTitle: w.t('coverage.pending', { count: unconfirmed.length }),
    people: byNeed(view, w).map(({ member, name }) => ({
      ...toCard(member, name, view, w),
      ...(plans.get(member.personId) ?? { url: null, plans: [] }),
    })),
    coming: comingOf(view.around, address, today, w),
    former: formerOf(view.around, address, today, w),
    csvUrl: `${address}.csv${askedQuery(form.asked)}`,
    posterUrl: `${address}/poster`,
    staffUrl: `${address}/staff`,
    listUrl: `${address}/list`,
    localUrl: `${address}/local`,
    settingsUrl: view.settles ? `${address}/settings` : null,
  }
}

function toPending(one: VenueView['unconfirmed'][number], address: string, w: Words) {
  const { employmentId, name, job, firstOn } = one
  const called = name ?? w.t('coverage.nameless')
  const url = `${address}/employments/${employmentId}`
  return {
    name: called,
    url,
    about: w.t('coverage.joined', { job: w.t(jobKey(job)), day: w.date(firstOn) }),
    confirm: { action: `${url}/confirmation`, label: w.t('coverage.confirm'), about: called },
    reject: one.rejectable
      ? { action: `${url}/rejection`, label: w.t('coverage.reject'), kind: 'quiet' as const, about: called }
      : null,
  }
}

export interface Named {
  member: StaffMember
  name: string
}

/** Who lacks most first: late by the day it began, then within the deadline by the due day, everybody else by name. */
export function byNeed({ staff, names }: Pick<VenueView, 'staff' | 'names'>, w: Words): Named[] {
  const collator = new Intl.Collator(w.language)
  const need = (standing: Standing) => -standings.indexOf(standing)
  return staff
    .map((member) => ({ member, name: names.get(member.personId) ?? w.t('coverage.nameless') }))
    .sort(
      (a, b) =>
        need(a.member.standing) - need(b.member.standing) ||
        byText(a.member.lateSince ?? a.member.dueOn ?? '', b.member.lateSince ?? b.member.dueOn ?? '') ||
        collator.compare(a.name, b.name),
    )
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function toCard(
  member: StaffMember,
  name: string,
  { courses }: VenueView,
  w: Words,
): Omit<PersonCard, 'url' | 'plans'> {
  const jobs = w.list(member.jobs.map((job) => w.t(jobKey(job))))
  return {
    name,
    state: { state: member.standing, text: w.t(standingKey(member.standing)) },
    work: w.t('coverage.work', { jobs, day: w.date(member.firstOn) }),
    deadline: deadlineOf(member, w),
    courses: member.courses.map((line) => {
      const revision = courses.find((one) => one.courseId === line.courseId)
      return toCourseCard(line, revision?.document ?? null, w)
    }),
  }
}

function toCourseCard(line: CourseLine, document: CourseDocument | null, w: Words): CourseCard {
  const modules = document?.modules ?? []
  const passed = modules.filter((module) => hasPassed(line, module.id)).length
  return {
    title: document?.title[w.language] ?? line.courseId,
    state: certificateState(line, w),
    summary: w.t('coverage.modulesPassed', { passed, all: modules.length }),
    modules: modules.map((module) => ({ title: module.title[w.language], state: moduleState(line, module.id, w) })),
  }
}

function deadlineOf({ lateSince, dueOn }: StaffMember, w: Words): Fact | null {
  if (lateSince !== null) return { term: w.t('coverage.lateSince'), text: w.date(lateSince) }
  return dueOn === null ? null : { term: w.t('coverage.deadline'), text: w.date(dueOn) }
}

function certificateState({ state, lastOn }: CourseLine, w: Words): State {
  if (state === 'valid' && lastOn === null) return { state, text: w.t('coverage.certificate.lasting') }
  if (state === 'behind') return { state: 'late', text: w.t('coverage.certificate.behind') }
  const day = lastOn === null ? '' : w.date(lastOn)
  return { state, text: w.t(`coverage.certificate.${state}`, { day }) }
}

export const hasPassed = ({ passed }: CourseLine, moduleId: string): boolean => passed === 'all' || passed.has(moduleId)

const moduleState = (line: CourseLine, moduleId: string, w: Words): State =>
  hasPassed(line, moduleId)
    ? { state: 'passed', text: w.t('coverage.module.passed') }
    : { state: 'missing', text: w.t('coverage.module.missing') }

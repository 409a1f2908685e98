import type { CourseDocument, Revision } from '#courses/course.ts'
import { jobKey } from '#people/job.ts'
import type { Venue } from '#people/venue.ts'
import type { Button, Fact, State } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { type AskPart, askedQuery, askPart } from './ask-part.ts'
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
  figures: FiguresPart
  /** Who waits to be confirmed; nobody on another day than today. */
  pending: readonly { name: string; about: string; confirm: Button }[]
  pendingTitle: string
  people: readonly PersonCard[]
  csvUrl: string
  posterUrl: string
}

export interface PersonCard {
  name: string
  state: State
  /** Job and first day. */
  work: string
  deadline: Fact | null
  courses: readonly CourseCard[]
}

export interface CourseCard {
  title: string
  state: State
  /** How many modules are passed. */
  summary: string
  /** Something is missing: shown at once. */
  open: boolean
  modules: readonly { title: string; state: State }[]
}

export const venuePage = page<VenuePage>('coverage/venue')

export interface VenueView {
  venue: Venue
  form: AskedForm
  staff: readonly StaffMember[]
  names: ReadonlyMap<string, string | null>
  unconfirmed: readonly Unconfirmed[]
  courses: readonly Revision[]
}

export function toVenuePage(view: VenueView, w: Words): VenuePage {
  const { venue, form, staff, unconfirmed } = view
  const address = `/venues/${venue.slug}`
  return {
    title: venue.name,
    ask: askPart(form, address, w),
    figures: figuresPart(shownWhole(figuresOf(staff.map((one) => one.standing))), w.t('coverage.howManyPeople'), w),
    pending: unconfirmed.map((one) => toPending(one, address, w)),
    pendingTitle: w.t('coverage.pending', { count: unconfirmed.length }),
    people: byNeed(view, w).map(({ member, name }) => toCard(member, name, view, w)),
    csvUrl: `${address}.csv${askedQuery(form.asked)}`,
    posterUrl: `${address}/poster`,
  }
}

function toPending({ employmentId, name, job, firstOn }: Unconfirmed, address: string, w: Words) {
  const called = name ?? w.t('coverage.nameless')
  return {
    name: called,
    about: w.t('coverage.joined', { job: w.t(jobKey(job)), day: w.date(firstOn) }),
    confirm: {
      action: `${address}/employments/${employmentId}/confirmation`,
      label: w.t('coverage.confirm'),
      about: called,
    },
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

function toCard(member: StaffMember, name: string, { courses }: VenueView, w: Words): PersonCard {
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
    open: passed < modules.length,
    modules: modules.map((module) => ({ title: module.title[w.language], state: moduleState(line, module.id, w) })),
  }
}

function deadlineOf({ lateSince, dueOn }: StaffMember, w: Words): Fact | null {
  if (lateSince !== null) return { term: w.t('coverage.lateSince'), text: w.date(lateSince) }
  return dueOn === null ? null : { term: w.t('coverage.deadline'), text: w.date(dueOn) }
}

function certificateState({ state, lastOn }: CourseLine, w: Words): State {
  if (state === 'valid' && lastOn === null) return { state, text: w.t('coverage.certificate.lasting') }
  const day = lastOn === null ? '' : w.date(lastOn)
  return { state, text: w.t(`coverage.certificate.${state}`, { day }) }
}

export const hasPassed = ({ passed }: CourseLine, moduleId: string): boolean => passed === 'all' || passed.has(moduleId)

const moduleState = (line: CourseLine, moduleId: string, w: Words): State =>
  hasPassed(line, moduleId)
    ? { state: 'passed', text: w.t('coverage.module.passed') }
    : { state: 'missing', text: w.t('coverage.module.missing') }

import type { Day } from '#base/dates.ts'
import type { WholeEmployment } from '#people/employment-store.ts'
import { type Job, jobKey, jobs } from '#people/job.ts'
import { lastWritten } from '#people/keep-employment.ts'
import { type Typed, typedText } from '#web/form.ts'
import type { Field, Select } from '#web/parts.ts'
import type { Words } from '#web/words.ts'
import type { Faults } from './forms.ts'
import { phaseOf } from './standing.ts'

export const sectionNames = ['confirmation', 'rejection', 'return', 'job', 'end', 'days'] as const
export type SectionName = (typeof sectionNames)[number]

/** Something that can be done with an employment: what it does, and its form. */
export interface Section {
  id: SectionName
  title: string
  /** What happens. */
  text: string
  action: string
  select: Select | null
  fields: readonly Field[]
  submit: string
  kind: 'main' | 'quiet' | 'danger'
  /** Shown at once: what has to be done now, and what was refused. */
  open: boolean
}

/** A form that was refused, to be shown again. */
export interface Refused {
  section: SectionName
  typed: Typed
  faults: Faults
}

export interface Kept {
  employment: WholeEmployment
  name: string
  venue: { slug: string; name: string }
  /** She manages this venue. */
  isManager: boolean
  /** She works there by another employment, or will. */
  isBack: boolean
  today: Day
}

/** What can be done, the likely thing first. */
export function sectionsOf(kept: Kept, refused: Refused | null, w: Words): Section[] {
  const names = namesFor(kept)
  return names.map((name) => {
    const shown = refused?.section === name ? refused : null
    const said = { name: kept.name, venue: kept.venue.name }
    return {
      id: name,
      title: w.t(`staff.${name}.title`, said),
      text: textOf(name, kept, w),
      action: `/venues/${kept.venue.slug}/employments/${kept.employment.id}/${name}`,
      ...controls[name](kept, shown, w),
      submit: w.t(`staff.${name}.submit`),
      kind: kinds[name],
      open: shown !== null || likely.includes(name),
    }
  })
}

const likely: readonly SectionName[] = ['confirmation', 'rejection', 'return']

const kinds: Record<SectionName, Section['kind']> = {
  confirmation: 'main',
  rejection: 'danger',
  return: 'main',
  job: 'main',
  end: 'danger',
  days: 'main',
}

function namesFor({ employment, isBack, today }: Kept): readonly SectionName[] {
  const phase = phaseOf(employment, today)
  if (phase === 'unconfirmed') return ['confirmation', 'rejection', 'days', 'job']
  if (phase === 'over') return isBack ? ['days'] : ['return', 'days']
  return ['job', 'end', 'days']
}

function textOf(name: SectionName, { name: person, venue, isManager }: Kept, w: Words): string {
  const said = { name: person, venue: venue.name }
  const text = w.t(`staff.${name}.text`, said)
  return name === 'end' && isManager ? `${text} ${w.t('staff.end.manager', said)}` : text
}

type Controls = Pick<Section, 'select' | 'fields'>
const nothing: Controls = { select: null, fields: [] }

const controls: Record<SectionName, (kept: Kept, shown: Refused | null, w: Words) => Controls> = {
  confirmation: () => nothing,
  rejection: () => nothing,
  return: ({ employment, today }, shown, w) => ({
    select: jobSelect('return', employment.spells.at(-1)?.job ?? null, shown, w),
    fields: [dayField('return', 'firstOn', today, { ...limits(today), required: true }, shown, w)],
  }),
  job: ({ employment, today }, shown, w) => ({
    select: jobSelect('job', null, shown, w),
    fields: [
      dayField(
        'job',
        'fromOn',
        within(today, employment),
        { min: employment.firstOn, max: employment.lastOn ?? lastWritten(today), required: true },
        shown,
        w,
      ),
    ],
  }),
  end: ({ employment, today }, shown, w) => ({
    select: null,
    fields: [
      dayField(
        'end',
        'lastOn',
        employment.lastOn ?? later(today, employment.firstOn),
        { ...limits(today), min: employment.firstOn, required: true },
        shown,
        w,
      ),
    ],
  }),
  days: ({ employment, today }, shown, w) => ({
    select: null,
    fields: [
      dayField('days', 'firstOn', employment.firstOn, { ...limits(today), required: true }, shown, w),
      dayField(
        'days',
        'lastOn',
        employment.lastOn ?? '',
        { ...limits(today), required: false, hint: w.t('staff.days.lastOnHint') },
        shown,
        w,
      ),
    ],
  }),
}

const limits = (today: Day) => ({ max: lastWritten(today) })
const later = (a: Day, b: Day) => (a > b ? a : b)
const within = (day: Day, { firstOn, lastOn }: WholeEmployment) =>
  later(lastOn !== null && lastOn < day ? lastOn : day, firstOn)

function jobSelect(section: SectionName, chosen: Job | null, shown: Refused | null, w: Words): Select {
  const typed = shown ? typedText(shown.typed, 'job') : chosen
  const fault = shown?.faults.job
  return {
    name: 'job',
    id: `${section}-job`,
    label: w.t('staff.job'),
    options: jobs.map((job) => ({ value: job, label: w.t(jobKey(job)), chosen: job === typed })),
    choose: w.t('staff.jobChoose'),
    fault: fault ? w.t(fault) : null,
    required: true,
  }
}

interface DayLimits {
  min?: Day
  max: Day
  required: boolean
  hint?: string
}

function dayField(
  section: SectionName,
  name: 'firstOn' | 'lastOn' | 'fromOn',
  known: string,
  limits: DayLimits,
  shown: Refused | null,
  w: Words,
): Field {
  const fault = shown?.faults[name]
  const value = shown ? typedText(shown.typed, name) : known
  return {
    ...limits,
    name,
    id: `${section}-${name}`,
    label: w.t(`staff.${name}`),
    /** A browser shows no wrong day in a field for days. */
    type: fault && !/^\d{4}-\d{2}-\d{2}$/.test(value) ? 'text' : 'date',
    value,
    fault: fault ? w.t(fault) : null,
  }
}

/** The lines of the error summary: each leads to its field. */
export const faultLinesOf = (sections: readonly Section[]): { name: string; text: string }[] =>
  sections
    .flatMap(({ select, fields }): (Field | Select)[] => [...(select ? [select] : []), ...fields])
    .flatMap(({ name, id, fault }) => (fault ? [{ name: id ?? name, text: fault }] : []))

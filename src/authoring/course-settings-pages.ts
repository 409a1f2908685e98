import type { InBoth } from '#courses/course.ts'
import { jobKey, jobs } from '#people/job.ts'
import type { Choices, Fault, Field } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { courseSettingsUrl, courseUrl, editUrl, homeUrl } from './addresses.ts'
import { type Faults, mostMonths } from './course-forms.ts'
import type { CourseSettings, LocalRow } from './course-settings.ts'
import { faultList, fieldMaker, type RowPart } from './settings-parts.ts'

/** What a course says of itself: as a form, for a new one and for one that is there. */
export interface CourseSettingsPage {
  title: string
  lead: string
  back: { url: string; label: string }
  action: string
  /** What the form was made from; null for a new course. */
  base: string | null
  faults: readonly Fault[]
  told: readonly Field[]
  audience: Choices
  validity: Field
  /** Null where there is no other course. */
  buildsOn: Choices | null
  local: { rows: readonly RowPart[]; tooMany: string | null } | null
  save: string
  /** Where the file itself can be edited; null for a new course. */
  asText: string | null
}

export const courseSettingsPage = page<CourseSettingsPage>('authoring/course-settings')

/** More rows than a form may send (web/bodies.ts). */
const mostRows = 28

export interface CourseForm {
  settings: CourseSettings
  faults: Faults
  /** What else there is to build on. */
  others: readonly { id: string; title: InBoth }[]
}

export const newCourse: CourseSettings = {
  title: { da: '', en: '' },
  summary: { da: '', en: '' },
  audience: [],
  validity: '24',
  buildsOn: [],
  local: null,
}

export const toNewCoursePage = (form: CourseForm, w: Words): CourseSettingsPage => ({
  ...formPart(form, w),
  title: w.t('authoring.newCourse'),
  lead: w.t('authoring.newCourseLead'),
  back: { url: homeUrl, label: w.t('authoring.title') },
  action: homeUrl,
  base: null,
  local: null,
  save: w.t('authoring.begin'),
  asText: null,
})

export const toCourseSettingsPage = (
  form: CourseForm & { id: string; title: InBoth; base: string },
  w: Words,
): CourseSettingsPage => ({
  ...formPart(form, w),
  title: w.t('authoring.courseSettings'),
  lead: w.t('authoring.settingsLead'),
  back: { url: courseUrl(form.id), label: form.title[w.language] },
  action: courseSettingsUrl(form.id),
  base: form.base,
  save: w.t('authoring.save'),
  asText: editUrl(form.id, 'course.yaml'),
})

type FormPart = Pick<CourseSettingsPage, 'faults' | 'told' | 'audience' | 'validity' | 'buildsOn' | 'local'>

function formPart({ settings, faults, others }: CourseForm, w: Words): FormPart {
  const { field, both } = fieldMaker(w, faults)
  const told = [
    ...both('title', 'authoring.name', settings.title, { maxlength: 150 }),
    ...both('summary', 'authoring.summary', settings.summary, { type: 'textarea', rows: 3 }),
  ]
  const validity = field('validity', w.t('authoring.validity'), settings.validity, {
    type: 'number',
    inputmode: 'numeric',
    hint: w.t('authoring.validityHint'),
    min: 0,
    max: mostMonths,
    required: true,
  })
  const local = localPart(settings.local, faults, w)
  return {
    faults: faultList([...told, validity, ...(local?.rows.flatMap((row) => row.fields) ?? [])]),
    told,
    audience: {
      name: 'audience',
      legend: w.t('authoring.audience'),
      hint: w.t('authoring.audienceHint'),
      many: true,
      options: jobs.map((job) => ({ value: job, label: w.t(jobKey(job)), chosen: settings.audience.includes(job) })),
    },
    validity,
    buildsOn: groundPart(settings.buildsOn, others, w),
    local,
  }
}

function groundPart(chosen: readonly string[], others: CourseForm['others'], w: Words): Choices | null {
  const unknown = chosen.filter((id) => !others.some((course) => course.id === id))
  const all = [...others, ...unknown.map((id) => ({ id, title: { da: id, en: id } }))]
  if (all.length === 0) return null
  const options = all.map(({ id, title }) => ({ value: id, label: title[w.language], chosen: chosen.includes(id) }))
  return {
    name: 'buildsOn',
    legend: w.t('authoring.buildsOn'),
    hint: w.t('authoring.buildsOnHint'),
    many: true,
    options,
  }
}

function localPart(rows: readonly LocalRow[] | null, faults: Faults, w: Words): CourseSettingsPage['local'] {
  if (rows === null || rows.length > mostRows) return { rows: [], tooMany: w.t('authoring.tooManyRows') }
  const blank: LocalRow = { key: '', isNew: true, label: none, neutral: none, usual: false }
  const more = rows.length < mostRows ? [blank] : []
  return { rows: [...rows, ...more].map((row, n) => localRow(row, n, faults, w)), tooMany: null }
}

const none: InBoth = { da: '', en: '' }

function localRow(row: LocalRow, n: number, faults: Faults, w: Words): RowPart {
  const { field, both } = fieldMaker(w, faults)
  const name = (part: string) => `local-${n}-${part}`
  const optional = { required: false, maxlength: 200 }
  const key = field(name('key'), w.t('authoring.localKey'), row.key, { hint: w.t('authoring.keyHint'), maxlength: 60 })
  const fields = [
    ...both(name('label'), 'authoring.localLabel', row.label, optional),
    ...both(name('neutral'), 'authoring.localNeutral', row.neutral, optional),
    ...(row.isNew ? [key] : []),
  ]
  const ticks = [
    { name: name('usual'), label: w.t('authoring.localIsUsual'), ticked: row.usual },
    ...(row.isNew ? [] : [{ name: name('remove'), label: w.t('authoring.rowRemove'), ticked: false }]),
  ]
  return {
    legend: row.isNew ? w.t('authoring.localNew') : `${row.label[w.language] || row.label.da} – {{lokalt:${row.key}}}`,
    folded: fields.every(({ fault }) => !fault) && !(row.isNew && row.label.da !== ''),
    kept: row.isNew ? null : { name: name('kept'), value: row.key },
    fields,
    ticks,
  }
}

import type { InBoth } from '#courses/course.ts'
import type { Fault, Field } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { courseUrl, editUrl, moduleSettingsUrl, modulesUrl, moduleUrl } from './addresses.ts'
import type { Faults } from './course-forms.ts'
import { limits } from './module-forms.ts'
import { type ModuleSettings, quizParts, type SourceRow } from './module-settings.ts'
import { faultList, fieldMaker, type RowPart } from './settings-parts.ts'

/** What a module says of itself: as a form, for a new one and for one that is there. */
export interface ModuleSettingsPage {
  title: string
  lead: string
  back: { url: string; label: string }
  action: string
  base: string | null
  faults: readonly Fault[]
  told: readonly Field[]
  /** The English ones, folded away: a first module is written in one language. */
  english: readonly Field[]
  minutes: Field
  objectives: readonly Field[]
  quiz: readonly Field[]
  ticks: readonly { name: string; label: string; hint: string; ticked: boolean }[]
  sources: { rows: readonly RowPart[]; tooMany: string | null }
  save: string
  asText: string | null
  /** Only what a first module needs is asked; the rest has sensible values and can be changed afterwards. */
  isNew: boolean
}

export const moduleSettingsPage = page<ModuleSettingsPage>('authoring/module-settings')

const mostRows = 50

/** A module small enough to be written in a quarter of an hour. */
export const newModule = (w: Words): ModuleSettings => ({
  title: { da: '', en: '' },
  summary: { da: '', en: '' },
  minutes: '10',
  objectives: { da: [], en: [] },
  quiz: { draw: '3', pass: '80', attempts: '3', pause: '60' },
  theoryOnly: false,
  ageExercise: false,
  sources: [{ id: 'egen-viden', isNew: true, title: w.t('authoring.ownKnowledge'), url: '' }],
})

export interface ModuleForm {
  courseId: string
  courseTitle: InBoth
  settings: ModuleSettings
  faults: Faults
}

export const toNewModulePage = (form: ModuleForm, w: Words): ModuleSettingsPage => ({
  ...firstOf(formPart(form, w)),
  title: w.t('authoring.newModule'),
  lead: w.t('authoring.newModuleLead'),
  back: { url: courseUrl(form.courseId), label: form.courseTitle[w.language] },
  action: modulesUrl(form.courseId),
  base: null,
  save: w.t('authoring.begin'),
  asText: null,
  isNew: true,
})

export const toModuleSettingsPage = (
  form: ModuleForm & { moduleId: string; title: InBoth; base: string },
  w: Words,
): ModuleSettingsPage => ({
  ...formPart(form, w),
  title: w.t('authoring.moduleSettings'),
  lead: w.t('authoring.settingsLead'),
  back: { url: moduleUrl(form.courseId, form.moduleId), label: form.title[w.language] },
  action: moduleSettingsUrl(form.courseId, form.moduleId),
  base: form.base,
  save: w.t('authoring.save'),
  asText: editUrl(form.courseId, `${form.moduleId}/module.yaml`),
  isNew: false,
})

/** A first module is asked for its objectives in one language, and for how many questions its quiz draws. */
const firstOf = (part: FormPart): FormPart => ({
  ...part,
  told: part.told.filter(isDanish),
  english: part.told.filter((field) => !isDanish(field)),
  objectives: part.objectives.slice(0, 1),
  quiz: part.quiz.slice(0, 1),
})

const isDanish = ({ name }: Field) => name.endsWith('Da')

type FormPart = Pick<
  ModuleSettingsPage,
  'faults' | 'told' | 'english' | 'minutes' | 'objectives' | 'quiz' | 'ticks' | 'sources'
>

function formPart({ settings, faults }: ModuleForm, w: Words): FormPart {
  const { field, both } = fieldMaker(w, faults)
  const told = [
    ...both('title', 'authoring.name', settings.title, { maxlength: 150 }),
    ...both('summary', 'authoring.summary', settings.summary, { type: 'textarea', rows: 3 }),
  ]
  const number = (name: keyof typeof limits, value: string) =>
    field(name, w.t(`authoring.field.${name}`), value, {
      type: 'number',
      inputmode: 'numeric',
      hint: w.t(`authoring.fieldHint.${name}`),
      min: limits[name][0],
      max: limits[name][1],
      required: true,
    })
  const minutes = number('minutes', settings.minutes)
  const { da, en } = settings.objectives
  const objectives = both(
    'objectives',
    'authoring.objectives',
    { da: da.join('\n'), en: en.join('\n') },
    { type: 'textarea', rows: 5, required: false, maxlength: 8000, hint: w.t('authoring.objectivesHint') },
  )
  const quiz = quizParts.map((part) => number(part, settings.quiz[part]))
  const sources = sourcesPart(settings.sources, faults, w)
  const rows = sources.rows.flatMap((row) => row.fields)
  return {
    faults: faultList([...told, minutes, ...objectives, ...quiz, ...rows]),
    told,
    english: [],
    minutes,
    objectives,
    quiz,
    ticks: [tick('theoryOnly', settings.theoryOnly), tick('ageExercise', settings.ageExercise)],
    sources,
  }

  function tick(name: 'theoryOnly' | 'ageExercise', ticked: boolean) {
    return { name, label: w.t(`authoring.field.${name}`), hint: w.t(`authoring.fieldHint.${name}`), ticked }
  }
}

function sourcesPart(rows: readonly SourceRow[] | null, faults: Faults, w: Words): ModuleSettingsPage['sources'] {
  if (rows === null || rows.length > mostRows) return { rows: [], tooMany: w.t('authoring.tooManyRows') }
  const blank: SourceRow = { id: '', isNew: true, title: '', url: '' }
  const more = rows.length < mostRows ? [blank] : []
  return { rows: [...rows, ...more].map((row, n) => sourceRow(row, n, faults, w)), tooMany: null }
}

function sourceRow({ id, isNew, title, url }: SourceRow, n: number, faults: Faults, w: Words): RowPart {
  const { field } = fieldMaker(w, faults)
  const name = (part: string) => `source-${n}-${part}`
  const key = field(name('key'), w.t('authoring.sourceKey'), id, { hint: w.t('authoring.keyHint'), maxlength: 60 })
  const fields = [
    field(name('title'), w.t('authoring.sourceTitle'), title),
    field(name('url'), w.t('authoring.sourceUrl'), url, { hint: w.t('authoring.sourceUrlHint') }),
    ...(isNew ? [key] : []),
  ]
  return {
    legend: title === '' && isNew ? w.t('authoring.sourceNew') : title,
    folded: fields.every(({ fault }) => !fault),
    kept: isNew ? null : { name: name('kept'), value: id },
    fields,
    ticks: isNew ? [] : [{ name: name('remove'), label: w.t('authoring.rowRemove'), ticked: false }],
  }
}

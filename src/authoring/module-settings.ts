import type { Document } from 'yaml'
import type { InBoth } from '#courses/course.ts'
import { usualQuiz } from '#courses/module-file.ts'
import type { Language } from '#web/language.ts'
import { rewriteYaml } from './rewrite-yaml.ts'
import {
  bothAt,
  keysAt,
  listAt,
  numberAt,
  removeAt,
  setAt,
  setBoth,
  setList,
  setText,
  textAt,
  valueAt,
} from './yaml-fields.ts'

/** What a form says of `module.yaml`, as it is typed; an English text or list left empty is the Danish one. */
export interface ModuleSettings {
  title: InBoth
  summary: InBoth
  minutes: string
  objectives: Readonly<Record<Language, readonly string[]>>
  /** How many questions are drawn, how many per cent must be right, failed attempts before a pause, and its minutes. */
  quiz: QuizSettings
  theoryOnly: boolean
  /** The exercise about age comes after the pages. */
  ageExercise: boolean
  /** Null: as they are in the file. */
  sources: readonly SourceRow[] | null
}

export const quizParts = ['draw', 'pass', 'attempts', 'pause'] as const
export type QuizPart = (typeof quizParts)[number]
export type QuizSettings = Readonly<Record<QuizPart, string>>

export interface SourceRow {
  id: string
  /** Not in the file yet; its id can still be chosen. */
  isNew: boolean
  title: string
  /** '' where there is none. */
  url: string
}

export function moduleSettingsIn(document: Document): ModuleSettings {
  const quiz = quizParts.map((part) => [part, String(numberAt(document, ['quiz', part], usualQuiz[part]))])
  return {
    title: bothAt(document, ['title']),
    summary: bothAt(document, ['summary']),
    minutes: textAt(document, ['minutes']),
    objectives: objectivesIn(document),
    quiz: Object.fromEntries(quiz) as QuizSettings,
    theoryOnly: valueAt(document, ['theory_only']) === true,
    ageExercise: valueAt(document, ['exercise']) === 'age',
    sources: keysAt(document, ['sources']).map((id) => ({
      id,
      isNew: false,
      title: textAt(document, ['sources', id, 'title']),
      url: textAt(document, ['sources', id, 'url']),
    })),
  }
}

function objectivesIn(document: Document): ModuleSettings['objectives'] {
  const da = listAt(document, ['objectives', 'da'])
  const en = listAt(document, ['objectives', 'en'])
  return { da, en: da.join('\n') === en.join('\n') ? [] : en }
}

/** Writes a form back into the file it was made from; what it says already stays as it is. */
export function writeModuleSettings(document: Document, settings: ModuleSettings): void {
  setBoth(document, ['title'], settings.title)
  setBoth(document, ['summary'], settings.summary)
  if (textAt(document, ['minutes']) !== settings.minutes) setAt(document, ['minutes'], Number(settings.minutes))
  const { da, en } = settings.objectives
  setList(document, ['objectives', 'da'], da)
  setList(document, ['objectives', 'en'], en.length > 0 ? en : da)
  for (const part of quizParts)
    if (String(numberAt(document, ['quiz', part], usualQuiz[part])) !== settings.quiz[part])
      setAt(document, ['quiz', part], Number(settings.quiz[part]))
  setFlag(document, 'theory_only', settings.theoryOnly, true)
  setFlag(document, 'exercise', settings.ageExercise, 'age')
  if (settings.sources) writeSources(document, settings.sources)
}

function setFlag(document: Document, key: string, wanted: boolean, value: true | 'age'): void {
  const is = valueAt(document, [key]) === value
  if (wanted && !is) setAt(document, [key], value)
  if (!wanted && is) removeAt(document, [key])
}

function writeSources(document: Document, rows: readonly SourceRow[]): void {
  const kept = new Set(rows.map((row) => row.id))
  for (const id of keysAt(document, ['sources'])) if (!kept.has(id)) removeAt(document, ['sources', id])
  for (const { id, title, url } of rows) {
    setText(document, ['sources', id, 'title'], title)
    if (url === '') removeAt(document, ['sources', id, 'url'])
    else setText(document, ['sources', id, 'url'], url)
  }
  if (rows.length === 0) setAt(document, ['sources'], {})
}

/** A `module.yaml` from nothing. */
export const newModuleFile = (settings: ModuleSettings): string =>
  rewriteYaml(
    `title: { da: "", en: "" }
summary:
  da: ""
  en: ""
minutes: 0
objectives:
  da: []
  en: []
quiz: { draw: 0, pass: 0, attempts: 0, pause: 0 } # pause: minutter / minutes
sources:
  nothing: { title: "" }
reviewed: []
`,
    (document) => writeModuleSettings(document, settings),
  )

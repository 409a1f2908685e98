import type { Document } from 'yaml'
import type { InBoth } from '#courses/course.ts'
import { jobs } from '#people/job.ts'
import { rewriteYaml } from './rewrite-yaml.ts'
import { bothAt, keysAt, listAt, removeAt, setAt, setBoth, setList, textAt, valueAt } from './yaml-fields.ts'

/** What a form says of `course.yaml`, as it is typed; an English text left empty is the Danish one. */
export interface CourseSettings {
  title: InBoth
  summary: InBoth
  /** Jobs; none: for everybody. */
  audience: readonly string[]
  /** Months; `0`: no last day. */
  validity: string
  /** Courses to be taken before this one, by id. */
  buildsOn: readonly string[]
  /** Null: as they are in the file. */
  local: readonly LocalRow[] | null
}

/** A local fact that the text asks for. */
export interface LocalRow {
  key: string
  /** Not in the file yet; its key can still be chosen. */
  isNew: boolean
  label: InBoth
  neutral: InBoth
  usual: boolean
}

export function courseSettingsIn(document: Document): CourseSettings {
  return {
    title: bothAt(document, ['title']),
    summary: bothAt(document, ['summary']),
    audience: listAt(document, ['audience']),
    validity: textAt(document, ['validity']),
    buildsOn: listAt(document, ['builds_on']),
    local: keysAt(document, ['local']).map((key) => ({
      key,
      isNew: false,
      label: bothAt(document, ['local', key, 'label']),
      neutral: bothAt(document, ['local', key, 'neutral']),
      usual: valueAt(document, ['local', key, 'usual']) === true,
    })),
  }
}

/** Writes a form back into the file it was made from; what it says already stays as it is. */
export function writeCourseSettings(document: Document, settings: CourseSettings): void {
  setBoth(document, ['title'], settings.title)
  setBoth(document, ['summary'], settings.summary)
  writeAudience(document, settings.audience)
  if (textAt(document, ['validity']) !== settings.validity) setAt(document, ['validity'], Number(settings.validity))
  if (!sameSet(listAt(document, ['builds_on']), settings.buildsOn)) {
    if (settings.buildsOn.length === 0) removeAt(document, ['builds_on'])
    else setList(document, ['builds_on'], settings.buildsOn)
  }
  if (settings.local) writeLocal(document, settings.local)
}

function writeAudience(document: Document, audience: readonly string[]): void {
  const is = listAt(document, ['audience'])
  if (is.length > 0 && sameSet(is, audience)) return
  if (audience.length === 0) setAt(document, ['audience'], 'all')
  else
    setList(
      document,
      ['audience'],
      jobs.filter((job) => audience.includes(job)),
    )
}

function writeLocal(document: Document, rows: readonly LocalRow[]): void {
  const kept = new Set(rows.map((row) => row.key))
  for (const key of keysAt(document, ['local'])) if (!kept.has(key)) removeAt(document, ['local', key])
  for (const { key, label, neutral, usual } of rows) {
    setBoth(document, ['local', key, 'label'], label)
    setBoth(document, ['local', key, 'neutral'], neutral)
    if (usual) setAt(document, ['local', key, 'usual'], true)
    else if (valueAt(document, ['local', key, 'usual']) === true) removeAt(document, ['local', key, 'usual'])
  }
  if (rows.length === 0) removeAt(document, ['local'])
}

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((one) => b.includes(one))

/** The modules of a course in their order, as `course.yaml` lists them. */
export const modulesIn = (document: Document | null): string[] => (document ? listAt(document, ['modules']) : [])

/** The same file with its modules listed otherwise. */
export const withModules = (text: string, modules: readonly string[]): string =>
  rewriteYaml(text, (document) => setList(document, ['modules'], modules))

/** A `course.yaml` from nothing. */
export const newCourseFile = (id: string, settings: CourseSettings): string =>
  rewriteYaml(
    `id: ${id}
title: { da: "", en: "" }
summary:
  da: ""
  en: ""
audience: all
validity: 0
languages: [da, en]
modules: []
`,
    (document) => writeCourseSettings(document, settings),
  )

import { type Static, Type } from 'typebox'
import { languages } from '#web/language.ts'
import type { Note } from './faults.ts'
import { readYaml } from './yaml-file.ts'
import { audience, bothLanguages, bySlug, inBoth, listOf, shape, slug, text, whole, yesNo } from './yaml-shapes.ts'

const courseFile = shape({
  id: slug,
  title: inBoth(text),
  summary: inBoth(text),
  audience,
  validity: whole(0, 120),
  languages: bothLanguages,
  modules: listOf(slug, 30),
  builds_on: Type.Optional(listOf(slug, 10)),
  local: Type.Optional(bySlug(shape({ label: inBoth(text), neutral: inBoth(text), usual: Type.Optional(yesNo) }))),
})

/** `course.yaml` as it is written; `validity` in months, 0 = no last day. */
export type CourseFile = Static<typeof courseFile>

/** Reads course.yaml. Null when anything in it is wrong; every fault is noted. `folder` is the name its id must have. */
export function readCourseFile(source: string, folder: string, note: Note): CourseFile | null {
  const file = readYaml(source, courseFile, note)
  if (!file) return null
  if (file.id !== folder) note(lineOf('id', source), 'otherCourseId', { id: file.id, folder })
  if (file.modules.length === 0) note(lineOf('modules', source), 'wantsList', { key: 'modules' })
  if (!languages.every((language) => file.languages.includes(language)))
    note(lineOf('languages', source), 'wantsLanguages', { key: 'languages' })
  return file
}

/** The line of a key at the left edge. */
export const lineOf = (key: string, source: string): number =>
  source.split('\n').findIndex((line) => line.startsWith(`${key}:`)) + 1 || 1

import { type Language, languages } from '#web/language.ts'
import { type Words, wordsIn } from '#web/words.ts'
import type { CourseDocument, ModuleDocument, QuestionKind } from './course.ts'
import { type Fault, faultLine } from './faults.ts'
import { readCourses } from './read-courses.ts'

/**
 * What `npm run cli -- check-courses` prints: every fault of every course in a folder with file and line, or what is in
 * the courses. In each of the languages asked for, one after the other. `ok` is false when there was any fault.
 */
export async function checkCourses(
  folder: string,
  shown: readonly Language[] = languages,
): Promise<{ text: string; ok: boolean }> {
  const { courses, faults } = await readCourses(folder)
  const text = shown.map((language) => (faults.length > 0 ? faultsIn(language, faults) : contentIn(language, courses)))
  return { text: text.join('\n\n'), ok: faults.length === 0 }
}

function faultsIn(language: Language, faults: readonly Fault[]): string {
  const lines = faults.map((fault) => faultLine(fault, language))
  return [...lines, wordsIn(language).t('courses.check.faults', { count: faults.length })].join('\n')
}

function contentIn(language: Language, courses: readonly CourseDocument[]): string {
  const w = wordsIn(language)
  if (courses.length === 0) return w.t('courses.check.none')
  const tables = courses.map((course) => `${course.title[language]} (${course.id})\n${tableOf(course, w)}`)
  return [...tables, w.t('courses.check.fine')].join('\n\n')
}

function tableOf(course: CourseDocument, w: Words): string {
  const head = [
    w.t('courses.check.module'),
    w.t('courses.check.pages'),
    ...languages.map((language) => w.t('courses.check.words', { language })),
    w.t('courses.check.questions'),
  ]
  const rows = course.modules.map((module) => [
    module.id,
    String(module.pages.length),
    ...languages.map((language) => String(wordsOf(module, language))),
    questionsOf(module, w),
  ])
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] as string).length)))
  const line = (cells: readonly string[]) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')
  return [head, ...rows].map((row) => `  ${line(row)}`.trimEnd()).join('\n')
}

/** Words on the pages, titles included. */
function wordsOf(module: ModuleDocument, language: Language): number {
  const text = module.pages.map((page) => `${page.title[language]} ${page.html[language]}`).join(' ')
  return text.replaceAll(/<[^<>]*>/g, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0
}

const kinds: readonly QuestionKind[] = ['one', 'several', 'order', 'match', 'number']

/** `26: 14 one right, 5 several right … (4 must be right)` */
function questionsOf({ questions }: ModuleDocument, w: Words): string {
  const counts = kinds
    .map((kind) => ({ kind, count: questions.filter((question) => question.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${w.t(`courses.check.${kind}`)}`)
  const must = questions.filter((question) => question.must).length
  return `${questions.length}: ${counts.join(', ')} (${must} ${w.t('courses.check.must')})`
}

import { countWords } from '#courses/count-words.ts'
import type { ModuleDocument, QuestionKind } from '#courses/course.ts'
import { reviewers, reviewerWord } from '#courses/reviewers.ts'
import { languages } from '#web/language.ts'
import type { Words } from '#web/words.ts'
import { longestShare } from './bank.ts'
import { type CourseText, pagesOf } from './course-text.ts'
import { lixOf } from './page-remarks.ts'

/** A course module by module: pages, words, questions by kind, LIX, how often the longest answer is right, who has not yet reviewed it. */
export function courseTable(text: CourseText, w: Words): string {
  const { course } = text
  const head = [
    w.t('proofreading.module'),
    w.t('proofreading.pages'),
    ...languages.map((language) => w.t('proofreading.words', { language })),
    'LIX',
    w.t('proofreading.longest'),
    w.t('proofreading.questions'),
    w.t('proofreading.unreviewed'),
  ]
  const rows = course.modules.map((module) => [
    module.id,
    String(module.pages.length),
    ...languages.map((language) => String(wordsIn(text, module, language))),
    String(worstLix(text, module)),
    w.percent(longestShare(module.questions)),
    questionsOf(module, w),
    unreviewedBy(module, w),
  ])
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] as string).length)))
  const line = (cells: readonly string[]) => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')
  const lines = [head, ...rows].map((row) => `  ${line(row)}`.trimEnd())
  return `${course.title[w.language]} (${course.id})\n${lines.join('\n')}`
}

/** Words on the pages, titles included. */
const wordsIn = (text: CourseText, module: ModuleDocument, language: (typeof languages)[number]): number =>
  pagesOf(text, module)
    .filter((page) => page.language === language)
    .reduce((sum, page) => sum + countWords(page.text), 0)

const worstLix = (text: CourseText, module: ModuleDocument): number =>
  Math.round(
    Math.max(0, ...pagesOf(text, module).flatMap((page) => (page.language === 'da' ? [lixOf(text, page) ?? 0] : []))),
  )

const kinds: readonly QuestionKind[] = ['one', 'several', 'order', 'match', 'number']

/** `26: 14 one right, 5 several right … (4 must be right, 10 applied)` */
function questionsOf({ questions }: ModuleDocument, w: Words): string {
  const counts = kinds
    .map((kind) => ({ kind, count: questions.filter((question) => question.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${w.t(`proofreading.${kind}`)}`)
  const must = questions.filter((question) => question.must).length
  const applied = questions.filter((question) => question.applied).length
  const of = `${must} ${w.t('proofreading.must')}, ${applied} ${w.t('proofreading.applied')}`
  return `${questions.length}: ${counts.join(', ')} (${of})`
}

function unreviewedBy({ reviewed }: ModuleDocument, w: Words): string {
  const missing = reviewers.filter((role) => !reviewed.some((one) => one.role === role))
  return missing.map((role) => reviewerWord(role, w)).join(', ') || '–'
}

import { countWords } from '#courses/count-words.ts'
import type { ModuleDocument } from '#courses/course.ts'
import { type CourseText, pagesOf, type TextFile } from './course-text.ts'
import { proseOf } from './prose.ts'
import { flow, lix } from './readability.ts'
import type { Remark } from './remark.ts'

const mostLix = 35
const mostWords = 350
const [leastPages, mostPages] = [5, 8]
const leastMean = 8
const mostShort = 1 / 3

/** What may be said of a module's pages: how many, how long, how they read, a box to remember on each. */
export function pageRemarks(text: CourseText, module: ModuleDocument): Remark[] {
  const file = `${text.folder.path}/${module.id}/module.yaml`
  const count = module.pages.length
  const few = count < leastPages || count > mostPages
  return [
    ...(few ? [{ file, line: 1, code: 'pageCount' as const, values: { has: count, leastPages, mostPages } }] : []),
    ...pagesOf(text, module).flatMap((page) => remarksOf(text, page)),
  ]
}

function remarksOf(text: CourseText, page: TextFile): Remark[] {
  const at = { file: page.path, line: 1 }
  const has = countWords(page.text)
  return [
    ...(has > mostWords ? [{ ...at, code: 'pageTooLong' as const, values: { has, most: mostWords } }] : []),
    ...(/^::: huskekort/m.test(page.text) ? [] : [{ ...at, code: 'noRememberBox' as const, values: {} }]),
    ...(page.language === 'da' ? [...hard(text, page), ...chopped(text, page)] : []),
  ]
}

const proseIn = ({ course }: CourseText, { text, language }: TextFile, boxes: boolean) =>
  proseOf(text, { language, boxes, fill: (key) => course.local[key]?.neutral[language] ?? '' })

/** LIX of a Danish page, boxes too; null when it is too short to be judged. */
export const lixOf = (text: CourseText, page: TextFile): number | null => lix(proseIn(text, page, true))

function hard(text: CourseText, page: TextFile): Remark[] {
  const reads = lixOf(text, page)
  if (reads === null || reads <= mostLix) return []
  return [{ file: page.path, line: 1, code: 'hardToRead', values: { lix: Math.ceil(reads), most: mostLix } }]
}

function chopped(text: CourseText, page: TextFile): Remark[] {
  const flows = flow(proseIn(text, page, false))
  if (flows === null || (flows.mean >= leastMean && flows.short <= mostShort)) return []
  const values = { mean: Math.round(flows.mean * 10) / 10, percent: Math.round(flows.short * 100) }
  return [{ file: page.path, line: 1, code: 'chopped', values }]
}

import { type Fault, faultLine, sortFaults } from '#courses/faults.ts'
import { readFolders } from '#courses/folder.ts'
import { readCourse } from '#courses/read-course.ts'
import { type Language, languages } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { courseTable } from './course-table.ts'
import type { CourseText } from './course-text.ts'
import { readHouseStyle } from './house-style.ts'
import { proofread } from './proofread.ts'
import { type Remark, remarkLine } from './remark.ts'

/**
 * What `npm run cli -- check-courses` prints: a table of the courses without a fault, then every fault and every remark with file
 * and line. In each of the languages asked for, one after the other. `ok` is false when there was any fault or remark.
 */
export async function checkCourses(
  folder: string,
  shown: readonly Language[] = languages,
): Promise<{ text: string; ok: boolean }> {
  const { texts, ...found } = await readTexts(folder)
  const text = shown.map((language) => report(language, texts, found)).join('\n\n')
  return { text, ok: found.faults.length + found.remarks.length === 0 }
}

interface Found {
  faults: readonly Fault[]
  remarks: readonly Remark[]
}

async function readTexts(folder: string): Promise<Found & { texts: CourseText[] }> {
  const folders = readFolders(folder)
  const { style, faults: inStyle } = await readHouseStyle(folder)
  const read = folders.map((one) => ({ folder: one, ...readCourse(one) }))
  const texts = read.flatMap(({ folder, course }) => (course ? [{ folder, course }] : []))
  return {
    texts,
    faults: sortFaults([...inStyle, ...read.flatMap(({ faults }) => faults)]),
    remarks: texts.flatMap((text) => proofread(text, style)),
  }
}

function report(language: Language, texts: readonly CourseText[], { faults, remarks }: Found): string {
  const w = wordsIn(language)
  if (texts.length + faults.length === 0) return w.t('proofreading.none')
  const lines = [
    ...faults.map((fault) => faultLine(fault, language)),
    ...remarks.map((remark) => remarkLine(remark, language)),
  ]
  const sums = [
    ...(faults.length > 0 ? [w.t('proofreading.faults', { count: faults.length })] : []),
    ...(remarks.length > 0 ? [w.t('proofreading.remarks', { count: remarks.length })] : []),
  ]
  const end = lines.length > 0 ? [...lines, ...sums].join('\n') : w.t('proofreading.fine')
  return [...texts.map((text) => courseTable(text, w)), end].join('\n\n')
}

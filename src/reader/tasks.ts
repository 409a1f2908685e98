import { coursesFolder } from '#config.ts'
import type { CourseFolder } from '#courses/folder.ts'
import { type CourseRead, readCourse } from '#courses/read-course.ts'
import type { ReadQuestion } from '#interchange/question.ts'
import { readQuestions } from '#interchange/read-questions.ts'
import type { SourceFormat } from '#interchange/source-format.ts'
import { readHouseStyle } from '#proofreading/house-style.ts'
import { proofread } from '#proofreading/proofread.ts'
import type { Remark } from '#proofreading/remark.ts'
import type { Language } from '#web/language.ts'
import { type FileLook, lookAt } from './look-at.ts'
import type { Placed } from './surroundings.ts'

/** A course that was read, and what may be said of it when it has no faults. */
export type WholeCourse = CourseRead & { remarks: readonly Remark[] }

export interface Bank {
  text: string
  format: SourceFormat | null
  language: Language
}

type TaskOf<Question, Value> = (question: Question) => Promise<Value>

const file: TaskOf<Placed, FileLook> = async (placed) => lookAt(placed, await style())

const course: TaskOf<{ folder: CourseFolder }, WholeCourse> = async ({ folder }) => {
  const read = readCourse(folder)
  const remarks = read.course ? proofread({ folder, course: read.course }, await style()) : []
  return { ...read, remarks }
}

const bank: TaskOf<Bank, ReadQuestion[]> = async ({ text, format, language }) =>
  readQuestions(text, { format: format ?? undefined, language })

/** Code that has hardly been run is slow, and a text is given little time. */
const warm: TaskOf<object, null> = async () => {
  for (let round = 0; round < 5; round++)
    for (const name of ['01-side.md', 'quiz.md', 'situation.md'])
      await file({ folder: sample, path: `modul/da/${name}` })
  return null
}

/** What the thread can be asked, by name. */
export const tasks: Readonly<Record<string, TaskOf<never, unknown>>> = { file, course, bank, warm }

let known: ReturnType<typeof readHouseStyle> | null = null
async function style() {
  known ??= readHouseStyle(coursesFolder)
  return (await known).style
}

const bytes = (text: string) => new TextEncoder().encode(text)
const both = { da: 'Tekst', en: 'Text' }
const yaml = (value: object) => bytes(JSON.stringify(value))
const page = bytes(
  '# Titel\n\nTekst med **fed** og [link](https://politi.dk).\n\n- et\n- to\n\n::: huskekort\nHusk.\n:::\n',
)
const quiz = bytes(
  '# Quiz\n\n### Hvad? {#hvad page=side source=kilde}\n1. [x] Det\n2. [ ] Andet\n   > Nej.\n> Derfor.\n',
)
const situation = bytes(
  '# Situation\n\nTekst.\n\n## Her {#her}\n\nTekst.\n\n- [Gå](#der)\n  > Ja.\n- [Bliv](#der)\n  > Nej.\n',
)
const sample: CourseFolder = {
  id: 'kursus',
  path: 'courses/kursus',
  files: new Map([
    [
      'course.yaml',
      yaml({ id: 'kursus', title: both, summary: both, audience: 'all', validity: 0, modules: ['modul'] }),
    ],
    ['modul/module.yaml', yaml({ title: both, summary: both, minutes: 1, objectives: {}, sources: {} })],
    ...['da', 'en'].flatMap((language) => [
      [`modul/${language}/01-side.md`, page] as const,
      [`modul/${language}/quiz.md`, quiz] as const,
      [`modul/${language}/situation.md`, situation] as const,
    ]),
  ]),
}

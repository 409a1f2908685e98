import { found } from '#base/refusal.ts'
import type { InBoth } from '#courses/course.ts'
import { usualQuiz } from '#courses/module-file.ts'
import type { Twin } from '#courses/twins.ts'
import type { Reading } from '#db/work.ts'
import { type WorkingFile, workingSha } from '#drafts/draft.ts'
import { textOfFile } from '#drafts/store.ts'
import { filesIn, findCourse, type ModulePart, type WrittenCourse } from './find-course.ts'
import { pageIdOf, removedPages, type TextPair } from './outline.ts'
import { openYaml } from './rewrite-yaml.ts'
import { type DraftSum, draftSum, pairState, unsettled } from './standing.ts'
import { countQuestions, titleIn } from './title-line.ts'
import type { TranslationState } from './translation.ts'
import { numberAt } from './yaml-fields.ts'

/** A module as its writers find it. */
export interface WrittenModule {
  course: WrittenCourse
  part: ModulePart
  pages: readonly WrittenText[]
  situation: WrittenText | null
  card: WrittenText | null
  quiz: WrittenText | null
  /** In the Danish file. */
  questions: number
  draw: number
  /** Pages, situation and card that are published and on their way out, by the name of their file. */
  removed: readonly { name: string; title: InBoth }[]
}

/** A text of a module in both languages. */
export interface WrittenText {
  pair: TextPair
  title: InBoth
  translation: TranslationState
  drafts: DraftSum | null
  unsettled: readonly WorkingFile[]
}

/** Refuses: not-found for a module that nobody is writing and that is not published. */
export async function findModule(db: Reading, courseId: string, moduleId: string): Promise<WrittenModule> {
  const course = await findCourse(db, courseId)
  const part = found(
    course.parts.find((one) => one.id === moduleId),
    'module',
  )
  const { outline } = part
  const document = openYaml(outline.yaml ? await textOfFile(db, workingSha(outline.yaml)) : '')
  const quiz = outline.quiz && (await findWritten(db, course, outline.quiz))
  const quizText = outline.quiz?.files.da ? await textOfFile(db, workingSha(outline.quiz.files.da)) : ''
  return {
    course,
    part,
    pages: await Promise.all(outline.pages.map((pair) => findWritten(db, course, pair))),
    situation: outline.situation && (await findWritten(db, course, outline.situation)),
    card: outline.card && (await findWritten(db, course, outline.card)),
    quiz,
    questions: countQuestions(quizText),
    draw: document ? numberAt(document, ['quiz', 'draw'], usualQuiz.draw) : usualQuiz.draw,
    removed: await findRemoved(db, course, moduleId),
  }
}

async function findWritten(db: Reading, course: WrittenCourse, pair: TextPair): Promise<WrittenText> {
  const { da, en } = pair.files
  const files = [da, en].filter((file) => file !== undefined)
  return {
    pair,
    title: withBoth({ da: await titleOf(db, da), en: await titleOf(db, en) }, pair.id),
    translation: pairState(pair, course.history),
    drafts: draftSum(files),
    unsettled: unsettled(files),
  }
}

const titleOf = async (db: Reading, file: WorkingFile | undefined): Promise<string> =>
  file ? titleIn(await textOfFile(db, workingSha(file))) : ''

const withBoth = ({ da, en }: Twin<string>, otherwise: string): InBoth => ({
  da: da || en || otherwise,
  en: en || da || otherwise,
})

async function findRemoved(db: Reading, course: WrittenCourse, moduleId: string): Promise<WrittenModule['removed']> {
  const files = filesIn(course, moduleId)
  const names = removedPages(moduleId, files)
  const publishedIn = (name: string, language: 'da' | 'en') =>
    files.find((file) => file.path === `${moduleId}/${language}/${name}`)?.published ?? null
  const removed = names.map(async (name) => ({
    name,
    title: withBoth(
      {
        da: titleIn(await textOfFile(db, publishedIn(name, 'da'))),
        en: titleIn(await textOfFile(db, publishedIn(name, 'en'))),
      },
      pageIdOf(name),
    ),
  }))
  return Promise.all(removed)
}

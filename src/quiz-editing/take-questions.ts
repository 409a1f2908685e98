import type { InBoth } from '#courses/course.ts'
import type { Work } from '#db/work.ts'
import type { TakenQuestion } from '#interchange/question.ts'
import { toNative } from '#interchange/to-native.ts'
import { languages } from '#web/language.ts'
import type { QuizPlace } from './addresses.ts'
import type { Target } from './bank-module.ts'
import { quizNow, saveQuiz } from './quiz-file.ts'
import { printForm, type QuizForm, readForm } from './quiz-form.ts'

/** Questions from elsewhere on their way into a quiz. */
export interface Taking {
  place: QuizPlace
  /** Each with the page it belongs to. */
  questions: readonly TakenQuestion[]
  /** For questions that name no source of the module. */
  sourceId: string
  pages: readonly Target[]
  sources: readonly Target[]
  /** What a quiz is called of which nothing was written yet. */
  titles: InBoth
}

/**
 * Puts questions at the end of a module's quiz, as drafts: in both languages with the same words, until somebody translates them. What stands there
 * stays as it is; a name that is used already gets a number. Refuses as saveDraft does: too-large when the quiz would be.
 */
export async function takeQuestions(work: Work, taking: Taking): Promise<void> {
  const { place, questions, titles, sourceId } = taking
  const files = await Promise.all(languages.map((language) => quizNow(work.db, place, language)))
  const native = toNative(questions, {
    pageId: taking.pages[0]?.id ?? '',
    sourceId,
    targets: {
      pageIds: new Set(taking.pages.map(({ id }) => id)),
      sourceIds: new Set(taking.sources.map(({ id }) => id)),
    },
    taken: files.flatMap(({ form }) => form?.parts.flatMap((part) => part.id ?? []) ?? []),
  })
  for (const [at, file] of files.entries()) {
    const form = file.form ?? readForm(`# ${titles[languages[at] as 'da']}\n`)
    await saveQuiz(work, place.courseId, file, withText(form, native))
  }
}

function withText(form: QuizForm, native: string): QuizForm {
  const end = form.lineEnd
  return readForm(`${printForm(form).trimEnd()}${end}${end}${native.replaceAll('\n', end)}`)
}

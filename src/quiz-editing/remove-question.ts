import type { Twin } from '#courses/twins.ts'
import type { Work } from '#db/work.ts'
import type { Base } from '#drafts/draft.ts'
import { languages } from '#web/language.ts'
import type { QuizPlace } from './addresses.ts'
import { withoutQuestion } from './quiz-changes.ts'
import { quizNow, quizToChange, saveQuiz } from './quiz-file.ts'

/**
 * Takes a question out of both languages. `changed`: somebody wrote on it since it was shown; then nothing is taken out.
 * Refuses as saveDraft does.
 */
export async function removeQuestion(
  work: Work,
  place: QuizPlace,
  { id, bases }: { id: string; bases: Twin<Base> },
): Promise<'removed' | 'changed'> {
  const files = []
  for (const language of languages) {
    const seen = { base: bases[language], sitting: null }
    const file = await quizToChange(work.db, place, { language, questionId: id, seen })
    if (file.base !== (await quizNow(work.db, place, language)).base) return 'changed'
    files.push(file)
  }
  for (const file of files) {
    const form = file.form && withoutQuestion(file.form, id)
    if (form && form !== file.form) await saveQuiz(work, place.courseId, file, form)
  }
  return 'removed'
}

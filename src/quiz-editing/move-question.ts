import type { Work } from '#db/work.ts'
import { languages } from '#web/language.ts'
import type { QuizPlace } from './addresses.ts'
import { withMoved } from './quiz-changes.ts'
import { quizNow, saveQuiz } from './quiz-file.ts'

/** Where a question goes: right before or right behind another, as they stand now. */
export interface Move {
  id: string
  beside: string
  to: 'before' | 'behind'
}

/** Moves a question in both languages. Where one of the two is gone meanwhile, nothing happens. Refuses as saveDraft does. */
export async function moveQuestion(work: Work, place: QuizPlace, move: Move): Promise<void> {
  for (const language of languages) {
    const file = await quizNow(work.db, place, language)
    if (!file.form) continue
    const moved = withMoved(file.form, move)
    if (moved !== file.form) await saveQuiz(work, place.courseId, file, moved)
  }
}

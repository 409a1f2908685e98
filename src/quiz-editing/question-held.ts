import { readQuiz } from '#courses/quiz.ts'
import { type FoundQuestion, questionIn } from './question-in.ts'
import { textOfQuestion, usualText } from './question-text.ts'
import type { QuizPart } from './quiz-form.ts'

/** A text longer than this is no question; what it means is not worked out. */
const mostSigns = 24_000
const mostInLine = 4_000

/**
 * The question that a part of a quiz is, when a form can hold all of it: written anew it says the same. Null for any other: it stays as it is and
 * can only be corrected as text.
 */
export function questionHeld({ source, id }: QuizPart): FoundQuestion | null {
  if (id === null || source.length > mostSigns || source.split('\n').some((line) => line.length > mostInLine))
    return null
  const found = questionIn(source)
  if (found?.question.id !== id) return null
  if (usualText(found.question).trim() === source.trim()) return found
  return meaningOf(textOfQuestion(found.question)) === meaningOf(source) ? found : null
}

/** What learners are shown of a question, and what is right in it. */
function meaningOf(source: string): string {
  const around = { localKeys: null, pictures: new Set<string>(), shown: new Set<string>(), anchors: false }
  const reader = { ...around, note: () => {}, place: { language: 'da', moduleId: '' } as const }
  const drafts = readQuiz(`# -\n\n${source.normalize('NFC')}`, reader, { pageIds: new Set(), sourceIds: null })
  return JSON.stringify(drafts.map((draft) => ({ ...draft, line: 0 })))
}

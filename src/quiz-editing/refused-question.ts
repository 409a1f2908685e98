import type { Words } from '#web/words.ts'
import type { PlacedFault } from './fault-places.ts'
import { fieldOf, type SentQuestion } from './forms.ts'
import { tidyLine } from './tidy-question.ts'

/** Why a question is not even saved as a draft: a field is too long, or a new one says nothing yet, so that it could not be named. */
export function refusedIn({ question, tooLong }: SentQuestion, w: Words): PlacedFault[] {
  const isNameless = question.id === '' && tidyLine(question.title.da) === ''
  const nameless = isNameless ? [{ field: fieldOf('title', 'da'), text: w.t('quizEditing.titleFirst') }] : []
  return [...nameless, ...tooLong.map((field) => ({ field, text: w.t('quizEditing.tooLong') }))]
}

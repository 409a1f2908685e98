import { systemClock } from '#base/clock.ts'
import { dayOf } from '#base/dates.ts'
import type { QuestionDocument } from '#courses/course.ts'
import type { Language } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'

export type How = 'right' | 'wrong'

/** What somebody who knows the course's text chooses, in the words on the page; for a match the partners in the order of the left sides. Nothing: left open. */
export function answerTo(question: QuestionDocument, language: Language, how: How): readonly string[] {
  const right = how === 'right'
  switch (question.kind) {
    case 'one':
      return question.options
        .filter((option) => option.right === right)
        .slice(0, 1)
        .map((option) => option.text[language])
    case 'several':
      return question.options.filter((option) => option.right === right).map((option) => option.text[language])
    case 'order':
      return (right ? question.items : question.items.toReversed()).map((item) => item[language])
    case 'match':
      return right ? question.pairs.map((pair) => pair.right[language]) : []
    case 'number':
      return [String(question.answer + (right ? 0 : 100))]
  }
}

/** Judges a guest by what stands on the ID: an ID with a photo, and a date of birth at least eighteen years ago. Gives the words of the choice. */
export function verdictOn({ proof, born }: { proof: string; born: string }, language: Language): string {
  const { t } = wordsIn(language)
  const [, day, month, year] = /(\d\d)\.(\d\d)\.(\d{4})/.exec(born) ?? []
  const yellow = proof.trim() === t('exercises.proof.health-card')
  const served = !yellow && `${Number(year) + 18}-${month}-${day}` <= dayOf(systemClock())
  return t(served ? 'exercises.yes' : 'exercises.no')
}

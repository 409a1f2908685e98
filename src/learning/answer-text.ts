import type { QuestionDocument } from '#courses/course.ts'
import type { Language } from '#web/language.ts'
import type { Choice } from './answer.ts'

/** An answer in words, a line for each thing chosen: for the result, after handing in. */
export function answerTexts(question: QuestionDocument, choice: Choice, language: Language): string[] {
  switch (question.kind) {
    case 'one':
    case 'several':
      return choice.flatMap((place) => question.options[Number(place) - 1]?.text[language] ?? [])
    case 'order':
      return choice.flatMap((place) => question.items[Number(place) - 1]?.[language] ?? [])
    case 'match':
      return question.pairs.map(({ left }, index) => {
        const right = question.pairs[Number(choice[index]) - 1]?.right
        return `${left[language]} → ${right?.[language] ?? ''}`
      })
    case 'number':
      return [inLanguage(choice[0] ?? '', language) + (question.unit ? ` ${question.unit[language]}` : '')]
  }
}

/** What the course says about each thing that was chosen; nothing where it says nothing. */
export function feedbackOn(question: QuestionDocument, choice: Choice, language: Language): string[] {
  if (question.kind !== 'one' && question.kind !== 'several') return []
  return choice.flatMap((place) => question.options[Number(place) - 1]?.feedbackHtml?.[language] ?? [])
}

const inLanguage = (number: string, language: Language) => (language === 'da' ? number.replace('.', ',') : number)

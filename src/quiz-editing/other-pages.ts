import type { Choices, Fact } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import * as url from './addresses.ts'
import type { FoundQuiz } from './find-quiz.ts'
import { questionKinds } from './forms.ts'
import { textLinks } from './question-pages.ts'

/** What kind of question a new one is to be. */
export interface KindPage {
  title: string
  back: { url: string; label: string }
  action: string
  kinds: Choices
}

export const kindPage = page<KindPage>('quiz-editing/kind')

export const toKindPage = ({ place }: FoundQuiz, w: Words): KindPage => ({
  title: w.t('quizEditing.new'),
  back: { url: url.questionsUrl(place), label: w.t('quizEditing.title') },
  action: url.newQuestionUrl(place),
  kinds: {
    name: 'kind',
    legend: w.t('quizEditing.kindLegend'),
    options: questionKinds.map((kind, at) => ({
      value: kind,
      label: w.t(`quizEditing.kind.${kind}`),
      hint: w.t(`quizEditing.kindHint.${kind}`),
      chosen: at === 0,
    })),
  },
})

/** A question that no form can hold. */
export interface TextOnlyPage {
  title: string
  back: { url: string; label: string }
  why: string
  /** The text itself, so that one sees what is meant. */
  texts: readonly { url: string; label: string; text: string }[]
  removalUrl: string
}

export const textOnlyPage = page<TextOnlyPage>('quiz-editing/text-only')

export function toTextOnlyPage(
  quiz: FoundQuiz,
  id: string,
  why: 'strange' | 'apart' | 'unread',
  w: Words,
): TextOnlyPage {
  const sources = [quiz.forms.da, quiz.forms.en].flatMap(
    ({ parts }) => parts.find((part) => part.id === id)?.source ?? [],
  )
  return {
    title: w.t('quizEditing.textOnly'),
    back: { url: url.questionsUrl(quiz.place), label: w.t('quizEditing.title') },
    why: w.t(`quizEditing.textOnly.${why}`),
    texts: textLinks(quiz, id, w).map((link, at) => ({ ...link, text: (sources[at] ?? '').slice(0, 3000) })),
    removalUrl: url.removalUrl(quiz.place, id),
  }
}

/** Asked before a question is taken out. */
export interface RemovalPage {
  title: string
  back: { url: string; label: string }
  action: string
  question: string
  facts: readonly Fact[]
  bases: readonly { id: string; value: string }[]
  /** Somebody changed it since it was shown. */
  changed: boolean
}

export const removalPage = page<RemovalPage>('quiz-editing/removal')

export function toRemovalPage(
  quiz: FoundQuiz,
  { id, question, changed }: { id: string; question: string; changed: boolean },
  w: Words,
): RemovalPage {
  return {
    title: w.t('quizEditing.remove'),
    back: { url: url.questionsUrl(quiz.place), label: w.t('quizEditing.title') },
    action: url.removalUrl(quiz.place, id),
    question,
    facts: [{ term: w.t('quizEditing.id'), text: id }],
    bases: (['da', 'en'] as const).map((language) => ({ id: `base-${language}`, value: quiz.bases[language] })),
    changed,
  }
}

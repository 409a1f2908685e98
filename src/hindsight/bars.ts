import type { Progress } from '#web/parts.ts'
import type { Words } from '#web/words.ts'
import type { Judged } from './concern.ts'
import { optionText, wrongText } from './concern-words.ts'

/** A share as a bar with its words. */
export interface Share {
  id: string
  text: string
  people: number
  of: number
  right?: boolean
}

export function shareBar({ id, text, people, of, right = false }: Share, w: Words): Progress {
  const said = { text, people, of, share: w.percent(of === 0 ? 0 : people / of) }
  return { id, label: w.t(right ? 'hindsight.barRight' : 'hindsight.bar', said), done: people, of: Math.max(of, 1) }
}

/** More wrong orders or pairs than these say nothing. */
const mostWrong = 4

/** The answers to a question: each option, or right and the wrong ones most taken; with how many wrong ones were left out. */
export function answerBars({ question, figures }: Judged, w: Words): { bars: Progress[]; left: number } {
  const { answered: of, right, options, wrong } = figures
  if (question.kind === 'one' || question.kind === 'several') {
    const bars = question.options.map((option, place) => {
      const text = optionText(question, place, w)
      return shareBar(
        { id: `answer-${question.id}-${place}`, text, people: options[place] ?? 0, of, right: option.right },
        w,
      )
    })
    return { bars, left: 0 }
  }
  const shown = wrong.slice(0, mostWrong)
  const bars = [
    shareBar({ id: `answer-${question.id}-right`, text: w.t('hindsight.allRight'), people: right, of }, w),
    ...shown.map(({ wrong: one, people }, place) =>
      shareBar({ id: `answer-${question.id}-${place}`, text: capital(wrongText(question, one, w)), people, of }, w),
    ),
  ]
  return { bars, left: wrong.length - shown.length }
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

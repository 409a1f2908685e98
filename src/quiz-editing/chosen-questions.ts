import type { TakenQuestion } from '#interchange/question.ts'
import type { Ticks } from './bank-forms.ts'
import type { LookedAt } from './bank-look-pages.ts'
import type { BankModule } from './bank-module.ts'

export type Chosen = { ok: true; questions: TakenQuestion[] } | { ok: false; faults: LookedAt['faults'] }

/** The questions that were ticked, each with its page; or what has still to be said. */
export function chosenQuestions(offered: readonly TakenQuestion[], ticks: Ticks, module: BankModule): Chosen {
  const { pages, sources } = module
  const isPage = (id: string) => pages.some((page) => page.id === id)
  const isSource = (id: string) => sources.some((source) => source.id === id)
  const questions = offered.flatMap((question, place) => {
    const own = ticks.taken.get(place)
    return own === undefined ? [] : [{ ...question, pageId: isPage(own) ? own : ticks.pageId }]
  })
  const needsSource = questions.some((question) => !question.sources.some(isSource))
  const faults: LookedAt['faults'] = {
    ...(questions.length === 0 ? { 'take-0': 'quizEditing.bank.none' as const } : {}),
    ...(questions.every(({ pageId }) => isPage(pageId)) ? {} : { page: 'quizEditing.bank.pageFault' as const }),
    ...(needsSource && !isSource(ticks.sourceId) ? { source: 'quizEditing.bank.sourceFault' as const } : {}),
  }
  return Object.keys(faults).length > 0 ? { ok: false, faults } : { ok: true, questions }
}

import { isTaken, type ReadQuestion, type RefusedQuestion, type TakenQuestion } from '#interchange/question.ts'
import { reasonText } from '#interchange/reason.ts'
import type { Typed } from '#web/form.ts'
import type { Fault, Select } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Key, Words } from '#web/words.ts'
import { bankQuestionsUrl, bankUrl } from './addresses.ts'
import { type PastedBank, seenOf, type Ticks } from './bank-forms.ts'
import type { BankModule, Target } from './bank-module.ts'
import { type BankBox, toBankBox } from './bank-pages.ts'
import { type OfferedQuestion, offeredQuestion } from './offered-question.ts'

/** What was read: every question that can be taken, to be ticked; every one that cannot, with line and reason. */
export interface BankLookPage {
  title: string
  back: { url: string; label: string }
  faults: Fault[]
  summary: string
  refusedTitle: string
  refused: readonly { line: string; text: string }[]
  /** Null when there is nothing to take. */
  take: TakePart | null
  box: BankBox
}
export const bankLookPage = page<BankLookPage>('quiz-editing/bank-look')

export interface TakePart {
  action: string
  seen: string
  page: Select
  source: Select
  questions: readonly OfferedQuestion[]
  more: string | null
}

/** A quiz holds no more, and a form no more ticks. */
export const mostOffered = 200

export interface LookedAt {
  module: BankModule
  pasted: PastedBank
  typed: Typed
  read: readonly ReadQuestion[]
  /** Null at first: then all are ticked. */
  ticks: Ticks | null
  faults: Partial<Record<'page' | 'source' | 'take-0', Key>>
}

export function toBankLookPage(w: Words, looked: LookedAt): BankLookPage {
  const { module, read, faults } = looked
  const taken = read.filter(isTaken)
  const refused = read.filter((question): question is RefusedQuestion => !isTaken(question))
  const counts = { count: taken.length, refused: refused.length }
  return {
    title: w.t('quizEditing.bank.lookTitle'),
    back: { url: bankUrl(module.place), label: w.t('quizEditing.bank.title') },
    faults: Object.entries(faults).map(([name, key]) => ({ name, text: w.t(key) })),
    summary: w.t('quizEditing.bank.summary', counts),
    refusedTitle: w.t('quizEditing.bank.refused', { count: refused.length }),
    refused: refused.map((question) => ({
      line: w.t('quizEditing.bank.line', { line: question.line }),
      text: reasonText(question, w.language),
    })),
    take: taken.length === 0 ? null : takePart(w, looked, taken),
    box: toBankBox(w, module, { typed: looked.typed }),
  }
}

function takePart(w: Words, { module, pasted, ticks, faults }: LookedAt, taken: readonly TakenQuestion[]): TakePart {
  const left = taken.length - mostOffered
  const fault = (name: 'page' | 'source') => (faults[name] ? w.t(faults[name]) : null)
  return {
    action: bankQuestionsUrl(module.place),
    seen: seenOf(pasted),
    page: {
      name: 'page',
      label: w.t('quizEditing.bank.page'),
      hint: w.t('quizEditing.bank.pageHint'),
      choose: w.t('quizEditing.bank.choosePage'),
      options: optionsOf(module.pages, ticks?.pageId ?? ''),
      fault: fault('page'),
    },
    source: {
      name: 'source',
      label: w.t('quizEditing.bank.source'),
      hint: w.t('quizEditing.bank.sourceHint'),
      choose: w.t('quizEditing.bank.chooseSource'),
      options: optionsOf(module.sources, ticks?.sourceId ?? (module.sources.length === 1 ? module.sources[0]?.id : '')),
      fault: fault('source'),
    },
    questions: taken
      .slice(0, mostOffered)
      .map((question, place) => offeredQuestion(w, { question, place, module, ticks })),
    more: left > 0 ? w.t('quizEditing.bank.more', { count: left, most: mostOffered }) : null,
  }
}

export const optionsOf = (targets: readonly Target[], chosen: string | undefined) =>
  targets.map(({ id, title }) => ({ value: id, label: title, chosen: id === chosen }))

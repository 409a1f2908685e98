import type { Choices, Field, Select } from '#web/parts.ts'
import type { Words } from '#web/words.ts'
import { type FieldsIn, faultAt, fieldIn } from './field-parts.ts'
import type { FoundQuiz } from './find-quiz.ts'
import { isTicked } from './form-question.ts'
import { longest } from './forms.ts'
import type { TwinQuestion } from './twin-question.ts'

/** Whether one answer is right or several; the other kinds have answers that nothing could be made of. */
export function kindSelect({ kind }: TwinQuestion, w: Words): Select | null {
  if (!isTicked(kind)) return null
  const options = (['one', 'several'] as const).map((one) => ({
    value: one,
    label: w.t(`quizEditing.kind.${one}`),
    chosen: one === kind,
  }))
  return { name: 'kind', label: w.t('quizEditing.kindLabel'), options }
}

export function numberFields(of: FieldsIn): Field[] {
  const { question, faults, w } = of
  const field = (name: 'answer' | 'tolerance', hint: string | null): Field => ({
    name,
    label: w.t(`quizEditing.number.${name}`),
    value: question[name],
    inputmode: 'decimal',
    hint,
    fault: faultAt(faults, name),
    maxlength: longest.number,
  })
  return [
    field('answer', null),
    field('tolerance', w.t('quizEditing.number.toleranceHint')),
    fieldIn(of, 'da', {
      name: 'unit',
      text: question.unit,
      label: w.t('quizEditing.number.unit'),
      part: 'unit',
      hint: w.t('quizEditing.number.unitHint'),
    }),
  ]
}

/** What a text points to and the module does not have stays chosen, and says what it is. */
export function pageSelect({ question, faults, w }: FieldsIn, { pages }: FoundQuiz): Select {
  const known = pages.some(({ id }) => id === question.pageId)
  const lost = known || question.pageId === '' ? [] : [{ id: question.pageId, title: '' }]
  return {
    name: 'page',
    label: w.t('quizEditing.page'),
    hint: w.t('quizEditing.pageHint'),
    fault: faultAt(faults, 'page'),
    choose: w.t('quizEditing.pageChoose'),
    options: [...pages, ...lost].map(({ id, title }) => ({
      value: id,
      label: title || id,
      chosen: id === question.pageId,
    })),
  }
}

/** Modules have many sources and a question one or two: those stand first, and the rest is folded away. */
export interface SourcesPart {
  title: string
  chosen: string
  open: boolean
  choices: Choices
}

export function sourcesPart({ question, faults, w }: FieldsIn, sources: Readonly<Record<string, string>>): SourcesPart {
  const all = [...new Set([...question.sources, ...Object.keys(sources)])]
  const titleOf = (id: string) => (Object.hasOwn(sources, id) && sources[id]) || id
  const fault = faultAt(faults, 'source')
  return {
    title: w.t('quizEditing.sources'),
    chosen: question.sources.length === 0 ? w.t('quizEditing.sourcesNone') : w.list(question.sources.map(titleOf)),
    open: fault !== null || question.sources.length === 0,
    choices: {
      name: 'source',
      legend: w.t(all.length === 0 ? 'quizEditing.noSources' : 'quizEditing.sourcesHint'),
      many: true,
      fault,
      options: all.map((id) => ({ value: id, label: titleOf(id), chosen: question.sources.includes(id) })),
    },
  }
}

export function flagChoices({ question, faults, w }: FieldsIn): Choices {
  const flag = (value: 'must' | 'applied') => ({
    value,
    label: w.t(`quizEditing.${value}`),
    hint: w.t(`quizEditing.${value}Hint`),
    chosen: question[value],
  })
  const fault = faultAt(faults, 'flag')
  return { name: 'flag', legend: w.t('quizEditing.flags'), many: true, fault, options: [flag('must'), flag('applied')] }
}

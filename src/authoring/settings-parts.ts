import type { InBoth } from '#courses/course.ts'
import type { Fault, Field } from '#web/parts.ts'
import type { Key, Words } from '#web/words.ts'
import type { Faults } from './course-forms.ts'
import { longestText } from './typed-fields.ts'

/** One row of a list in a settings form: a source, a local fact. */
export interface RowPart {
  legend: string
  /** Folded away: it is there already, and nothing is wrong with it. */
  folded: boolean
  /** Names the row that is there already. */
  kept: { name: string; value: string } | null
  fields: readonly Field[]
  ticks: readonly { name: string; label: string; ticked: boolean }[]
}

/** Makes fields with what is wrong with them. */
export function fieldMaker(w: Words, faults: Faults) {
  const field = (name: string, label: string, value: string, more: Partial<Field> = {}): Field => {
    const fault = faults[name]
    return { name, label, value, fault: fault ? w.t(fault) : null, maxlength: longestText, ...more }
  }
  /** Both languages of a text; an English one left empty is the Danish one. */
  const both = (name: string, label: Key, { da, en }: InBoth, more: Partial<Field> = {}): Field[] => [
    field(`${name}Da`, w.t('authoring.inDanish', { what: w.t(label) }), da, { required: true, ...more }),
    field(`${name}En`, w.t('authoring.inEnglish', { what: w.t(label) }), en, {
      ...more,
      required: false,
      hint: w.t('authoring.sameHint'),
    }),
  ]
  return { field, both }
}

/** The summary of what is wrong: by field, as it stands on the page. */
export const faultList = (fields: readonly Pick<Field, 'name' | 'id' | 'label' | 'fault'>[]): Fault[] =>
  fields.flatMap(({ name, id, label, fault }) => (fault ? [{ name: id ?? name, text: `${label}: ${fault}` }] : []))

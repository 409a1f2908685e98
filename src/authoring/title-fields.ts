import type { InBoth } from '#courses/course.ts'
import type { Fault, Field } from '#web/parts.ts'
import type { Words } from '#web/words.ts'
import { longestTitle } from './forms.ts'

/** A title that was refused: of which form, and what was typed. */
export interface RefusedTitle {
  /** What was to be begun, or the name of the file that was to be renamed. */
  form: string
  title: InBoth
}

/** The fields of a title in both languages; an English one left empty is the Danish one. `form` makes their ids. */
export function titleFields(
  w: Words,
  form: string,
  { title = { da: '', en: '' }, refused }: { title?: InBoth; refused?: RefusedTitle | undefined } = {},
): Field[] {
  const typed = refused?.form === form ? refused.title : null
  const { da, en } = typed ?? { da: title.da, en: title.en === title.da ? '' : title.en }
  const id = form.replace('.md', '')
  const tooLong = (text: string) => (text.length > longestTitle ? w.t('authoring.titleTooLong') : null)
  return [
    {
      name: 'titleDa',
      id: `${id}-da`,
      label: w.t('authoring.titleDa'),
      value: da,
      fault: typed ? (da === '' ? w.t('authoring.textMissing') : tooLong(da)) : null,
      maxlength: longestTitle,
      required: true,
    },
    {
      name: 'titleEn',
      id: `${id}-en`,
      label: w.t('authoring.titleEn'),
      hint: w.t('authoring.sameHint'),
      value: en,
      fault: typed ? tooLong(en) : null,
      maxlength: longestTitle,
    },
  ]
}

/** What is wrong in a form, for the top of the page. */
export const faultsIn = (fields: readonly Field[]): Fault[] =>
  fields.flatMap(({ id, name, label, fault }) => (fault ? [{ name: id ?? name, text: `${label}: ${fault}` }] : []))

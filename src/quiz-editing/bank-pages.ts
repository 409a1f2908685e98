import { sourceFormats } from '#interchange/source-format.ts'
import { type Typed, typedText } from '#web/form.ts'
import { languages } from '#web/language.ts'
import type { Fault, Field, Select } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { bankGiftUrl, bankUrl, questionsUrl } from './addresses.ts'
import type { BankFaults } from './bank-forms.ts'
import type { BankModule } from './bank-module.ts'

/** Questions in from elsewhere, and out. */
export interface BankPage {
  title: string
  back: { url: string; label: string }
  faults: Fault[]
  box: BankBox
  gifts: readonly { url: string; label: string }[]
}
export const bankPage = page<BankPage>('quiz-editing/bank')

/** Where questions are pasted, and how they are to be read. */
export interface BankBox {
  action: string
  text: Field
  format: Select
  language: Select
}

export interface TypedBank {
  typed: Typed
  faults?: BankFaults
}

export function toBankPage(w: Words, { place }: Pick<BankModule, 'place'>, shown: TypedBank = { typed: {} }): BankPage {
  const box = toBankBox(w, { place }, shown)
  const { fault } = box.text
  return {
    title: w.t('quizEditing.bank.title'),
    back: { url: questionsUrl(place), label: w.t('quizEditing.bank.back') },
    faults: fault ? [{ name: box.text.name, text: fault }] : [],
    box,
    gifts: languages.map((language) => ({
      url: bankGiftUrl(place, language),
      label: w.t(`quizEditing.bank.gift.${language}`),
    })),
  }
}

export function toBankBox(
  w: Words,
  { place }: Pick<BankModule, 'place'>,
  { typed, faults = {} }: TypedBank = { typed: {} },
): BankBox {
  const language = typedText(typed, 'language') || w.language
  const format = typedText(typed, 'format')
  return {
    action: bankUrl(place),
    text: {
      name: 'text',
      type: 'textarea',
      rows: 12,
      label: w.t('quizEditing.bank.text'),
      hint: w.t('quizEditing.bank.textHint'),
      value: typedText(typed, 'text'),
      fault: faults.text ? w.t(faults.text) : null,
    },
    format: {
      name: 'format',
      label: w.t('quizEditing.bank.format'),
      choose: w.t('quizEditing.bank.findOut'),
      options: sourceFormats.map((one) => ({
        value: one,
        label: w.t(`quizEditing.bank.format.${one}`),
        chosen: one === format,
      })),
    },
    language: {
      name: 'language',
      label: w.t('quizEditing.bank.language'),
      options: languages.map((one) => ({
        value: one,
        label: w.t(`quizEditing.bank.language.${one}`),
        chosen: one === language,
      })),
    },
  }
}

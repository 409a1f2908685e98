import { chosenPasswordField, type Faults, faultLines, loginField } from '#signin/fields.ts'
import { type Typed, typedText } from '#web/form.ts'
import type { Fault, Field } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'

/** What of a form is shown again. */
export interface Shown {
  typed: Typed
  faults?: Faults
  /** Why the whole try was turned down, in words. */
  refusal?: string | null
}
const nothing: Shown = { typed: {} }

/** The ways back in: a code, a letter, a human being. */
export interface RecoveryPage {
  title: string
  faults: Fault[]
  login: Field
  code: Field
  password: Field
  /** Null where no letters are sent. */
  address: Field | null
  /** How to reach the association, or null. */
  contact: string | null
}
export const recoveryPage = page<RecoveryPage>('recovery/recovery')

/** `letter`: null where no letters are sent, else what was typed and why it was refused. */
export function toRecoveryPage(
  w: Words,
  of: { contact: string | null; letter: { typed?: string; fault?: string | null } | null },
  { typed, faults = {}, refusal = null }: Shown = nothing,
): RecoveryPage {
  const fields = {
    login: loginField(w, faults, typedText(typed, 'login')),
    code: codeField(w, faults, typedText(typed, 'code')),
    password: chosenPasswordField(w, faults, typedText(typed, 'password')),
  }
  const address = of.letter && addressField(w, of.letter.typed ?? '', of.letter.fault ?? null)
  const refused = refusal === null ? [] : [{ name: 'code', text: refusal }]
  const wrong = Object.keys(faults).length === 0 ? [] : faultLines([fields.login, fields.code, fields.password])
  return {
    title: w.t('recovery.title'),
    faults: [...refused, ...wrong, ...faultLines(address ? [address] : [])],
    ...fields,
    address,
    contact: of.contact === null ? null : w.t('recovery.contact', { contact: of.contact }),
  }
}

const codeField = (w: Words, faults: Faults, typed: string): Field => ({
  name: 'code',
  label: w.t('recovery.code'),
  hint: w.t('recovery.codeHint'),
  value: typed,
  fault: faults.code ? w.t(faults.code) : null,
  autocomplete: 'one-time-code',
  required: true,
  maxlength: 100,
})

const addressField = (w: Words, typed: string, fault: string | null): Field => ({
  name: 'address',
  label: w.t('recovery.address'),
  type: 'email',
  value: typed,
  fault,
  autocomplete: 'username',
  required: true,
  maxlength: 200,
})

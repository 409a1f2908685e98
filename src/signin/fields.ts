import type { Field } from '#web/parts.ts'
import type { Key, Words } from '#web/words.ts'
import { isPassphrase } from './passphrase.ts'

/** The fault of each field that has one, by its name. */
export type Faults = Readonly<Partial<Record<string, Key>>>

const faultIn = (w: Words, faults: Faults, name: string) => (faults[name] ? w.t(faults[name]) : null)

export const loginField = (w: Words, faults: Faults, typed: string): Field => ({
  name: 'login',
  label: w.t('signin.login'),
  hint: w.t('signin.loginHint'),
  value: typed,
  fault: faultIn(w, faults, 'login'),
  autocomplete: 'username',
  inputmode: 'email',
  required: true,
  maxlength: 200,
})

/** For a password one already has. It is never shown again. */
export const passwordField = (w: Words, faults: Faults): Field => ({
  name: 'password',
  label: w.t('signin.password'),
  type: 'password',
  fault: faultIn(w, faults, 'password'),
  autocomplete: 'current-password',
  required: true,
})

/** For asking somebody who is signed in for the password again. In the demo it says what the password is. */
export const passwordAgainField = (
  w: Words,
  { fault = null, demo }: { fault?: string | null; demo: boolean },
): Field => ({
  name: 'password',
  label: w.t('signin.passwordYours'),
  type: 'password',
  hint: demo ? w.t('signin.demoPassword') : w.t('signin.passwordYoursHint'),
  fault,
  autocomplete: 'current-password',
  required: true,
})

/** Why a password that was asked for again did not do, in words. */
export const passwordAgainFault = (w: Words, tried: 'wrong' | { seconds: number }): string =>
  tried === 'wrong' ? w.t('signin.passwordWrong') : w.t('signin.wait', { count: Math.ceil(tried.seconds / 60) })

/**
 * For choosing a password. Shown again only where it has the form of one that we suggest, and then in the open so that it can be
 * written down; one's own has to be typed again when another field was wrong, and the field says so.
 */
export function newPasswordField(w: Words, faults: Faults, typed: string): Field {
  const suggested = isPassphrase(typed)
  const again = !suggested && typed !== '' && !faults.password && Object.keys(faults).length > 0
  return {
    name: 'password',
    label: w.t('signin.password'),
    type: suggested ? 'text' : 'password',
    value: suggested ? typed : '',
    hint: w.t(suggested ? 'signin.passwordSuggested' : 'signin.passwordHint'),
    fault: again ? w.t('signin.passwordAgain') : faultIn(w, faults, 'password'),
    autocomplete: 'new-password',
    required: true,
  }
}

/** The same for somebody who had a password before. */
export const chosenPasswordField = (w: Words, faults: Faults, typed: string): Field => ({
  ...newPasswordField(w, faults, typed),
  label: w.t('signin.newPassword'),
})

/** The lines of the error summary, in the order of the fields. */
export const faultLines = (fields: readonly { name: string; id?: string; fault?: string | null }[]) =>
  fields.flatMap(({ name, id, fault }) => (fault ? [{ name: id ?? name, text: fault }] : []))

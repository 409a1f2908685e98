import { chosenPasswordField, type Faults, faultLines, loginField, passwordAgainField } from '#signin/fields.ts'
import { type Typed, typedText } from '#web/form.ts'
import type { Fault, Field } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'

/** What of a form is shown again. */
export interface Shown {
  typed: Typed
  faults?: Faults
  /** What is wrong with the password that was asked for again, in words. */
  again?: string | null
}
const nothing: Shown = { typed: {} }

export interface LoginPage {
  title: string
  /** The login there is. */
  now: string
  faults: Fault[]
  login: Field
  password: Field
}
export const loginPage = page<LoginPage>('account/login')

export function toLoginPage(
  w: Words,
  of: { login: string; demo: boolean },
  { typed, faults = {}, again = null }: Shown = nothing,
): LoginPage {
  const login = { ...loginField(w, faults, typedText(typed, 'login')), label: w.t('account.loginNew') }
  const password = passwordAgainField(w, { fault: again, demo: of.demo })
  return {
    title: w.t('account.loginTitle'),
    now: w.t('account.loginNow', { login: of.login }),
    faults: faultLines([login, password]),
    login,
    password,
  }
}

export interface PasswordPage {
  title: string
  faults: Fault[]
  current: Field
  password: Field
  /** For password managers: whose password it is. */
  login: string
}
export const passwordPage = page<PasswordPage>('account/password')

export function toPasswordPage(
  w: Words,
  of: { login: string; demo: boolean },
  { typed, faults = {}, again = null }: Shown = nothing,
): PasswordPage {
  const missing = faults.current ? w.t(faults.current) : null
  const current = {
    ...passwordAgainField(w, { fault: again ?? missing, demo: of.demo }),
    name: 'current',
    label: w.t('account.passwordNow'),
  }
  const password = chosenPasswordField(
    w,
    again ? { ...faults, current: 'signin.passwordWrong' } : faults,
    typedText(typed, 'password'),
  )
  const refused = again !== null || Object.keys(faults).length > 0
  return {
    title: w.t('account.passwordTitle'),
    faults: refused ? faultLines([current, password]) : [],
    current,
    password,
    login: of.login,
  }
}

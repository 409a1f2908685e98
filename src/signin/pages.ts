import type { Fault, Field } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { type Faults, faultLines, loginField, passwordField } from './fields.ts'

export interface SignInPage {
  title: string
  newcomer: string
  submit: string
  /** Where to go afterwards; empty = the person's own first page. */
  next: string
  /** What refused the whole try: wrong, or too many. */
  refusal: string | null
  faults: Fault[]
  login: Field
  password: Field
}
export const signInPage = page<SignInPage>('signin/sign-in')

export interface SignInState {
  next: string
  login?: string
  faults?: Faults
  refusal?: string | null
}

export function toSignInPage(w: Words, { next, login = '', faults = {}, refusal = null }: SignInState): SignInPage {
  const fields = { login: loginField(w, faults, login), password: passwordField(w, faults) }
  const summary = refusal ? [{ name: 'password', text: refusal }] : []
  return {
    title: w.t('signin.title'),
    newcomer: w.t('signin.newcomer'),
    submit: w.t('signin.submit'),
    next,
    refusal,
    faults: [...summary, ...faultLines([fields.login, fields.password])],
    ...fields,
  }
}

/** Why a try was turned down, in words; nothing in them tells whether the login is known. */
export const refusalOf = (w: Words, outcome: { kind: 'wrong' } | { kind: 'wait'; seconds: number }): string =>
  outcome.kind === 'wrong' ? w.t('signin.wrong') : w.t('signin.wait', { count: Math.ceil(outcome.seconds / 60) })

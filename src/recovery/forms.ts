import type { Faults } from '#signin/fields.ts'
import { longestTyped } from '#signin/forms.ts'
import { loginOf, longestLogin } from '#signin/login.ts'
import { type Owner, passwordFault } from '#signin/password-fault.ts'
import { form, type Typed, typedText } from '#web/form.ts'
import { codeOf } from './code.ts'

export interface CodeForm {
  /** Normalised. */
  login: string
  /** Normalised. */
  code: string
  password: string
}

export type ReadForm<Value> = { ok: true; typed: Typed; value: Value } | { ok: false; typed: Typed; faults: Faults }

const readCodeRaw = form(
  (type) =>
    type.Object({
      login: type.String({ minLength: 1, maxLength: longestLogin }),
      code: type.String({ minLength: 1, maxLength: 100 }),
      password: type.String({ minLength: 1, maxLength: longestTyped }),
    }),
  { login: 'signin.loginFault', code: 'recovery.codeFault', password: 'signin.passwordMissing' },
)

/** Login, code and a new password. Whose it is nobody knows yet, so the password is judged without the name. `words`: the partnership's name. */
export function readCode(body: unknown, words: readonly string[]): ReadForm<CodeForm> {
  const read = readCodeRaw(body)
  const typed: Typed = read.ok ? read.value : read.typed
  const login = loginOf(typedText(typed, 'login'))
  const code = codeOf(typedText(typed, 'code'))
  const faults: Faults = {
    ...(login === null ? { login: 'signin.loginFault' } : {}),
    ...(code === null ? { code: 'recovery.codeFault' } : {}),
    ...newPasswordFaults(typed, { name: '', login: login ?? '', words }),
    ...(read.ok ? {} : read.faults),
  }
  if (!read.ok || login === null || code === null || Object.keys(faults).length > 0) return { ok: false, typed, faults }
  return { ok: true, typed, value: { login, code, password: read.value.password } }
}

/** What is wrong with the new password in this form, if anything. */
export function newPasswordFaults(typed: Typed, owner: Owner): Faults {
  const password = typedText(typed, 'password')
  const fault = password === '' ? null : passwordFault(password, owner)
  return fault ? { password: fault } : {}
}

const readPasswordRaw = form(
  (type) => type.Object({ password: type.String({ minLength: 1, maxLength: longestTyped }) }),
  { password: 'signin.passwordMissing' },
)

/** A new password, judged for its owner. */
export function readNewPassword(body: unknown, owner: Owner): ReadForm<{ password: string }> {
  const read = readPasswordRaw(body)
  const typed: Typed = read.ok ? read.value : read.typed
  const faults: Faults = { ...newPasswordFaults(typed, owner), ...(read.ok ? {} : read.faults) }
  if (!read.ok || Object.keys(faults).length > 0) return { ok: false, typed, faults }
  return { ok: true, typed, value: read.value }
}

const readAddressRaw = form((type) => type.Object({ address: type.String({ maxLength: longestLogin }) }), {
  address: 'recovery.addressFault',
})

/** The e-mail address that a letter is asked for: normalised as a login, or null when it is none. */
export function readAddress(body: unknown): { typed: string; login: string | null } {
  const read = readAddressRaw(body)
  const typed = typedText(read.ok ? read.value : read.typed, 'address')
  const login = loginOf(typed)
  return { typed, login: login?.includes('@') ? login : null }
}

import type { Faults } from '#signin/fields.ts'
import { longestTyped } from '#signin/forms.ts'
import { loginOf, longestLogin } from '#signin/login.ts'
import { type Owner, passwordFault } from '#signin/password-fault.ts'
import { form, type Typed, typedText } from '#web/form.ts'

export type ReadForm<Value> = { ok: true; typed: Typed; value: Value } | { ok: false; typed: Typed; faults: Faults }

const readLoginRaw = form((type) => type.Object({ login: type.String({ minLength: 1, maxLength: longestLogin }) }), {
  login: 'signin.loginFault',
})

/** A new login, normalised. */
export function readNewLogin(body: unknown): ReadForm<{ login: string }> {
  const read = readLoginRaw(body)
  const typed: Typed = read.ok ? read.value : read.typed
  const login = loginOf(typedText(typed, 'login'))
  if (login === null) return { ok: false, typed, faults: { login: 'signin.loginFault' } }
  return { ok: true, typed, value: { login } }
}

const readPasswordsRaw = form(
  (type) =>
    type.Object({
      current: type.String({ minLength: 1, maxLength: longestTyped }),
      password: type.String({ minLength: 1, maxLength: longestTyped }),
    }),
  { current: 'signin.passwordMissing', password: 'signin.passwordMissing' },
)

/** The password there is and the one that is to be, judged for its owner. */
export function readPasswords(body: unknown, owner: Owner): ReadForm<{ current: string; password: string }> {
  const read = readPasswordsRaw(body)
  const typed: Typed = read.ok ? read.value : read.typed
  const password = typedText(typed, 'password')
  const fault = password === '' ? null : passwordFault(password, owner)
  const faults: Faults = { ...(fault ? { password: fault } : {}), ...(read.ok ? {} : read.faults) }
  if (!read.ok || Object.keys(faults).length > 0) return { ok: false, typed, faults }
  return { ok: true, typed, value: read.value }
}

import { form, typedText } from '#web/form.ts'
import { languages } from '#web/language.ts'
import type { Faults } from './fields.ts'
import { loginOf, longestLogin } from './login.ts'

/** Much more than a password may have, and far less than would keep a hash busy. */
export const longestTyped = 1000

const readRaw = form(
  (type) =>
    type.Object({
      login: type.String({ minLength: 1, maxLength: longestLogin }),
      password: type.String({ minLength: 1, maxLength: longestTyped }),
    }),
  { login: 'signin.loginFault', password: 'signin.passwordMissing' },
)

/** Login, normalised, and password as typed. */
export function readSignIn(body: unknown) {
  const read = readRaw(body)
  const typed = read.ok ? read.value : read.typed
  const login = loginOf(typedText(typed, 'login'))
  if (read.ok && login !== null) return { ok: true as const, typed, value: { login, password: read.value.password } }
  const faults: Faults = { ...(login === null ? { login: 'signin.loginFault' } : {}), ...(read.ok ? {} : read.faults) }
  return { ok: false as const, typed, faults }
}

const readAgainRaw = form((type) => type.Object({ password: type.String({ minLength: 1, maxLength: longestTyped }) }), {
  password: 'signin.passwordMissing',
})

/** The password that was asked for again, as typed; nothing when it was left out, which is as good as wrong. */
export function readPasswordAgain(body: unknown): string {
  const read = readAgainRaw(body)
  return read.ok ? read.value.password : ''
}

const readSuggestRaw = form((type) => type.Object({ suggest: type.String() }), { suggest: 'missing' })

/** Was it the button that suggests a passphrase that sent the form? */
export const wantsPassphrase = (body: unknown): boolean => readSuggestRaw(body).ok

const readNextRaw = form((type) => type.Object({ next: type.String() }), { next: 'missing' })

/** Where to go afterwards, unchecked. */
export function readNext(body: unknown): string {
  const read = readNextRaw(body)
  return read.ok ? read.value.next : ''
}

const readLanguageRaw = form(
  (type) => type.Object({ language: type.Union(languages.map((language) => type.Literal(language))) }),
  { language: 'unknown' },
)

/** The language asked for, or null. */
export function readLanguage(body: unknown) {
  const read = readLanguageRaw(body)
  return read.ok ? read.value.language : null
}

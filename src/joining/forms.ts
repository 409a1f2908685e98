import { tidyName } from '#base/text.ts'
import { type Job, jobs } from '#people/job.ts'
import type { Faults } from '#signin/fields.ts'
import { longestTyped } from '#signin/forms.ts'
import { loginOf, longestLogin } from '#signin/login.ts'
import { passwordFault } from '#signin/password-fault.ts'
import { form, type Read, type TypeBox, type Typed, typedText } from '#web/form.ts'
import type { Key } from '#web/words.ts'

export const oneOf = <Value extends string>(type: TypeBox, values: readonly Value[]) =>
  type.Union(values.map((value) => type.Literal(value)))
/** Whether anything is left of it when it is tidied is looked at afterwards. */
export const someText = (type: TypeBox) => type.String({ maxLength: 100 })
export const account = (type: TypeBox) => ({
  login: type.String({ minLength: 1, maxLength: longestLogin }),
  password: type.String({ minLength: 1, maxLength: longestTyped }),
})
export const accountFaults = { login: 'signin.loginFault', password: 'signin.passwordMissing' } as const

export type ReadForm<Value> = { ok: true; typed: Typed; value: Value } | { ok: false; typed: Typed; faults: Faults }

export interface Joining {
  name: string
  login: string
  job: Job
  password: string
}

const readJoinRaw = form((type) => type.Object({ name: someText(type), job: oneOf(type, jobs), ...account(type) }), {
  name: 'joining.nameFault',
  job: 'joining.jobFault',
  ...accountFaults,
})

/** A newcomer's form. `words`: the names of the venue and the partnership, which no password may be made of. */
export function readJoin(body: unknown, words: readonly string[]): ReadForm<Joining> {
  const read = readJoinRaw(body)
  return newcomerOf(read, words, (value) => ({ ...value, job: value.job as Job }))
}

interface TypedNewcomer {
  name: string
  login: string
  password: string
}

/** Anybody who makes an account, whatever else the form asks: what was read of it, tidied, or what is wrong with it. */
export function newcomerOf<Raw extends TypedNewcomer, Value extends TypedNewcomer>(
  read: Read<Raw, Key>,
  words: readonly string[],
  toValue: (raw: Raw) => Value,
): ReadForm<Value> {
  const typed = (read.ok ? read.value : read.typed) as Typed
  const faults: Faults = {
    ...emptyFaults(typed, { name: 'joining.nameFault' }),
    ...ownerFaults(typed, words),
    ...(read.ok ? {} : read.faults),
  }
  if (!read.ok || Object.keys(faults).length > 0) return { ok: false, typed, faults }
  const { name, login } = read.value
  return { ok: true, typed, value: { ...toValue(read.value), name: tidyName(name), login: loginOf(login) as string } }
}

/** Fields of which nothing is left once they are tidied. */
export function emptyFaults(typed: Typed, faults: Faults): Faults {
  return Object.fromEntries(Object.entries(faults).filter(([name]) => tidyName(typedText(typed, name)) === ''))
}

/** What no schema can say: is it a login, and is it a password for this person here? */
export function ownerFaults(typed: Typed, words: readonly string[]): Faults {
  const [name, login, password] = [typedText(typed, 'name'), typedText(typed, 'login'), typedText(typed, 'password')]
  const ofPassword = password === '' ? null : passwordFault(password, { name, login, words })
  return {
    ...(loginOf(login) === null ? { login: 'signin.loginFault' as const } : {}),
    ...(ofPassword ? { password: ofPassword } : {}),
  }
}

const readSecondRaw = form((type) => type.Object({ job: oneOf(type, jobs), ...account(type) }), {
  job: 'joining.jobFault',
  ...accountFaults,
})

/** The form of somebody who has an account. */
export function readSecond(body: unknown): ReadForm<Omit<Joining, 'name'>> {
  const read = readSecondRaw(body)
  const typed: Typed = read.ok ? read.value : read.typed
  const login = loginOf(typedText(typed, 'login'))
  if (read.ok && login) return { ok: true, typed, value: { ...read.value, job: read.value.job as Job, login } }
  const faults: Faults = { ...(login ? {} : { login: 'signin.loginFault' }), ...(read.ok ? {} : read.faults) }
  return { ok: false, typed, faults }
}

const readJobRaw = form((type) => type.Object({ job: oneOf(type, jobs) }), { job: 'joining.jobFault' })

/** The form of somebody who is signed in: only the job, or null. */
export function readJob(body: unknown): Job | null {
  const read = readJobRaw(body)
  return read.ok ? (read.value.job as Job) : null
}

const readTickRaw = form((type) => type.Object({ understood: type.Literal('yes') }), { understood: 'missing' })

/** Was it ticked that old posters stop working? */
export const readUnderstood = (body: unknown): boolean => readTickRaw(body).ok

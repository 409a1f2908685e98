import { tidyName } from '#base/text.ts'
import { account, accountFaults, emptyFaults, ownerFaults, type ReadForm, someText } from '#joining/forms.ts'
import type { Faults } from '#signin/fields.ts'
import { loginOf } from '#signin/login.ts'
import { form, type Typed } from '#web/form.ts'

export interface NewAccount {
  name: string
  login: string
  password: string
}

const readRaw = form((type) => type.Object({ name: someText(type), ...account(type) }), {
  name: 'joining.nameFault',
  ...accountFaults,
})

/** Who accepts without an account; what the link gives is in the link, never in the form. `words`: names no password may be made of. */
export function readNewAccount(body: unknown, words: readonly string[]): ReadForm<NewAccount> {
  const read = readRaw(body)
  const typed: Typed = read.ok ? read.value : read.typed
  const faults: Faults = {
    ...emptyFaults(typed, { name: 'joining.nameFault' }),
    ...ownerFaults(typed, words),
    ...(read.ok ? {} : read.faults),
  }
  if (!read.ok || Object.keys(faults).length > 0) return { ok: false, typed, faults }
  const { name, login, password } = read.value
  return { ok: true, typed, value: { name: tidyName(name), login: loginOf(login) as string, password } }
}

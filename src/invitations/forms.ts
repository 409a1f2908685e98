import { account, accountFaults, newcomerOf, type ReadForm, someText } from '#joining/forms.ts'
import { form } from '#web/form.ts'

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
  return newcomerOf(readRaw(body), words, (value) => value)
}

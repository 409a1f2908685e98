/** What the partials in views/shared take. Texts are ready to read; what is left out takes the partial's default. */

/** One input. A password's value is never shown again; `id` is the name unless given. */
export interface Field {
  name: string
  label: string
  type?: 'text' | 'email' | 'tel' | 'password' | 'date' | 'number' | 'search' | 'url' | 'textarea'
  id?: string
  value?: string
  fault?: string | null
  hint?: string | null
  autocomplete?: string
  inputmode?: 'text' | 'email' | 'tel' | 'numeric' | 'decimal' | 'search'
  required?: boolean
  maxlength?: number
  min?: string | number
  max?: string | number
  rows?: number
}

export interface Option {
  value: string
  label: string
  chosen?: boolean
}

/** A drop-down; `choose` is the text of an empty first option. */
export interface Select {
  name: string
  label: string
  options: readonly Option[]
  id?: string
  fault?: string | null
  hint?: string | null
  required?: boolean
  choose?: string | null
}

/** Radio buttons, or ticks when `many`. */
export interface Choices {
  name: string
  legend: string
  options: readonly (Option & { hint?: string | null })[]
  many?: boolean
  small?: boolean
  fault?: string | null
  hint?: string | null
  required?: boolean
}

/** One line of an error summary; `name` is the id of the field it leads to. */
export interface Fault {
  name: string
  text: string
}

export const stateNames = [
  'valid',
  'renewed',
  'expiring',
  'expired',
  'revoked',
  'withdrawn',
  'replaced',
  'unknown',
  'covered',
  'within',
  'late',
  'missing',
  'passed',
  'failed',
  'open',
  'done',
  'waiting',
  'unconfirmed',
  'right',
  'wrong',
] as const
export type StateName = (typeof stateNames)[number]

/** A badge: shape by `state`, word by `text`. */
export interface State {
  state: StateName
  text: string
}

/** A button that posts to `action`; `about` is said by screen readers after the label. */
export interface Button {
  action: string
  label: string
  kind?: 'main' | 'quiet' | 'plain' | 'danger'
  fields?: Readonly<Record<string, string>>
  about?: string | null
}

/** `id` is unique on its page. */
export interface Progress {
  id: string
  label: string
  done: number
  of: number
}

export interface Notice {
  kind: 'info' | 'good' | 'warn' | 'bad'
  title?: string | null
  text: string
}

export interface Fact {
  term: string
  text: string
}

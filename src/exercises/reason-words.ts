import type { Words } from '#web/words.ts'
import type { Reason } from './verdict.ts'

/** Why a guest may be served or not, in a sentence or two. */
export function reasonInWords(reason: Reason, w: Words): string {
  const on = 'on' in reason ? { on: w.date(reason.on) } : {}
  const age = 'age' in reason ? { age: reason.age } : {}
  return w.t(`exercises.reason.${reason.kind}`, { ...on, ...age })
}

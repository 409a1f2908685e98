export const refusalCodes = ['not-found', 'forbidden', 'conflict', 'gone', 'too-many', 'too-large', 'busy'] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** A no that belongs to the rules, not a fault: it is answered with a page in the reader's language, never logged as an error. */
export class Refusal extends Error {
  readonly code: RefusalCode

  constructor(code: RefusalCode, message: string) {
    super(message)
    this.code = code
  }
}

export function must(allowed: boolean, what: string): asserts allowed {
  if (!allowed) throw new Refusal('forbidden', what)
}

/** What a person may not see does not exist for that person. */
export function mustSee(allowed: boolean, what: string): asserts allowed {
  if (!allowed) throw new Refusal('not-found', what)
}

export function found<T>(thing: T | null | undefined, what: string): T {
  if (thing == null) throw new Refusal('not-found', what)
  return thing
}

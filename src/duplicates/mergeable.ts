import type { Compared } from './store.ts'

/**
 * What speaks against keeping one record and closing the other, or nothing: a role would go to a login the association did not appoint, and
 * where only the one that goes has a password, a link in a manager's hand would open what is left.
 */
export function whyNotMerge(kept: Compared, goes: Compared): 'role' | 'claim' | null {
  if (goes.roles > 0) return 'role'
  return goes.claimed && !kept.claimed ? 'claim' : null
}

import type { Role } from '#policy.ts'
import type { Key } from '#web/words.ts'

export const roleKey = (role: Role): Key => `people.role.${role}`

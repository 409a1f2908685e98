import type { Language } from '#web/language.ts'

/** What somebody says who gets an account. */
export interface NewPerson {
  /** Tidied already. */
  name: string
  /** Normalised already: lower-case address or +45… number. */
  login: string
  /** PHC string. Hashed before the transaction: hashing in one would stop the whole site. */
  passwordHash: string
  language: Language
}

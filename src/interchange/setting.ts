import type { Language } from '#web/language.ts'
import type { Notice } from './reason.ts'
import type { TextFormat } from './rich-text.ts'

/** The texts of a question are of one format unless they say another; what is different with us is told. */
export interface Setting {
  language: Language
  format: TextFormat
  notice(notice: Notice): void
}

import { asksWriting } from '#web/signed-out-pages.ts'
import { bodyLimit } from './editor-forms.ts'

/** The door of every form that carries a text: what was typed survives a sign-in that has run out. */
export const writing = { ...asksWriting('writeCourse', /^text$/), bodyLimit }

/** A text of a course by its path. */
export interface FileUrl {
  Params: { course: string; '*': string }
}

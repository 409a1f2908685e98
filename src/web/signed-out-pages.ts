import type { FastifyRequest } from 'fastify'
import type { Rule } from '#policy.ts'
import { asksKeeping } from './doors.ts'
import type { Typed } from './form.ts'
import { languageOf } from './language.ts'
import type { Field } from './parts.ts'
import { isUpload } from './uploads.ts'
import { page } from './views.ts'
import { type Words, wordsIn } from './words.ts'

/** Somebody sent a form after the sign-in had run out: what was written is shown, and everything is here to be sent again. */
export interface SignedOutPage {
  title: string
  action: string
  /** It may have more fields than a form without a file. */
  multipart: boolean
  written: readonly Field[]
  rest: readonly { name: string; value: string }[]
}

export const signedOutPage = page<SignedOutPage>('web/signed-out')

export interface SentForm {
  action: string
  multipart: boolean
  fields: Typed
}

/** `written`: the names of the fields that somebody writes in; the others are sent along unseen. */
export function toSignedOutPage(w: Words, { action, multipart, fields }: SentForm, written: RegExp): SignedOutPage {
  const all = Object.entries(fields).flatMap(([name, sent]) => [sent].flat().map((value) => ({ name, value })))
  const isShown = ({ name, value }: { name: string; value: string }) => value !== '' && written.test(name)
  const shown = all.filter(isShown)
  const labelOf = (n: number) =>
    shown.length === 1 ? w.t('site.signedOut.typed') : w.t('site.signedOut.typedNumber', { n })
  return {
    title: w.t('site.signedOut.title'),
    action,
    multipart,
    written: shown.map(({ name, value }, at) => ({
      ...{ name, value, id: `typed-${at + 1}`, label: labelOf(at + 1), autocomplete: 'off' },
      ...boxFor(value),
    })),
    rest: all.filter((one) => !isShown(one)),
  }
}

const longestLine = 60
const mostRows = 18

/** A field of one line would run several together. */
function boxFor(text: string): Pick<Field, 'type' | 'rows'> {
  const lines = text.split('\n').length
  if (lines === 1 && text.length <= longestLine) return { type: 'text' }
  return { type: 'textarea', rows: Math.min(mostRows, lines + Math.ceil(text.length / longestLine)) }
}

/**
 * The door of a form in which somebody writes for long: what was written survives a sign-in that has run out. `written`: the names of its
 * fields for text. `read`: how its fields are read, where it may have a file.
 */
export const asksWriting = (
  rule: Rule,
  written: RegExp,
  read: (request: FastifyRequest) => Typed | Promise<Typed> = ({ body }) => (body ?? {}) as Typed,
) =>
  asksKeeping(rule, async (request, reply) => {
    const sent = { action: request.url, multipart: isUpload(request), fields: await read(request) }
    return signedOutPage(reply, toSignedOutPage(wordsIn(languageOf(request)), sent, written), 401)
  })

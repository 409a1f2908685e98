import { tidyName } from '#base/text.ts'
import { isReviewer, type Reviewer } from '#courses/reviewers.ts'
import type { FileList } from '#courses/source-store.ts'
import { isName } from '#people/change-name.ts'
import { form, type Typed, typedText } from '#web/form.ts'
import type { Key } from '#web/words.ts'
import type { Asked } from './ask-for-review.ts'
import { longestComment, tidyText } from './comment.ts'
import type { Typed as TypedComment } from './save-comments.ts'
import { readSeen } from './seen-files.ts'

export const longestMessage = 1000
/** Longer than anything that is kept, so that what is too long is a fault of its field and is shown again. */
const longestTyped = 20_000

const readAskedRaw = form(
  (type) =>
    type.Object({
      module: type.String({ maxLength: 200 }),
      toName: type.String({ maxLength: longestTyped }),
      message: type.Optional(type.String({ maxLength: longestTyped })),
    }),
  { module: 'reviewing.moduleFault', toName: 'reviewing.toNameFault', message: 'reviewing.messageFault' },
)

export type AskedFaults = Readonly<Partial<Record<'module' | 'toName' | 'message', Key>>>
export type AskedForm = { ok: true; value: Omit<Asked, 'courseId'> } | { ok: false; faults: AskedFaults; typed: Typed }

/** Whom a trainer asks to look at what; `modules`: the ids there are. */
export function readAsked(body: unknown, modules: readonly string[]): AskedForm {
  const read = readAskedRaw(body)
  const typed: Typed = read.ok ? read.value : read.typed
  const moduleId = typedText(typed, 'module')
  const toName = tidyName(typedText(typed, 'toName'))
  const message = tidyText(typedText(typed, 'message'))
  const faults: AskedFaults = {
    ...(modules.includes(moduleId) ? {} : { module: 'reviewing.moduleFault' }),
    ...(isName(toName) ? {} : { toName: 'reviewing.toNameFault' }),
    ...([...message].length <= longestMessage ? {} : { message: 'reviewing.messageFault' }),
  }
  if (Object.keys(faults).length > 0) return { ok: false, faults, typed }
  return { ok: true, value: { moduleId, toName, message: message === '' ? null : message } }
}

const readReviewRaw = form(
  (type) =>
    type.Object({
      do: type.Optional(type.String({ maxLength: 40 })),
      read: type.Optional(type.String({ maxLength: 100_000 })),
      path: type.Optional(type.Array(type.String({ maxLength: 200 }), { maxItems: 99 })),
      text: type.Optional(type.Array(type.String({ maxLength: longestTyped }), { maxItems: 99 })),
      name: type.Optional(type.String({ maxLength: 1000 })),
      role: type.Optional(type.String({ maxLength: 40 })),
    }),
  { do: 'do', read: 'read', path: 'path', text: 'text', name: 'name', role: 'role' },
)

/** What a reviewer sent: every box that is not empty, and which button she pressed. */
export interface ReviewForm {
  did: 'save' | 'done' | 'sign'
  /** The part whose button it was, or the end. */
  at: string
  /** The files as she had them before her. */
  read: FileList
  comments: readonly TypedComment[]
  /** Those of them that are too long, by path. */
  tooLong: readonly string[]
  /** As typed, tidied. */
  name: string
  role: string
}

/** Never refuses: what cannot be read is as if it had not been sent. */
export function readReview(body: unknown): ReviewForm {
  const read = readReviewRaw(body)
  const sent: Typed = read.ok ? read.value : read.typed
  const pressed = typedText(sent, 'do')
  const texts = typedList(sent, 'text')
  const comments = typedList(sent, 'path')
    .map((path, place) => ({ path, text: tidyText(texts[place] ?? '') }))
    .filter((one) => one.text !== '')
  return {
    did: pressed === 'done' || pressed === 'sign' ? pressed : 'save',
    at: /^part-\d{1,3}$/.test(pressed) ? pressed : 'end',
    read: readSeen(typedText(sent, 'read')),
    comments,
    tooLong: comments.filter((one) => one.text.length > longestComment).map((one) => one.path),
    name: tidyName(typedText(sent, 'name')),
    role: typedText(sent, 'role'),
  }
}

function typedList(typed: Typed, name: string): readonly string[] {
  const value = typed[name]
  return typeof value === 'string' ? [value] : (value ?? [])
}

export type SignatureFaults = Readonly<Partial<Record<'name' | 'role', Key>>>

/** The name and role somebody signs with, or what is missing. */
export function readSignature({
  name,
  role,
}: Pick<ReviewForm, 'name' | 'role'>):
  | { ok: true; value: { name: string; role: Reviewer } }
  | { ok: false; faults: SignatureFaults } {
  if (isName(name) && isReviewer(role)) return { ok: true, value: { name, role } }
  return {
    ok: false,
    faults: {
      ...(isName(name) ? {} : { name: 'reviewing.nameFault' }),
      ...(isReviewer(role) ? {} : { role: 'reviewing.roleFault' }),
    },
  }
}

/** The id a button sends along, or one says in an address; '' is nobody's. */
export function readId(sent: unknown, name: 'request' | 'comment' | 'signOff' | 'module'): string {
  const value = (sent as Record<string, unknown> | null | undefined)?.[name]
  return typeof value === 'string' ? value : ''
}

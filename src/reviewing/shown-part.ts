import { whatIs } from '#drafts/file-path.ts'
import type { Field } from '#web/parts.ts'
import type { Words } from '#web/words.ts'
import { longestComment, type ReviewComment } from './comment.ts'
import { type Frame, fitHtml } from './fit-html.ts'
import type { ModuleLook, PartLook } from './look-at-module.ts'
import { type ShownQuestion, toShownQuestion } from './shown-question.ts'
import { type ShownSituation, toShownSituation } from './shown-situation.ts'

/** One text of a module as a reviewer sees it, with what she says of it. */
export interface ShownPart {
  id: string
  /** "Side 2", "Situation"; null where the title says it. */
  kind: string | null
  title: string
  path: string
  /** It takes too long to read: there is nothing to show. */
  unread: boolean
  bodyHtml: string | null
  situation: ShownSituation | null
  questions: readonly ShownQuestion[]
  said: readonly { text: string; when: string }[]
  box: Field
}

/** What was typed and not saved, and what is wrong with it, by path. */
export type Boxes = ReadonlyMap<string, { text: string; fault: string | null }>

export const partId = (place: number) => `part-${place + 1}`
export const boxId = (place: number) => `text-${place + 1}`

export function toShownParts(
  look: ModuleLook,
  of: { token: string; comments: readonly ReviewComment[]; boxes: Boxes },
  w: Words,
): ShownPart[] {
  return look.parts.map((part, place) => {
    const { path } = part
    const typed = of.boxes.get(path)
    return {
      id: partId(place),
      kind: kindOf(part, place, w) === titleOf(part, w) ? null : kindOf(part, place, w),
      title: titleOf(part, w),
      path,
      unread: part.look === null,
      ...textOf(look, part, of.token, w),
      said: of.comments
        .filter((one) => one.path === path)
        .map(({ text, writtenAt, settledAt }) => ({
          text,
          when: settledAt
            ? w.t('reviewing.savedAndSettled', { instant: w.instant(writtenAt) })
            : w.t('reviewing.saved', { instant: w.instant(writtenAt) }),
        })),
      box: {
        name: 'text',
        id: boxId(place),
        type: 'textarea',
        rows: 3,
        label: w.t('reviewing.comment', { title: titleOf(part, w) }),
        maxlength: longestComment,
        value: typed?.text ?? '',
        fault: typed?.fault ?? null,
      },
    }
  })
}

/** Pages come first, so a page's place is its number. */
const kindOf = ({ kind }: PartLook, place: number, w: Words) =>
  kind === 'page' ? w.t('reviewing.page', { n: place + 1 }) : w.t(`reviewing.kind.${kind}`)

export function titleOf({ kind, look, path }: PartLook, w: Words): string {
  const title = look?.page?.title ?? look?.situation?.title ?? ''
  if (title !== '') return title
  return kind === 'page' ? (whatIs(path)?.name ?? path) : w.t(`reviewing.kind.${kind}`)
}

function textOf(
  { moduleId, local }: ModuleLook,
  { look }: PartLook,
  token: string,
  w: Words,
): Pick<ShownPart, 'bodyHtml' | 'situation' | 'questions'> {
  if (look === null) return { bodyHtml: null, situation: null, questions: [] }
  const { language } = w
  const frame: Frame = { token, moduleId, language, course: look, values: local }
  const inPage = (html: string) => fitHtml(html, frame)
  const { sources } = look
  return {
    bodyHtml: look.page ? inPage(look.page.html) : null,
    situation: look.situation ? toShownSituation(look.situation, inPage, w) : null,
    questions: (look.questions ?? []).map((question, n) => toShownQuestion(question, n, { inPage, sources, w })),
  }
}

import { createHash } from 'node:crypto'
import { type ChangesPart, toChangesPart } from '#comparing/changes-part.ts'
import { compareTexts } from '#comparing/text-change.ts'
import type { CourseDocument } from '#courses/course.ts'
import type { Button, Notice, State } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { courseUrl, mergingUrl, publicationUrl, updatesUrl, versionsUrl } from './addresses.ts'
import { fileTitle, type Titles, titlesOf } from './file-words.ts'
import { canMerge, isSettled, type Update } from './update.ts'
import { shaField } from './update-forms.ts'

/** What the software's own text offers the town, file by file. */
export interface UpdatesPage {
  title: string
  back: { url: string; label: string }
  notice: Notice | null
  nothing: string | null
  publicationUrl: string
  /** All that the town has not touched, at once. */
  takeAll: Button | null
  updates: readonly UpdatePart[]
}

export interface UpdatePart {
  title: string
  state: State
  /** What came, where there are no lines to show. */
  note: string | null
  shipped: ChangesPart | null
  /** What the town had changed. */
  own: ChangesPart | null
  take: Button | null
  keep: Button | null
  mergeUrl: string | null
  /** Several versions have to become one first. */
  settleUrl: string | null
}

export const updatesPage = page<UpdatesPage>('publishing/updates')

export interface UpdatesView {
  courseId: string
  document: CourseDocument | null
  updates: readonly Update[]
  textOf: (sha256: string | null | undefined) => string
  notice: Notice | null
}

const mostRows = 1500

export function toUpdatesPage({ courseId, document, updates, textOf, notice }: UpdatesView, w: Words): UpdatesPage {
  const titles = titlesOf(courseId, [document], w)
  const untouched = easyOnes(updates)
  const room = { rows: mostRows }
  return {
    title: w.t('publishing.updatesOf', { course: titles.course }),
    back: { url: courseUrl(courseId), label: titles.course },
    notice,
    nothing: updates.length === 0 ? w.t('publishing.noUpdates') : null,
    publicationUrl: publicationUrl(courseId),
    takeAll:
      untouched.length < 2
        ? null
        : {
            action: updatesUrl(courseId),
            label: w.t('publishing.takeAll', { count: untouched.length }),
            fields: { do: 'take-all', seen: seenAll(untouched) },
          },
    updates: updates.map((update) => toPart(update, { courseId, titles, textOf, room }, w)),
  }
}

/** Those the town has as they came: nothing of its own is lost. */
export const easyOnes = (updates: readonly Update[]): Update[] =>
  updates.filter((update) => update.kind === 'untouched' && isSettled(update))

/** Changes with any of the texts. */
export const seenAll = (updates: readonly Update[]): string =>
  createHash('sha256')
    .update(updates.map(({ path, shipped, own }) => `${path} ${shipped} ${own}`).join('\n'))
    .digest('hex')

interface Around {
  courseId: string
  titles: Titles
  textOf: UpdatesView['textOf']
  room: { rows: number }
}

function toPart(update: Update, { courseId, titles, textOf, room }: Around, w: Words): UpdatePart {
  const { path, place, shipped, settled, own, kind } = update
  const what = fileTitle(path, place, titles, w)
  const title = place?.moduleId ? `${titles.module(place.moduleId)}, ${what}` : what
  const isText = place?.kind !== 'picture'
  const compare = (before: string | null, after: string | null) => {
    if (!isText || before === null || after === null || room.rows <= 0) return null
    const part = toChangesPart(compareTexts(textOf(before), textOf(after)), w)
    room.rows -= part.rows.length
    return part
  }
  const fields = { path, shipped: shaField(shipped), own: shaField(own) }
  const button = (decision: 'take' | 'keep', label: string): Button => ({
    action: updatesUrl(courseId),
    label,
    kind: decision === 'take' && !canMerge(update) ? 'main' : 'quiet',
    about: title,
    fields: { do: decision, ...fields },
  })
  const ready = isSettled(update)
  const shown = compare(settled, shipped)
  return {
    title,
    state: {
      state: kind === 'changed' ? 'waiting' : kind === 'same' ? 'done' : 'open',
      text: w.t(`publishing.update.${kind}`),
    },
    note: shown
      ? null
      : w.t(
          shipped === null
            ? 'publishing.shippedGone'
            : settled === null
              ? 'publishing.shippedNew'
              : 'publishing.shippedOther',
        ),
    shipped: shown,
    own: kind === 'changed' ? compare(settled, own) : null,
    take:
      ready && kind !== 'same'
        ? button('take', w.t(shipped === null ? 'publishing.takeAway' : 'publishing.take'))
        : null,
    keep: ready ? button('keep', w.t(kind === 'same' ? 'publishing.isSame' : 'publishing.keep')) : null,
    mergeUrl: ready && canMerge(update) ? mergingUrl(courseId, path) : null,
    settleUrl: ready ? null : versionsUrl(courseId, path),
  }
}

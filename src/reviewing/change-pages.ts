import { type ChangesPart, toChangesPart } from '#comparing/changes-part.ts'
import { compareTexts } from '#comparing/text-change.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { editUrl, requestsUrl } from './addresses.ts'
import type { ReviewComment } from './comment.ts'
import { fileName } from './file-names.ts'
import { askedName } from './request.ts'

/** A comment with what became of the text it speaks of. */
export interface ChangesPage {
  title: string
  back: { url: string; label: string }
  by: string
  comment: string
  /** Null when the text as it was is no longer kept. */
  changes: ChangesPart | null
  edit: { url: string; label: string } | null
}

export const changesPage = page<ChangesPage>('reviewing/changes')

export interface ChangesFacts {
  courseId: string
  comment: ReviewComment & { by: string }
  /** The text it speaks of; null when that is no longer kept. */
  before: string | null
  /** Null when the text is not there any more. */
  after: string | null
}

export const toChangesPage = ({ courseId, comment, before, after }: ChangesFacts, w: Words): ChangesPage => ({
  title: w.t('reviewing.changedSince', { title: fileName(comment.path, after ?? before, w) }),
  back: { url: requestsUrl(courseId), label: w.t('reviewing.back') },
  by: w.t('reviewing.saidBy', { name: askedName(comment.by, w), instant: w.instant(comment.writtenAt) }),
  comment: comment.text,
  changes: before === null ? null : toChangesPart(compareTexts(before, after ?? ''), w),
  edit: after === null ? null : { url: editUrl(courseId, comment.path), label: w.t('reviewing.edit') },
})

import type { Instant } from '#base/dates.ts'
import type { Words } from '#web/words.ts'

const day = 24 * 3600 * 1000
/** How long a link works, in milliseconds. */
export const lasts = 14 * day

/** A trainer asks somebody to look at a module. */
export interface ReviewRequest {
  id: string
  courseId: string
  moduleId: string
  /** As the trainer wrote it; empty once it was forgotten. */
  toName: string
  message: string | null
  askedAt: Instant
  askedBy: string
  /** Null once that trainer was erased. */
  askedByName: string | null
  expiresAt: Instant
  doneAt: Instant | null
  /** When it was taken back. */
  endedAt: Instant | null
}

export const stands = ['waiting', 'looked', 'done', 'expired', 'ended'] as const
export type Stand = (typeof stands)[number]

/** How far a request has come; `comments`: how many were written on it. */
export function standOf(request: ReviewRequest, comments: number, at: Instant): Stand {
  if (request.endedAt !== null) return 'ended'
  if (request.doneAt !== null) return 'done'
  if (at >= request.expiresAt) return 'expired'
  return comments > 0 ? 'looked' : 'waiting'
}

/** Does the link still open? It does after "done" as well: one may have more to say. */
export const isOpen = (request: Pick<ReviewRequest, 'endedAt' | 'expiresAt'>, at: Instant): boolean =>
  request.endedAt === null && at < request.expiresAt

/** Who asks, by name while there is one. */
export const askerName = ({ askedByName }: Pick<ReviewRequest, 'askedByName'>, w: Words): string =>
  askedByName ?? w.t('reviewing.formerTrainer')

/** Whom was asked, as long as that is remembered. */
export const askedName = (toName: string, w: Words): string => (toName === '' ? w.t('reviewing.somebody') : toName)

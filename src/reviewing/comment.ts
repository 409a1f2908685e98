import type { Instant } from '#base/dates.ts'

/** What somebody says of one file of a module. */
export interface ReviewComment {
  id: string
  requestId: string
  /** Inside the course's folder: `politisamarbejde/da/quiz.md`. */
  path: string
  /** The text it speaks of; null when that text was never kept. */
  sha256: string | null
  text: string
  writtenAt: Instant
  settledAt: Instant | null
}

/** The most signs of one comment. */
export const longestComment = 4000
/** The most comments of one link: more is no review. */
export const mostComments = 300

/** Text of several lines as it is kept: lines ended alike, no invisible signs but the joiners some scripts need, outer space gone. */
export const tidyText = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}]/gu, '')
    .trim()

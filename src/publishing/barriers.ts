import type { Fault } from '#courses/faults.ts'
import { stateOf, type WorkingFile } from '#drafts/draft.ts'
import type { CourseReading } from './find-publication.ts'

/** What has to be put right before a course can be published. */
export interface Barriers {
  /** The text could not be read at all. */
  unreadable: 'busy' | 'too-large' | null
  faults: readonly Fault[]
  /** Files with several versions, or whose version began from an older text. */
  beside: readonly string[]
  behind: readonly string[]
}

export function barriersOf(files: readonly WorkingFile[], read: CourseReading): Barriers {
  const inState = (state: string) => files.filter((file) => stateOf(file) === state).map((file) => file.path)
  return {
    unreadable: read.refused,
    faults: read.refused === null ? read.faults : [],
    beside: inState('beside'),
    behind: inState('behind'),
  }
}

export const isBarred = ({ unreadable, faults, beside, behind }: Barriers): boolean =>
  unreadable !== null || faults.length + beside.length + behind.length > 0

/** A fault or a remark names a file from `courses`: `courses/grundkursus/police/da/quiz.md`; the course knows it as `police/da/quiz.md`. */
export const pathInside = (courseId: string, file: string): string =>
  file.startsWith(`courses/${courseId}/`) ? file.slice(`courses/${courseId}/`.length) : file

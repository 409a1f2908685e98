import { Refusal } from '#base/refusal.ts'
import type { CourseFolder } from '#courses/folder.ts'
import type { House } from '#house.ts'
import type { ReadQuestion } from '#interchange/question.ts'
import type { FileLook } from './look-at.ts'
import { type Placed, surroundingsOf } from './surroundings.ts'
import type { Bank, WholeCourse } from './tasks.ts'

type WithReader = Pick<House, 'reader'>

/** One file of a folder as it reads in its place. Refuses: busy; too-large when reading it takes too long (100 ms of work). */
export const lookAtFile = ({ reader }: WithReader, placed: Placed): Promise<FileLook> =>
  reader.ask('file', surroundingsOf(placed)) as Promise<FileLook>

/** A course as publishing needs it, with every fault; remarks when it has none. Refuses: busy; too-large when it takes longer than 5 s. */
export const readWhole = ({ reader }: WithReader, folder: CourseFolder): Promise<WholeCourse> =>
  reader.ask('course', { folder }) as Promise<WholeCourse>

/** Questions out of Moodle GIFT or Aiken; `format` null: it finds out. Refuses: busy; too-large when it takes longer than 5 s. */
export const readBank = ({ reader }: WithReader, bank: Bank): Promise<ReadQuestion[]> =>
  reader.ask('bank', bank) as Promise<ReadQuestion[]>

/** Has the thread ready by the time there is something to read; nobody waits for it. */
export function warmReader({ reader }: WithReader): void {
  reader.ask('warm', {}).catch(() => {})
}

/** Why a text was not read, when the reader refused it; anything else is thrown on. */
export function refusedBecause(error: unknown): 'busy' | 'too-large' {
  if (error instanceof Refusal && (error.code === 'busy' || error.code === 'too-large')) return error.code
  throw error
}

import { dayOf } from '#base/dates.ts'
import { Refusal } from '#base/refusal.ts'
import type { Revision } from '#courses/course.ts'
import type { CourseFolder } from '#courses/folder.ts'
import { type FileList, filesOf, folderOf, keptFiles } from '#courses/source-store.ts'
import { findPublished } from '#courses/store.ts'
import type { WorkingFile } from '#drafts/draft.ts'
import { listOf, workingFiles } from '#drafts/store.ts'
import type { House } from '#house.ts'
import { readWhole, refusedBecause } from '#reader/look.ts'
import type { WholeCourse } from '#reader/tasks.ts'
import { countHolders } from '#rereading/store.ts'
import type { SignOff } from '#reviewing/sign-off.ts'
import { signOffsFor, signOffsOf } from '#reviewing/sign-off-store.ts'
import { compareCourse, type ModuleChange } from './course-change.ts'
import { seenToken } from './seen.ts'
import { namesOf } from './store.ts'

/** What is about to be published, with everything a trainer has to know of it. */
export interface Publication {
  courseId: string
  published: Revision | null
  files: readonly WorkingFile[]
  folder: CourseFolder
  changes: readonly ModuleChange[]
  textOf: (sha256: string | undefined | null) => string
  read: CourseReading
  /** Of the published text: those that hold for what is written now, and those that do not. */
  signOffs: { holding: readonly SignOff[]; falling: readonly SignOff[] }
  /** People who hold a certificate of the course that is valid today. */
  holders: number
  names: ReadonlyMap<string, string | null>
  seen: string
}

/** The whole course as it was read; or why it could not be. */
export type CourseReading = (WholeCourse & { refused: null }) | { refused: 'busy' | 'too-large' }

/** Everything about publishing a course as it stands. Refuses: not-found for a course that is neither published nor written. */
export async function findPublication(house: House, courseId: string): Promise<Publication> {
  const { db } = house
  const files = await workingFiles(db, courseId)
  const published = await findPublished(db, courseId)
  if (!published && files.length === 0) throw new Refusal('not-found', 'course')
  const before = published ? await filesOf(db, published.id) : new Map<string, string>()
  const after = listOf(files)
  const folder = await folderOf(db, courseId, after)
  const textOf = await textsOf(house, before, after)
  const read = await tryToRead(house, folder)
  return {
    courseId,
    published,
    files,
    folder,
    changes: compareCourse(before, after, { textOf, order: moduleOrder(read, published) }),
    textOf,
    read,
    signOffs: await findSignOffs(house, courseId, published, after),
    holders: await countHolders(db, courseId, dayOf(house.clock())),
    names: await namesOf(db, [
      ...(published ? [published.publishedBy] : []),
      ...files.flatMap((file) => file.drafts.map((draft) => draft.writtenBy)),
    ]),
    seen: seenToken(published?.id ?? null, files),
  }
}

/** Texts by their hash, for what is different in two lists: pictures are no text, and what is the same need not be read. */
export async function textsOf(
  house: Pick<House, 'db'>,
  before: FileList,
  after: FileList,
): Promise<Publication['textOf']> {
  const changed = [...before, ...after].filter(([path]) => before.get(path) !== after.get(path))
  const wanted = changed.filter(([path]) => /\.(md|yaml)$/.test(path)).map(([, sha256]) => sha256)
  const bytes = await keptFiles(house.db, wanted)
  return (sha256) => new TextDecoder().decode(bytes.get(sha256 ?? ''))
}

/** Reads a course in the reader's thread, and does not mind when it has too much to do. */
export async function tryToRead(house: House, folder: CourseFolder): Promise<CourseReading> {
  try {
    return { ...(await readWhole(house, folder)), refused: null }
  } catch (thrown) {
    return { refused: refusedBecause(thrown) }
  }
}

async function findSignOffs({ db }: House, courseId: string, published: Revision | null, after: FileList) {
  const holding = await signOffsFor(db, courseId, after)
  const now = published ? await signOffsOf(db, published.id) : []
  return { holding, falling: now.filter((one) => !holding.some((other) => other.id === one.id)) }
}

const moduleOrder = (read: CourseReading, published: Revision | null): string[] =>
  ((read.refused === null ? read.course : null) ?? published?.document)?.modules.map((module) => module.id) ?? []

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative } from 'node:path'

/** A course as it lies on disk; nothing is understood yet. */
export interface CourseFolder {
  /** The folder's name. */
  id: string
  /** What its files are called in faults: `courses/grundkursus`. */
  path: string
  /** Contents by path inside the folder (`politisamarbejde/da/quiz.md`); null for a file too large to be text of a course. */
  files: ReadonlyMap<string, Uint8Array | null>
}

export const mostFiles = 2000
const mostBytes = 1_000_000
/** What computers leave behind by themselves. */
const litter = /(^|\/)(\.|Thumbs\.db$|desktop\.ini$|~\$)|~$/

/**
 * Every course folder inside a folder, by name. Links are not followed. No folder, no courses. Read without waiting in turns: at a start
 * nobody else is to be served, and hundreds of small files take half the time that way.
 */
export function readFolders(folder: string): CourseFolder[] {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory() && !litter.test(entry.name)).map((entry) => entry.name)
  return names.toSorted().map((name) => readCourseFolder(folder, name))
}

function readCourseFolder(folder: string, id: string): CourseFolder {
  const root = join(folder, id)
  const paths = readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !litter.test(path))
    .toSorted()
    .slice(0, mostFiles + 1)
  const files = new Map(paths.map((path) => [path, readSmall(join(root, path))]))
  return { id, path: `${basename(folder)}/${id}`, files }
}

function readSmall(path: string): Uint8Array | null {
  const { size } = statSync(path)
  return size <= mostBytes ? readFileSync(path) : null
}

import { readdir, readFile, stat } from 'node:fs/promises'
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

/** Every course folder inside a folder, by name. Links are not followed. No folder, no courses. */
export async function readFolders(folder: string): Promise<CourseFolder[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isDirectory() && !litter.test(entry.name)).map((entry) => entry.name)
  return Promise.all(names.toSorted().map((name) => readCourseFolder(folder, name)))
}

async function readCourseFolder(folder: string, id: string): Promise<CourseFolder> {
  const root = join(folder, id)
  const entries = await readdir(root, { withFileTypes: true, recursive: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !litter.test(path))
    .toSorted()
    .slice(0, mostFiles + 1)
  const contents = await Promise.all(paths.map((path) => readSmall(join(root, path))))
  const files = new Map(paths.map((path, index) => [path, contents[index] ?? null]))
  return { id, path: `${basename(folder)}/${id}`, files }
}

async function readSmall(path: string): Promise<Uint8Array | null> {
  const { size } = await stat(path)
  return size <= mostBytes ? readFile(path) : null
}

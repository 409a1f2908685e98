import { found } from '#base/refusal.ts'
import { keptFiles } from '#courses/source-store.ts'
import type { Reading } from '#db/work.ts'
import { type Base, baseOf, type WorkingFile, workingSha } from '#drafts/draft.ts'
import { type FilePlace, twinPath, whatIs } from '#drafts/file-path.ts'
import { listOf, textOfFile, workingFiles } from '#drafts/store.ts'
import type { House } from '#house.ts'
import { lookAtFile, refusedBecause } from '#reader/look.ts'
import type { FileLook } from '#reader/look-at.ts'
import { neededFor } from '#reader/surroundings.ts'
import { saidByTwin, untranslatedTwin } from './untranslated-twin.ts'

/** A text of a course that somebody opens to write. */
export interface Edited {
  courseId: string
  path: string
  place: FilePlace
  file: WorkingFile
  /** Every file of the course. */
  files: readonly WorkingFile[]
  text: string
  base: Base
  /** `new`: there is no such file yet; `gone`: it is on its way out. The text is then what one would begin with. */
  is: 'there' | 'new' | 'gone'
}

/** Refuses: not-found, for a course, a module or a kind of file that is not there. */
export async function findEdited(db: Reading, courseId: string, path: string): Promise<Edited> {
  const place = found(whatIs(path), 'file')
  const files = await workingFiles(db, courseId)
  const folder = place.moduleId === null ? '' : `${place.moduleId}/`
  const isThere = files.some((file) => file.path.startsWith(folder)) && place.kind !== 'picture'
  found(isThere || null, 'module')
  const file = files.find((one) => one.path === path) ?? { path, published: null, drafts: [] }
  const twin = files.find((one) => one.path === twinPath(path))
  const sha256 = workingSha(file)
  const is = sha256 !== null ? 'there' : file.published === null ? 'new' : 'gone'
  const text = await textOfFile(db, sha256 ?? file.published ?? (twin ? workingSha(twin) : null))
  return { courseId, path, place, file, files, text, base: baseOf(file), is }
}

/** What the reader says of a text; or why it did not read it. */
export type Looked = { look: FileLook; refused: null } | { look: null; refused: 'busy' | 'too-large' }

/** Reads a text as it would stand in its course, beside an English one that will go on saying the same while nobody has translated it. */
export async function lookAtEdited(house: House, edited: Edited, text: string): Promise<Looked> {
  const { courseId, path, files } = edited
  const list = listOf(files)
  const needed = neededFor(path).flatMap((one) => list.get(one) ?? [])
  const bytes = await keptFiles(house.db, needed)
  const twin = await untranslatedTwin(house.db, edited)
  const encoder = new TextEncoder()
  const typed = [
    [path, encoder.encode(text)] as const,
    ...(twin ? [[twin.path, encoder.encode(saidByTwin(twin, text))] as const] : []),
  ]
  const contents = [...list].map(([one, sha256]) => [one, bytes.get(sha256) ?? null] as const)
  const folder = {
    id: courseId,
    path: `courses/${courseId}`,
    files: new Map([...contents, ...typed]),
  }
  return lookAtFile(house, { folder, path }).then(
    (look) => ({ look, refused: null }),
    (error: unknown) => ({ look: null, refused: refusedBecause(error) }),
  )
}

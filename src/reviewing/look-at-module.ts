import { type ModuleFile, readModuleFile } from '#courses/module-file.ts'
import { type FileList, folderOf } from '#courses/source-store.ts'
import { textOf } from '#courses/source-text.ts'
import { whatIs } from '#drafts/file-path.ts'
import { listOf, workingFiles } from '#drafts/store.ts'
import type { House } from '#house.ts'
import { lookAtFile, refusedBecause } from '#reader/look.ts'
import type { FileLook } from '#reader/look-at.ts'
import { townValues } from '#town/local-facts-store.ts'
import type { Language } from '#web/language.ts'
import { moduleFiles } from './sign-off.ts'

/** A module as it would be published now, in one language. */
export interface ModuleLook {
  moduleId: string
  /** The module's files, all of them. */
  files: FileList
  /** What `module.yaml` says; null while it cannot be read. */
  told: ModuleFile | null
  parts: readonly PartLook[]
  /** What the town has filled in for local facts. */
  local: Readonly<Record<string, string>>
}

/** A text of the module; `look` is null when it takes too long to read. */
export interface PartLook {
  path: string
  kind: 'page' | 'situation' | 'quiz' | 'card'
  look: FileLook | null
}

/** Null when no file of the module is left. Refuses: busy (reader/look.ts). */
export async function lookAtModule(
  house: House,
  of: { courseId: string; moduleId: string; language: Language },
): Promise<ModuleLook | null> {
  const { courseId, moduleId, language } = of
  const all = listOf(await workingFiles(house.db, courseId))
  const files = moduleFiles(all, moduleId)
  if (files.size === 0) return null
  const folder = await folderOf(house.db, courseId, withCourse(files, all))
  const parts: PartLook[] = []
  for (const part of textsIn(files, language))
    parts.push({ ...part, look: await lookOnceMore(() => lookAtFile(house, { folder, path: part.path })) })
  const yaml = textOf(folder.files.get(`${moduleId}/module.yaml`) ?? null, 'yaml', () => {})
  const told = yaml === null ? null : readModuleFile(yaml, () => {})
  return { moduleId, files, told, parts, local: await townValues(house.db, language) }
}

/** A course of hundreds of files need not be handed over for one module. */
function withCourse(files: FileList, all: FileList): FileList {
  const course = all.get('course.yaml')
  return course === undefined ? files : new Map([...files, ['course.yaml', course]])
}

/** Null when a text takes too long a second time as well: the first time the machine may have had much else to do. */
const lookOnceMore = (look: () => Promise<FileLook>): Promise<FileLook | null> =>
  look()
    .catch(nullWhenTooLarge)
    .then((first) => first ?? look().catch(nullWhenTooLarge))

function nullWhenTooLarge(error: unknown): null {
  if (refusedBecause(error) === 'too-large') return null
  throw error
}

const inOrder = ['page', 'situation', 'quiz', 'card'] as const

/** The texts of one language as a learner meets them, the card last. */
function textsIn(files: FileList, language: Language): Pick<PartLook, 'path' | 'kind'>[] {
  const places = [...files.keys()].toSorted().flatMap((path) => {
    const place = whatIs(path)
    return place?.language === language ? [{ path, kind: place.kind }] : []
  })
  return inOrder.flatMap((kind) => places.filter((place) => place.kind === kind).map(({ path }) => ({ path, kind })))
}

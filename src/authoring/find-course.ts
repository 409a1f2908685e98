import type { InBoth } from '#courses/course.ts'
import type { Reading } from '#db/work.ts'
import { type WorkingFile, workingSha } from '#drafts/draft.ts'
import { whatIs } from '#drafts/file-path.ts'
import { textOfFile } from '#drafts/store.ts'
import { modulesIn } from './course-settings.ts'
import { type CourseStanding, findStanding } from './find-standing.ts'
import type { ModuleOutline } from './outline.ts'
import { openYaml } from './rewrite-yaml.ts'
import { type DraftSum, draftSum, type TranslationSum, translationSum, unsettled } from './standing.ts'
import { bothAt, numberAt } from './yaml-fields.ts'

/** A course with its modules, as its writers find it. */
export interface WrittenCourse extends CourseStanding {
  /** In the order of the course; those that `course.yaml` does not list come last. */
  parts: readonly ModulePart[]
  /** Modules that are published and on their way out. */
  removed: readonly ModuleName[]
  /** `course.yaml` can be read, so that forms can write it; false also where no files are kept. */
  readable: boolean
}

export interface ModuleName {
  id: string
  title: InBoth
}

export interface ModulePart extends ModuleName {
  outline: ModuleOutline
  /** 0 while nobody has said. */
  minutes: number
  /** In the list of `course.yaml`; otherwise it has files and no place. */
  listed: boolean
  /** Nothing of it is published yet. */
  isNew: boolean
  drafts: DraftSum | null
  unsettled: number
  translation: TranslationSum
}

/** Refuses: not-found for a course that is neither published nor written. */
export async function findCourse(db: Reading, courseId: string): Promise<WrittenCourse> {
  const course = await findStanding(db, courseId)
  const yaml = course.files.find((file) => file.path === 'course.yaml')
  const document = openYaml(yaml ? await textOfFile(db, workingSha(yaml)) : '')
  const listed = modulesIn(document).filter((id) => course.modules.has(id))
  const others = [...course.modules.keys()].filter((id) => !listed.includes(id))
  const parts: ModulePart[] = []
  for (const id of [...listed, ...others]) parts.push(await findPart(db, course, id, listed.includes(id)))
  return {
    ...course,
    parts,
    removed: await findRemoved(db, course),
    readable: yaml !== undefined && workingSha(yaml) !== null && document !== null,
  }
}

async function findPart(db: Reading, course: CourseStanding, id: string, listed: boolean): Promise<ModulePart> {
  const outline = course.modules.get(id) as ModuleOutline
  const files = filesIn(course, id)
  const document = openYaml(outline.yaml ? await textOfFile(db, workingSha(outline.yaml)) : '')
  return {
    id,
    title: titleIn(document, id),
    outline,
    minutes: document ? numberAt(document, ['minutes'], 0) : 0,
    listed,
    isNew: files.every((file) => file.published === null),
    drafts: draftSum(files),
    unsettled: unsettled(files).length,
    translation: translationSum([outline], course.history),
  }
}

/** Every file of a module, also those on their way out. */
export const filesIn = ({ files }: Pick<CourseStanding, 'files'>, moduleId: string): WorkingFile[] =>
  files.filter(({ path }) => whatIs(path)?.moduleId === moduleId)

async function findRemoved(db: Reading, course: CourseStanding): Promise<ModuleName[]> {
  const yamls = course.files.filter(({ path, published }) => published !== null && whatIs(path)?.kind === 'module')
  const gone = yamls.filter(({ path }) => !course.modules.has(whatIs(path)?.moduleId ?? ''))
  const names = gone.map(async ({ path, published }) => {
    const id = whatIs(path)?.moduleId ?? ''
    return { id, title: titleIn(openYaml(await textOfFile(db, published)), id) }
  })
  return Promise.all(names)
}

/** The title in `module.yaml`; the folder's name while there is none. */
export function titleIn(document: ReturnType<typeof openYaml>, id: string): InBoth {
  const { da, en } = document ? bothAt(document, ['title']) : { da: '', en: '' }
  return { da: da || en || id, en: en || da || id }
}

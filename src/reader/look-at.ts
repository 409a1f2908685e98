import { cardFile } from '#courses/card.ts'
import type { CourseDocument, InBoth } from '#courses/course.ts'
import { type CourseFile, readCourseFile } from '#courses/course-file.ts'
import type { Fault, FaultCode } from '#courses/faults.ts'
import type { CourseFolder } from '#courses/folder.ts'
import { type ModuleFile, readModuleFile } from '#courses/module-file.ts'
import type { PageText } from '#courses/page.ts'
import type { QuestionDraft } from '#courses/question.ts'
import { readCourse } from '#courses/read-course.ts'
import { readModule } from '#courses/read-module.ts'
import type { SituationDraft } from '#courses/situation.ts'
import { textOf } from '#courses/source-text.ts'
import type { HouseStyle } from '#proofreading/house-style.ts'
import type { Remark } from '#proofreading/remark.ts'
import { remarksOn } from './remarks-on.ts'
import type { Placed } from './surroundings.ts'

/** One file of a course as it reads in its place. */
export interface FileLook {
  kind: 'course' | 'module' | 'page' | 'quiz' | 'situation' | 'card'
  /** By line; of very many the first 300, also below. */
  faults: readonly Fault[]
  /** What is told in the file of the other language, because the two differ. */
  twinFaults: readonly Fault[]
  remarks: readonly Remark[]
  /** A page or a help card. */
  page?: PageText
  questions?: readonly QuestionDraft[]
  situation?: SituationDraft
  /** What the file's course and module are called, and what the course leaves open; null, or empty, while that cannot be read. */
  titles: { course: InBoth | null; module: InBoth | null }
  local: CourseDocument['local']
  /** Ids and titles of the sources that questions may point to. */
  sources: Readonly<Record<string, string>>
}

const silent = () => {}
/** Told where the second language is read, though either text may be the one to mend. */
const between: readonly FaultCode[] = [
  'missingTwin',
  'onlyHere',
  'otherPlace',
  'otherKind',
  'otherAttribute',
  'otherCount',
  'otherRight',
  'otherTarget',
]

/** Reads a file with everything that publishing would say of it. Never throws over a text. */
export function lookAt({ folder, path }: Placed, style: HouseStyle | null): FileLook {
  const course = courseFileIn(folder)
  if (!path.includes('/'))
    return { ...around('course', course, null), ...told(readCourse(folder).faults, folder, path) }

  const [moduleId = ''] = path.split('/')
  const inModule = path.slice(moduleId.length + 1)
  const faults: Fault[] = []
  let says: unknown = null
  const module = readModule(folder, moduleId, {
    localKeys: course && new Set(Object.keys(course.local ?? {})),
    faults,
    shown: new Set(),
    seen: (file, told) => {
      if (file === inModule) says = told
    },
  })
  const said = told(faults, folder, path)
  const shown = asRead(inModule.slice(3), says)
  const sound = said.faults.length + said.twinFaults.length === 0
  const remarks =
    shown.kind === 'module' ? [] : remarksOn({ folder, path, module, local: course?.local ?? {}, style, sound })
  return { ...around(shown.kind, course, moduleFileIn(folder, moduleId)), ...said, ...shown, remarks }
}

type Shown = Pick<FileLook, 'kind' | 'page' | 'questions' | 'situation'>

/** What a file says, by its name in the folder of its language; nothing of one that is no text at all. */
function asRead(name: string, says: unknown): Shown {
  switch (name) {
    case 'quiz.md':
      return says === null ? { kind: 'quiz' } : { kind: 'quiz', questions: says as QuestionDraft[] }
    case 'situation.md':
      return says === null ? { kind: 'situation' } : { kind: 'situation', situation: says as SituationDraft }
    default: {
      const kind = name === cardFile ? 'card' : name.endsWith('.md') ? 'page' : 'module'
      return says === null ? { kind } : { kind, page: says as PageText }
    }
  }
}

const mostTold = 300

function told(faults: readonly Fault[], folder: CourseFolder, path: string): Pick<FileLook, 'faults' | 'twinFaults'> {
  const other = path.includes('/da/') ? path.replace('/da/', '/en/') : path.replace('/en/', '/da/')
  const own = faults.filter(({ file }) => file === `${folder.path}/${path}`).toSorted((a, b) => a.line - b.line)
  const twin = faults.filter(({ file, code }) => file === `${folder.path}/${other}` && between.includes(code))
  return { faults: own.slice(0, mostTold), twinFaults: other === path ? [] : twin.slice(0, mostTold) }
}

const around = (kind: FileLook['kind'], course: CourseFile | null, module: ModuleFile | null) => ({
  kind,
  remarks: [] as readonly Remark[],
  titles: { course: course?.title ?? null, module: module?.title ?? null },
  local: course?.local ?? {},
  sources: Object.fromEntries(Object.entries(module?.sources ?? {}).map(([id, { title }]) => [id, title])),
})

function courseFileIn(folder: CourseFolder): CourseFile | null {
  const text = textOf(folder.files.get('course.yaml') ?? null, 'yaml', silent)
  return text === null ? null : readCourseFile(text, folder.id, silent)
}

function moduleFileIn(folder: CourseFolder, moduleId: string): ModuleFile | null {
  const text = textOf(folder.files.get(`${moduleId}/module.yaml`) ?? null, 'yaml', silent)
  return text === null ? null : readModuleFile(text, silent)
}

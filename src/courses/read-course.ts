import type { CourseDocument } from './course.ts'
import { type CourseFile, lineOf, readCourseFile } from './course-file.ts'
import { type Fault, type Note, noteInto, sortFaults } from './faults.ts'
import { type CourseFolder, mostFiles } from './folder.ts'
import { isHarmless, pictureType } from './pictures.ts'
import { readModule } from './read-module.ts'
import { isSmallEnough, textOf } from './source-text.ts'

/** A course that was read: whole, or null with everything that is wrong with it. */
export interface CourseRead {
  course: CourseDocument | null
  faults: readonly Fault[]
}

/** Puts one course together from its files. All faults at once, by file and line; never throws. */
export function readCourse(folder: CourseFolder): CourseRead {
  const faults: Fault[] = []
  const note = noteInto(faults, `${folder.path}/course.yaml`)
  if (folder.files.size > mostFiles) note(1, 'tooManyFiles', { most: mostFiles })
  if (!folder.files.has('course.yaml')) note(1, 'missingFile')
  const source = faults.length > 0 ? null : textOf(folder.files.get('course.yaml') ?? null, 'yaml', note)
  if (source === null) return { course: null, faults: sortFaults(faults) }

  const file = readCourseFile(source, folder.id, note)
  const here = [...new Set([...folder.files.keys()].filter((path) => path.includes('/')).map(firstPart))]
  if (file) lintModules(file, here, lineOf('modules', source), note)
  for (const path of folder.files.keys())
    if (path !== 'course.yaml' && !path.includes('/')) noteInto(faults, `${folder.path}/${path}`)(1, 'unknownFile')

  const localKeys = file && new Set(Object.keys(file.local ?? {}))
  const around = { localKeys, faults, shown: new Set<string>() }
  const listed = file ? file.modules.filter((id) => here.includes(id)) : here
  const modules = listed.map((id) => readModule(folder, id, around))
  const images = readPictures(folder, around.shown, faults)
  const course = file && faults.length === 0 ? { ...told(file), modules, images } : null
  return { course, faults: sortFaults(faults) }
}

function lintModules({ modules }: CourseFile, here: readonly string[], line: number, note: Note): void {
  for (const id of here) if (!modules.includes(id)) note(line, 'moduleNotListed', { id })
  for (const id of modules) if (!here.includes(id)) note(line, 'moduleMissing', { id })
}

const firstPart = (path: string) => path.slice(0, path.indexOf('/'))

const told = ({ id, title, summary, audience, validity, local = {}, builds_on = [] }: CourseFile) => ({
  id,
  title,
  summary,
  audience,
  buildsOn: builds_on,
  validityMonths: validity,
  local,
})

function readPictures(folder: CourseFolder, shown: ReadonlySet<string>, faults: Fault[]): CourseDocument['images'] {
  const pictures = [...shown].toSorted().flatMap((name) => {
    const note = noteInto(faults, `${folder.path}/${name}`)
    const bytes = folder.files.get(name) ?? null
    if (!isSmallEnough(bytes, 'picture', note)) return []
    if (!isHarmless(name, bytes)) note(1, 'pictureUnsafe', { file: name })
    return [[name, { type: pictureType(name), base64: Buffer.from(bytes).toString('base64') }] as const]
  })
  return Object.fromEntries(pictures)
}

import { type Language, languages } from '#web/language.ts'
import { isSlug } from './attributes.ts'
import { cardFile } from './card.ts'
import { type Fault, type Note, noteInto } from './faults.ts'
import type { CourseFolder } from './folder.ts'
import { isPictureName } from './pictures.ts'
import type { Twin } from './twins.ts'

/** A module's folder: which file is what. Misplaced, misnamed and one-sided files are noted here, once. */
export interface ModuleFolder {
  id: string
  /** Page files in order, `01-hvorfor.md`, with the id of the page. */
  pages: readonly { file: string; id: string }[]
  pictures: ReadonlySet<string>
  bytes(file: string): Uint8Array | null
  has(file: string): boolean
  /** Notes into a file of the module: `da/quiz.md`. */
  noteIn(file: string): Note
}

const pageName = /^\d\d-([a-z0-9-]+)\.md$/
const reserved = ['attempts', 'situation', 'exercise', 'quiz']
const optional = ['situation.md', cardFile]
const named = ['quiz.md', ...optional]

export function openModule(course: CourseFolder, id: string, faults: Fault[]): ModuleFolder {
  const inside = [...course.files.keys()].filter((path) => path.startsWith(`${id}/`))
  const names = inside.map((path) => path.slice(id.length + 1))
  const noteIn = (file: string) => noteInto(faults, `${course.path}/${id}/${file}`)
  const has = (file: string) => course.files.has(`${id}/${file}`)

  const pictures = names.filter(isPictureName)
  for (const name of names)
    if (name !== 'module.yaml' && !pictures.includes(name) && !inLanguage(name)) noteIn(name)(1, 'unknownFile')
  const texts = names.filter(inLanguage).map((name) => name.slice(3))
  const pages = [...new Set(texts)].toSorted().flatMap((file) => pageOf(file, has, noteIn))
  noteRepeated(pages, has, noteIn)
  noteMissing(new Set([...pages.map((page) => page.file), ...named]), has, noteIn)
  if (pages.length === 0) noteIn('module.yaml')(1, 'noPages')
  if (!has('module.yaml')) noteIn('module.yaml')(1, 'missingFile')
  return {
    id,
    pages,
    pictures: new Set(pictures),
    bytes: (file) => course.files.get(`${id}/${file}`) ?? null,
    has,
    noteIn,
  }
}

const inLanguage = (name: string) => languages.some((language) => name.startsWith(`${language}/`))
const twinsOf = (file: string): Twin<string> => ({ da: `da/${file}`, en: `en/${file}` })

type Has = (file: string) => boolean
type NoteIn = (file: string) => Note

function pageOf(file: string, has: Has, noteIn: NoteIn): { file: string; id: string }[] {
  if (named.includes(file)) return []
  const id = pageName.exec(file)?.[1] ?? ''
  const there = languages.map((language) => `${language}/${file}`).filter(has)
  const isText = file.endsWith('.md') && !file.includes('/')
  if (!isText) for (const name of there) noteIn(name)(1, 'unknownFile')
  else if (!isSlug(id)) for (const name of there) noteIn(name)(1, 'wrongPageName')
  else if (reserved.includes(id)) for (const name of there) noteIn(name)(1, 'reservedId', { id })
  else return [{ file, id }]
  return []
}

function noteRepeated(pages: readonly { file: string; id: string }[], has: Has, noteIn: NoteIn): void {
  for (const language of languages) {
    const seen = new Set<string>()
    for (const { file, id } of pages.filter((page) => has(`${language}/${page.file}`))) {
      if (seen.has(id)) noteIn(`${language}/${file}`)(1, 'duplicatePage', { id })
      seen.add(id)
    }
  }
}

function noteMissing(files: ReadonlySet<string>, has: Has, noteIn: NoteIn): void {
  for (const file of files) {
    const { da, en } = twinsOf(file)
    const there: Language[] = languages.filter((language) => has(`${language}/${file}`))
    if (there.length === 0 && !optional.includes(file)) noteIn(da)(1, 'missingFile')
    if (there.length === 1) {
      const [missing, other] = there[0] === 'da' ? [en, da] : [da, en]
      noteIn(missing)(1, 'missingTwin', { other })
    }
  }
}

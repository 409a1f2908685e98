import { found } from '#base/refusal.ts'
import type { InBoth } from '#courses/course.ts'
import { readModuleFile } from '#courses/module-file.ts'
import { keptFiles } from '#courses/source-store.ts'
import type { Reading } from '#db/work.ts'
import { type WorkingFile, workingSha } from '#drafts/draft.ts'
import { whatIs } from '#drafts/file-path.ts'
import { workingFiles } from '#drafts/store.ts'
import { altIn, mentions } from './picture-line.ts'
import { saidOf } from './store.ts'

/** A picture of a module as it is being written. */
export interface ModulePicture {
  file: string
  path: string
  sha256: string
  bytes: number
  /** Null while nobody has said what one sees. */
  alt: InBoth | null
  /** Null for a picture that was not uploaded here. */
  containsText: boolean | null
  /** The texts that speak of it, by the names of their files. */
  usedIn: readonly string[]
}

/** A page of a module, to put a picture into. */
export interface PageName {
  name: string
  title: string
}

export interface ModulePictures {
  /** What the module is called; its id while that cannot be read. */
  module: InBoth
  pictures: readonly ModulePicture[]
  pages: readonly PageName[]
}

/** The pictures of a module and its pages, with drafts. Refuses: not-found for a module that is not there. */
export async function findPictures(db: Reading, courseId: string, moduleId: string): Promise<ModulePictures> {
  const inside = (await workingFiles(db, courseId)).filter(({ path }) => whatIs(path)?.moduleId === moduleId)
  const here = inside.filter((file) => workingSha(file) !== null)
  found(here[0], 'module')
  const bytes = await keptFiles(db, inside.flatMap(versionsOf))
  const textOf = (sha256: string) => new TextDecoder().decode(bytes.get(sha256))
  const texts = inside
    .filter(({ path }) => whatIs(path)?.language)
    .map((file) => ({ path: file.path, versions: versionsOf(file).map(textOf) }))
  const said = await saidOf(db, courseId)

  const pictures = here.flatMap((file): ModulePicture[] => {
    const { kind, name } = placeOf(file)
    if (kind !== 'picture') return []
    const sha256 = workingSha(file) as string
    const told = said.findLast((one) => one.path === file.path && one.sha256 === sha256)
    const using = texts.filter(({ versions }) => versions.some((text) => mentions(text, name)))
    return [
      {
        file: name,
        path: file.path,
        sha256,
        bytes: bytes.get(sha256)?.length ?? 0,
        alt: told?.alt ?? altOf(texts, name),
        containsText: told?.containsText ?? null,
        usedIn: [...new Set(using.map(({ path }) => placeOf({ path }).name))],
      },
    ]
  })
  return { module: moduleTitle(here, moduleId, textOf), pictures, pages: pagesOf(here, textOf) }
}

const placeOf = ({ path }: Pick<WorkingFile, 'path'>) => found(whatIs(path), 'file of a course')

/** Every text somebody is writing; what is published where nobody is. */
const versionsOf = ({ published, drafts }: WorkingFile): string[] =>
  (drafts.length > 0 ? drafts.map(({ sha256 }) => sha256) : [published]).filter((sha256) => sha256 !== null)

type Texts = readonly { path: string; versions: readonly string[] }[]

function altOf(texts: Texts, file: string): InBoth | null {
  const shownIn = (language: 'da' | 'en') =>
    texts
      .filter(({ path }) => placeOf({ path }).language === language)
      .flatMap(({ versions }) => versions.map((text) => altIn(text, file)))
      .find((alt) => alt !== null)
  const da = shownIn('da')
  const en = shownIn('en')
  const alt = da ?? en
  return alt === undefined || alt === null ? null : { da: da ?? alt, en: en ?? alt }
}

function moduleTitle(here: readonly WorkingFile[], moduleId: string, textOf: (sha256: string) => string): InBoth {
  const yaml = here.find(({ path }) => path === `${moduleId}/module.yaml`)
  const title = yaml && readModuleFile(textOf(workingSha(yaml) as string), () => {})?.title
  return title ?? { da: moduleId, en: moduleId }
}

const pagesOf = (here: readonly WorkingFile[], textOf: (sha256: string) => string): PageName[] =>
  here
    .filter((file) => placeOf(file).kind === 'page' && placeOf(file).language === 'da')
    .map((file) => {
      const { name } = placeOf(file)
      return { name, title: /^# (.+)$/m.exec(textOf(workingSha(file) as string))?.[1] ?? name }
    })

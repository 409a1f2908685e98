import { found, Refusal } from '#base/refusal.ts'
import type { InBoth, ModuleDocument } from '#courses/course.ts'
import { keptFiles } from '#courses/source-store.ts'
import { findPublished } from '#courses/store.ts'
import type { Reading } from '#db/work.ts'
import { workingSha } from '#drafts/draft.ts'
import { whatIs } from '#drafts/file-path.ts'
import { workingFiles, workingFolder } from '#drafts/store.ts'
import type { House } from '#house.ts'
import { lookAtFile } from '#reader/look.ts'
import type { Language } from '#web/language.ts'
import type { QuizPlace } from './addresses.ts'

/** A module as questions are put into it: what they may point to. */
export interface BankModule {
  place: QuizPlace
  title: InBoth
  pages: readonly Target[]
  sources: readonly Target[]
}

/** Something a question points to, and what it is called. */
export interface Target {
  id: string
  title: string
}

/** A module as it is being written; of one whose files were never kept, as it is published. Refuses: not-found. */
export async function findBankModule(house: House, place: QuizPlace, language: Language): Promise<BankModule> {
  const { courseId, moduleId } = place
  const files = (await workingFiles(house.db, courseId)).filter((file) => workingSha(file) !== null)
  const inside = files.filter(({ path }) => whatIs(path)?.moduleId === moduleId)
  if (inside.length === 0) return asPublished(place, await publishedModule(house.db, place), language)

  const pages = inside.flatMap((file) => {
    const about = whatIs(file.path)
    const sha256 = workingSha(file)
    return about?.kind === 'page' && about.language === language && sha256 ? [{ name: about.name, sha256 }] : []
  })
  const texts = await keptFiles(
    house.db,
    pages.map(({ sha256 }) => sha256),
  )
  const told = await toldOf(house, place)
  return {
    place,
    title: told.title ?? { da: moduleId, en: moduleId },
    pages: pages.map(({ name, sha256 }) => {
      const id = name.replace(/^\d\d-|\.md$/g, '')
      return { id, title: titleIn(texts.get(sha256)) || id }
    }),
    sources: told.sources,
  }
}

const titleIn = (bytes: Uint8Array | undefined): string =>
  /^#[ \t]+(.*)$/m.exec(new TextDecoder().decode(bytes))?.[1]?.trim() ?? ''

/** What module.yaml says, as far as it can be read. */
async function toldOf(house: House, { courseId, moduleId }: QuizPlace) {
  const folder = await workingFolder(house.db, courseId)
  const path = `${moduleId}/module.yaml`
  if (!folder.files.has(path)) return { title: null, sources: [] }
  try {
    const { titles, sources } = await lookAtFile(house, { folder, path })
    return { title: titles.module, sources: Object.entries(sources).map(([id, title]) => ({ id, title })) }
  } catch (error) {
    if (error instanceof Refusal) return { title: null, sources: [] }
    throw error
  }
}

export async function publishedModule(db: Reading, { courseId, moduleId }: QuizPlace): Promise<ModuleDocument> {
  const published = await findPublished(db, courseId)
  return found(
    published?.document.modules.find((module) => module.id === moduleId),
    'module',
  )
}

const asPublished = (place: QuizPlace, module: ModuleDocument, language: Language): BankModule => ({
  place,
  title: module.title,
  pages: module.pages.map(({ id, title }) => ({ id, title: title[language] })),
  sources: Object.entries(module.sources).map(([id, { title }]) => ({ id, title })),
})

import type { Twin } from '#courses/twins.ts'
import { type WorkingFile, workingSha } from '#drafts/draft.ts'
import { whatIs } from '#drafts/file-path.ts'

/** What a module is made of, by the paths of its files alone. */
export interface ModuleOutline {
  id: string
  /** `module.yaml`; undefined while it is missing. */
  yaml: WorkingFile | undefined
  pages: readonly TextPair[]
  quiz: TextPair | null
  situation: TextPair | null
  card: TextPair | null
  pictures: readonly WorkingFile[]
}

/** A text in both languages; one that is missing is undefined. */
export interface TextPair {
  /** The file's name in both languages: `01-hvorfor.md`. */
  name: string
  /** For pages the id, `hvorfor`; else what it is: `quiz`. */
  id: string
  files: Twin<WorkingFile | undefined>
}

/** The modules a course's folder holds, in the order of their names, as they are being written; files on their way out are left out. */
export function outlineOf(files: readonly WorkingFile[]): Map<string, ModuleOutline> {
  const there = files.filter((file) => workingSha(file) !== null)
  const ids = [...new Set(there.flatMap(({ path }) => whatIs(path)?.moduleId ?? []))].toSorted()
  return new Map(ids.map((id) => [id, moduleOutline(id, there)]))
}

export function moduleOutline(id: string, files: readonly WorkingFile[]): ModuleOutline {
  const inside = files.filter(({ path }) => whatIs(path)?.moduleId === id)
  const byPath = new Map(inside.map((file) => [file.path, file]))
  const pairs = (kind: string) => {
    const names = inside.flatMap(({ path }) => {
      const place = whatIs(path)
      return place?.kind === kind ? [place.name] : []
    })
    return [...new Set(names)].toSorted().map((name) => pairOf(id, name, byPath))
  }
  return {
    id,
    yaml: byPath.get(`${id}/module.yaml`),
    pages: pairs('page'),
    quiz: pairs('quiz')[0] ?? null,
    situation: pairs('situation')[0] ?? null,
    card: pairs('card')[0] ?? null,
    pictures: inside.filter(({ path }) => whatIs(path)?.kind === 'picture'),
  }
}

const pairOf = (moduleId: string, name: string, byPath: ReadonlyMap<string, WorkingFile>): TextPair => ({
  name,
  id: pageIdOf(name),
  files: { da: byPath.get(`${moduleId}/da/${name}`), en: byPath.get(`${moduleId}/en/${name}`) },
})

/** `hvorfor` of `01-hvorfor.md`; of other texts their name without its ending. */
export const pageIdOf = (name: string): string => name.replace(/^\d\d-/, '').replace(/\.md$/, '')

/** Every text of a module: pages, quiz, situation, card. */
export const textsOf = ({ pages, quiz, situation, card }: ModuleOutline): TextPair[] => [
  ...pages,
  ...[quiz, situation, card].filter((pair) => pair !== null),
]

/** Pages that are published and on their way out, by the names of their files; one that only moved is not among them. */
export function removedPages(id: string, files: readonly WorkingFile[]): string[] {
  const inside = files.filter(({ path }) => whatIs(path)?.moduleId === id && whatIs(path)?.kind !== 'picture')
  const there = new Set(
    moduleOutline(
      id,
      inside.filter((file) => workingSha(file) !== null),
    ).pages.map((page) => page.id),
  )
  const gone = inside.flatMap((file) => {
    const place = whatIs(file.path)
    return workingSha(file) === null && file.published !== null && place?.language ? [place.name] : []
  })
  return [...new Set(gone)].filter((name) => !there.has(pageIdOf(name))).toSorted()
}

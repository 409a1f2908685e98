import type { WorkingFile } from '#drafts/draft.ts'

/**
 * A file of a package beside the course here. `same`: it says what is published, or what somebody is writing. `new`, `changed`: taking it makes
 * a draft. `gone`: here, and not in the package.
 */
export interface Arrival {
  path: string
  kind: 'same' | 'new' | 'changed' | 'gone'
  /** SHA-256 in the package; null when it is not there. */
  sha256: string | null
  /** SHA-256 of what is published; null when nothing is. */
  published: string | null
  /** Somebody is writing it: what is taken stands beside that. */
  written: boolean
}

/** What a package would bring to a course, by path. `arriving`: SHA-256 of its files by path. */
export function compareArrivals(arriving: ReadonlyMap<string, string>, here: readonly WorkingFile[]): Arrival[] {
  const working = new Map(here.map((file) => [file.path, file]))
  const paths = [...new Set([...working.keys(), ...arriving.keys()])].toSorted()
  return paths.flatMap((path): Arrival[] => {
    const { published, drafts } = working.get(path) ?? { published: null, drafts: [] }
    const sha256 = arriving.get(path) ?? null
    const arrival = { path, sha256, published, written: drafts.length > 0 }
    if (sha256 === published || drafts.some((draft) => draft.sha256 === sha256))
      return sha256 === null ? [] : [{ ...arrival, kind: 'same' }]
    if (sha256 === null) return [{ ...arrival, kind: 'gone' }]
    return [{ ...arrival, kind: published === null && drafts.length === 0 ? 'new' : 'changed' }]
  })
}

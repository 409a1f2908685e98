/** What became of one file. `before` and `after`: what was handed in for it (a text, or the hash of one); null where it is not. */
export interface FileChange {
  kind: 'new' | 'gone' | 'changed' | 'renamed'
  /** Where it is now; where it was when it is gone. */
  path: string
  /** Where it was, when that was another place: changed or renamed. */
  from: string | null
  before: string | null
  after: string | null
}

type Files = ReadonlyMap<string, string>

/**
 * Which files are new, gone, changed or renamed, by path. `nameOf`: what stays the same of a file that is moved, such as its path without the
 * number that orders it; a file that went is also found again under any path with the very same content.
 */
export function compareFiles(
  before: Files,
  after: Files,
  nameOf: (path: string) => string = (path) => path,
): FileChange[] {
  const gone = new Set([...before.keys()].filter((path) => !after.has(path)))
  const came = [...after.keys()].filter((path) => !before.has(path))
  const from = new Map<string, string>()
  const pair = (signOf: (path: string, files: Files) => string | undefined) => {
    const left = Map.groupBy(gone, (path) => signOf(path, before))
    for (const now of came.filter((path) => !from.has(path))) {
      const old = left.get(signOf(now, after))?.shift()
      if (old !== undefined && gone.delete(old)) from.set(now, old)
    }
  }
  pair(nameOf)
  pair((path, files) => files.get(path))

  const changes = [...after].flatMap(([path, content]): FileChange[] => {
    const was = from.get(path) ?? null
    const old = before.get(was ?? path) ?? null
    if (old === content && was === null) return []
    const kind = old === null ? 'new' : old === content ? 'renamed' : 'changed'
    return [{ kind, path, from: was, before: old, after: content }]
  })
  const went = [...gone].map(
    (path): FileChange => ({ kind: 'gone', path, from: null, before: before.get(path) ?? null, after: null }),
  )
  return [...changes, ...went].toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

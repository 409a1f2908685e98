import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { filesUnder } from '../support/source.ts'

/** Every file of ours with the files it imports from, types included: somebody who reads has to go there as well. */
function graph(): Map<string, string[]> {
  const files = filesUnder('src', '.ts')
  return new Map(
    files.map(({ path, text }) => {
      const names = [...text.matchAll(/from '([#.][^']+)'/g)].map((match) => match[1] as string)
      const to = (name: string) => (name[0] === '#' ? `src/${name.slice(1)}` : posix.join(posix.dirname(path), name))
      /** web/words.ts gathers every room's words, and rooms name its keys: the one knot there is, and only in types. */
      return [path, names.map(to).filter((target) => target !== 'src/web/words.ts')]
    }),
  )
}

/** The first circle met from a file on, as the way round it; null when there is none. */
function circleFrom(start: string, imports: ReadonlyMap<string, string[]>, done: Set<string>): string[] | null {
  const way: string[] = []
  const visit = (file: string): string[] | null => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
    if (done.has(file)) return null
    way.push(file)
    for (const next of imports.get(file) ?? []) {
      const circle = visit(next)
      if (circle) return circle
    }
    way.pop()
    done.add(file)
    return null
  }
  return visit(start)
}

test('no file leads back to itself', () => {
  const imports = graph()
  const done = new Set<string>()
  expect(imports.size).toBeGreaterThan(150)
  expect(
    [...imports.keys()].map((file) => circleFrom(file, imports, done)).filter((circle) => circle !== null),
  ).toEqual([])
})

test('the check would notice a circle', () => {
  const imports = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['a']],
  ])
  expect(circleFrom('a', imports, new Set())).toEqual(['a', 'b', 'c', 'a'])
})

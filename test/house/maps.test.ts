import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { filesUnder, root } from '../support/source.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** What a text names as a file or folder of ours: with an ending or a slash, without a space or a placeholder. */
const pathsIn = (text: string) =>
  [...text.matchAll(/`(\w[\w./-]*(?:\.(?:ts|js|eta|md|txt)|\/))`/g)].map((match) => match[1] as string)

const isThere = (path: string, from: string) => [from, '', 'src'].some((base) => existsSync(join(root, base, path)))

test.each(['README.md', 'SECURITY.md', 'src/README.md', 'src/DECISIONS.md'])('%s leads to what is there', (map) => {
  const text = read(map)
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1] as string)
  const named = pathsIn(text).filter((path) => !path.startsWith('./') && !path.startsWith('..'))
  expect([...links, ...named].filter((path) => !isThere(path, dirname(map)))).toEqual([])
})

test('every room has a README of at most thirty lines', () => {
  const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(rooms.length).toBeGreaterThan(12)
  for (const { name } of rooms) {
    const lines = read(`src/${name}/README.md`).trimEnd().split('\n').length
    expect([name, lines <= 30]).toEqual([name, true])
  }
})

test('a room README names files that are in the room', () => {
  const wrong = filesUnder('src', 'README.md')
    .filter(({ path }) => path !== 'src/README.md')
    .flatMap(({ path, text }) =>
      pathsIn(text)
        .filter((named) => !isThere(named, dirname(path)))
        .map((named) => `${path}: ${named}`),
    )
  expect(wrong).toEqual([])
})

test('the tree in the map is the order of the rooms', () => {
  const map = read('src/README.md')
  const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  for (const { name } of rooms) expect(map).toContain(`\`${name}\``)
})

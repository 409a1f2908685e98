import { expect, test } from 'vitest'
import { filesUnder } from '../support/source.ts'

/** The rooms from the ground up: a file may import from its own room and from rooms earlier in this list. */
const order = [
  'base',
  'policy',
  'config',
  'db',
  'house',
  'web',
  'audit',
  'mail',
  'people',
  'signin',
  'recovery',
  'courses',
  'proofreading',
  'interchange',
  'comparing',
  'reader',
  'drafts',
  'town',
  'reviewing',
  'cards',
  'certificates',
  'requirements',
  'exercises',
  'rereading',
  'learning',
  'coverage',
  'hindsight',
  'pictures',
  'packages',
  'publishing',
  'quiz-editing',
  'authoring',
  'joining',
  'invitations',
  'roles',
  'staff',
  'venues',
  'duplicates',
  'account',
  'keeping',
  'front',
  'demo',
  'open-house',
  'jobs',
  'open-site',
  'workshop',
  'office',
  'app',
  'serve',
  'compile',
  'cli',
  'main',
]

const sources = filesUnder('src', '.ts')
const roomOf = (path: string) => (path.replace(/^src\//, '').split('/')[0] as string).replace(/\.ts$/, '')
const importsOf = (text: string) =>
  [...text.matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] as string)
const isWords = (name: string) => /words\.(da|en)\.ts$/.test(name)
/** Types say what a thing looks like and bind nothing at run time; a rule of the ground may name a key of the words. */
const withoutTypes = (text: string) => text.replaceAll(/import type [^;]*?from '[^']+'/gs, '')

function wrongImports(path: string, text: string): string[] {
  const from = roomOf(path)
  return importsOf(withoutTypes(text))
    .filter((name) => name.startsWith('#') || name.startsWith('../'))
    .filter((name) => !(/^src\/web\/(danish|english)\.ts$/.test(path) && isWords(name)))
    .filter((name) => {
      if (name.startsWith('../')) return true
      const to = roomOf(`src/${name.slice(1)}`)
      return order.indexOf(to) > order.indexOf(from) || !order.includes(to)
    })
    .map((name) => `${path} may not import ${name}: ${from} stands above it`)
}

test('every room is in the list', () => {
  const rooms = new Set(sources.map((file) => roomOf(file.path)))
  expect([...rooms].filter((room) => !order.includes(room))).toEqual([])
})

test('imports go one way, from the roof to the ground', () => {
  expect(sources.length).toBeGreaterThan(50)
  expect(sources.flatMap((file) => wrongImports(file.path, file.text))).toEqual([])
})

test('the check would notice a room importing one below it', () => {
  expect(wrongImports('src/people/x.ts', "import { y } from '#learning/y.ts'")).toHaveLength(1)
  expect(wrongImports('src/learning/x.ts', "import { y } from '#people/y.ts'")).toEqual([])
})

const allowedIn: readonly (readonly [string, RegExp, RegExp])[] = [
  [
    'fastify',
    /from 'fastify'/,
    /\/([\w-]+-)?routes\.ts$|-plugin\.ts$|^src\/(app|office|workshop|open-site|house)\.ts$|^src\/web\//,
  ],
  ['kysely', /from 'kysely'/, /store\.ts$|^src\/db\//],
  ['the system clock', /Date\.now\(|new Date\(\)/, /^src\/base\//],
  ['chance', /Math\.random\(|randomUUID\(|randomBytes\(|randomInt\(/, /^src\/base\//],
]

test.each(allowedIn)('%s is spoken only where it belongs', (_name, pattern, allowed) => {
  const speakers = sources.filter((file) => pattern.test(file.text)).map((file) => file.path)
  expect(speakers.filter((path) => !allowed.test(path))).toEqual([])
})

test('forms read a body and nothing else', () => {
  const forms = sources.filter((file) => /\/([\w-]+-)?forms\.ts$/.test(file.path))
  expect(forms.length).toBeGreaterThan(2)
  const impure = forms.filter((file) => /\basync\b|\bawait\b|#db\/|fastify/.test(file.text))
  expect(impure.map((file) => file.path)).toEqual([])
})

test('a table is named by the store of one room, the ground and what measures it', () => {
  const owners = new Map<string, Set<string>>()
  for (const { path, text } of sources)
    for (const match of text.matchAll(/\.(?:insertInto|updateTable|deleteFrom)\('(\w+)'\)/g)) {
      const table = match[1] as string
      owners.set(table, (owners.get(table) ?? new Set()).add(roomOf(path)))
    }
  expect(owners.size).toBeGreaterThan(8)
  const shared = [...owners].filter(([, rooms]) => rooms.size > 1)
  expect(shared.map(([table, rooms]) => `${table}: ${[...rooms].join(', ')}`)).toEqual([])
})

test('migrations are frozen in time: they import kysely and nothing else', () => {
  const migrations = filesUnder('migrations', '.ts')
  expect(migrations.flatMap((file) => importsOf(file.text)).filter((name) => name !== 'kysely')).toEqual([])
})

test('no file is longer than 200 lines', () => {
  const files = [
    ...sources,
    ...filesUnder('test', '.ts'),
    ...filesUnder('views', '.eta'),
    ...filesUnder('migrations', '.ts'),
  ]
  const long = files
    .map((file) => [file.path, file.text.split('\n').length - 1] as const)
    .filter(([, lines]) => lines > 200)
  expect(long).toEqual([])
})

test('no drawer for odds and ends', () => {
  const drawers = /\/(index|utils?|helpers?|common|service|manager|misc)\.ts$/
  expect(sources.filter((file) => drawers.test(file.path)).map((file) => file.path)).toEqual([])
})

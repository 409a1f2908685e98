import { afterAll, beforeAll, expect, test } from 'vitest'
import { getJoinCode } from '#people/venue-store.ts'
import { post } from '../signin/post.ts'
import { addressOf, hasSomething } from '../support/matrix.ts'
import { expectHarmless, type HostileTown, openHostileTown } from './hostile-town.ts'

/** The whole site, page by page, as each of the cast: what was written is text, and nothing else. */

const typedByAll = `"><img src=x onerror=alert(1)>'{{7*7}}<%= it %></textarea></title></script><script>alert(2)</script>`

let hostile: HostileTown
beforeAll(async () => {
  hostile = await openHostileTown()
})
afterAll(() => hostile.close())

const seen = new Set<string>()

test.each(['ines', 'marco', 'ada', 'olga', 'pernille', 'noor', 'kim'])(
  'what %s sees of it is text and nothing else, in both languages',
  async (who) => {
    let shown = 0
    for (const language of ['da', 'en'])
      for (const route of await hostile.app.wholePlan()) {
        if (route.method !== 'GET' || !hasSomething(route) || route.path.startsWith('/static')) continue
        const cookie = `language=${language}; ${await hostile.as(who)}`
        const { statusCode, headers, body } = await hostile.app.inject({
          url: addressOf(route, hostile.town.values),
          headers: { cookie },
        })
        expect([route.path, statusCode < 500]).toEqual([route.path, true])
        if (String(headers['content-type']).includes('html')) shown += expectHarmless(body, route.path)
        for (const [, n] of body.matchAll(/onerror=alert\((\d+)\)/g)) seen.add(n as string)
        for (const value of Object.values(headers))
          expect([route.path, String(value).includes('onerror')]).toEqual([route.path, false])
      }
    expect(shown).toBeGreaterThan(20)
  },
  60_000,
)

test('everything that was written was seen somewhere, so that the test above means something', () => {
  const written = [...range(2, 13), ...range(20, 26)].map(String)
  expect(written.filter((n) => !seen.has(n))).toEqual([])
})
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n)

test('so are the pages behind a link, for whoever has none of it yet', async () => {
  expect(hostile.tokens.length).toBeGreaterThan(1)
  let shown = 0
  for (const token of hostile.tokens)
    shown += expectHarmless((await hostile.app.inject(`/invitation/${token}`)).body, 'invitation')
  for (const url of [
    `/join/${await getJoinCode(hostile.house.db, hostile.town.cast.havnen)}`,
    '/recovery',
    '/sign-in',
    '/',
    `/verify/${hostile.town.values.number}`,
  ])
    shown += expectHarmless((await hostile.app.inject(url)).body, url)
  expect(shown).toBeGreaterThan(5)
})

test('what is typed and refused comes back as text: every form there is, filled with it', async () => {
  const urls = (await hostile.app.wholePlan())
    .filter((route) => route.method === 'POST')
    .map((route) => [route.path, addressOf(route, hostile.town.values)] as const)
  const fields = [
    'name',
    'login',
    'password',
    'code',
    'address',
    'contact',
    'signatoryName',
    'signatoryTitle',
    'languages',
    'language',
  ]
  const more = [
    'text',
    'job',
    'firstOn',
    'lastOn',
    'fromOn',
    'on',
    'role',
    'venue',
    'kind',
    'keep',
    'sure',
    'reason',
    'course',
    'days',
    'next',
    'countsFromOn',
    'id',
    'until',
    'current',
  ]
  const typed = Object.fromEntries([...fields, ...more].map((name) => [name, typedByAll]))
  const olga = await hostile.as('olga')
  let shown = 0
  for (const [path, url] of urls) {
    if (path === '/settings/logo' || path === '/sign-out') continue
    for (const cookie of ['', olga]) {
      const answer = await post(hostile.app, url, typed, { cookie })
      expect([path, answer.statusCode < 500]).toEqual([path, true])
      expectHarmless(answer.body, path)
      shown += answer.body.split('&lt;img src=x').length - 1
    }
  }
  expect(shown).toBeGreaterThan(10)
}, 60_000)

import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { parse } from 'node-html-parser'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { townOf } from '#town/store.ts'
import { post } from '../signin/post.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { multipart, type Part } from '../support/multipart.ts'
import { cookieOf } from '../support/sign-in.ts'
import { gifOf, pngOf } from './pictures.ts'

let house: TestHouse
let cast: Cast
let app: FastifyInstance

beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  app = await buildApp(house)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const settings = {
  name: 'Holstebro',
  contact: '97 12 34 56',
  signatoryName: 'Karen Holm',
  signatoryTitle: 'formand',
  languages: 'da en',
}
const save = async (change: Partial<typeof settings> = {}, who = cast.olga) =>
  post(app, '/settings', { ...settings, ...change }, { cookie: await cookieOf(house, who) })
const open = async (url: string, who?: string, language = 'en') =>
  app.inject({
    url,
    headers: { cookie: [`language=${language}`, ...(who ? [await cookieOf(house, who)] : [])].join('; ') },
  })
const sendLogo = async (parts: readonly Part[], who = cast.olga) => {
  const { payload, headers } = multipart(parts)
  const cookie = `language=en; ${await cookieOf(house, who)}`
  return app.inject({ method: 'POST', url: '/settings/logo', payload, headers: { ...headers, cookie } })
}
const logo = (bytes: Uint8Array): Part => ({ name: 'logo', file: 'logo.png', bytes })

test('Olga says how the town presents itself, and the front page says it', async () => {
  const answer = await save({ name: ' Holstebro  og omegn ' })
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/settings'])
  expect(await townOf(house.db)).toMatchObject({
    name: 'Holstebro og omegn',
    contact: '97 12 34 56',
    signatory: { name: 'Karen Holm', title: 'formand' },
    languages: ['da', 'en'],
    logo: null,
  })
  expect((await open('/')).body).toContain('Contact the association: 97 12 34 56')
  const events = await house.db
    .selectFrom('audit_events')
    .selectAll()
    .where('action', '=', 'partnership.described')
    .execute()
  expect(events.map(({ actor_id, particulars }) => [actor_id, JSON.parse(particulars)])).toEqual([
    [cast.olga, { parts: 'name contact signatory' }],
  ])
  await save({ name: 'Holstebro og omegn' })
  expect(
    (await house.db.selectFrom('audit_events').select('id').where('action', '=', 'partnership.described').execute())
      .length,
  ).toBe(1)
})

test('a refused form keeps what was typed and says what is wrong', async () => {
  const answer = await save({
    name: '  ',
    contact: 'here',
    signatoryName: '',
    signatoryTitle: 'formand',
    languages: 'de',
  })
  expect(answer.statusCode).toBe(422)
  const page = parse(answer.body)
  expect(page.querySelectorAll('#faults a').map((one) => one.getAttribute('href'))).toEqual([
    '#name',
    '#signatoryName',
    '#languages',
  ])
  expect(page.querySelector('#contact')?.getAttribute('value')).toBe('here')
  expect(page.querySelector('#signatoryTitle')?.getAttribute('value')).toBe('formand')
  expect((await townOf(house.db)).contact).toBeNull()
})

test.each(['marco', 'ada', 'pernille', 'ines', 'noor'] as const)('to %s there are no settings', async (name) => {
  expect((await open('/settings', cast[name])).statusCode).toBe(404)
  expect((await save({}, cast[name])).statusCode).toBe(404)
  expect((await sendLogo([logo(await pngOf(10, 10))], cast[name])).statusCode).toBe(404)
  expect((await townOf(house.db)).contact).toBeNull()
})

test('with one language everybody gets it and nothing offers another', async () => {
  expect((await open('/sign-in')).body).toContain('action="/language"')
  await save({ languages: 'da' })
  for (const url of ['/', '/sign-in', '/verify']) {
    const { body } = await open(url)
    expect([url, parse(body).querySelector('html')?.getAttribute('lang')]).toEqual([url, 'da'])
    expect(body).not.toMatch(/action="\/language"|lang=en/)
  }
  expect((await open('/settings', cast.olga)).body).toContain('<html lang="da">')
  await post(app, '/language', { language: 'en', next: '/' }, { cookie: await cookieOf(house, cast.ines) })
  expect((await open('/learning', cast.ines)).body).toContain('<html lang="da">')
  const poster = (await open('/venues/havnen/poster', cast.marco)).body
  expect(parse(poster).querySelectorAll('.poster .languages > [lang]')).toHaveLength(1)
})

test('the town’s own language comes first for whoever has chosen none, also after a restart', async () => {
  await save({ languages: 'en da' })
  const langOf = async (site: FastifyInstance) =>
    parse((await site.inject('/')).body)
      .querySelector('html')
      ?.getAttribute('lang')
  expect(await langOf(app)).toBe('en')
  const again = await buildApp(house)
  expect(await langOf(again)).toBe('en')
  await again.close()
})

test('a logo is drawn anew, shown on the front page and the poster, and can be removed', async () => {
  expect((await sendLogo([logo(await pngOf(1200, 300))])).statusCode).toBe(303)
  const { logo: sha256 } = await townOf(house.db)
  const picture = await app.inject(`/logo/${sha256}.png`)
  expect(picture.headers).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  })
  expect(createHash('sha256').update(picture.rawPayload).digest('hex')).toBe(sha256)
  for (const page of [
    await open('/'),
    await open('/venues/havnen/poster', cast.marco),
    await open('/settings', cast.olga),
  ]) {
    const image = parse(page.body).querySelector('.logo img')
    expect([image?.getAttribute('src'), image?.getAttribute('alt')]).toEqual([
      `/logo/${sha256}.png`,
      'Logo of Holstebro',
    ])
  }
  const removed = await post(app, '/settings/logo/removal', {}, { cookie: await cookieOf(house, cast.olga) })
  expect(removed.statusCode).toBe(303)
  expect((await open('/')).body).not.toContain('/logo/')
  expect((await app.inject(`/logo/${sha256}.png`)).statusCode).toBe(200)
})

test('what is no logo is refused on the same page, in words', async () => {
  const cases = [
    [[logo(Buffer.from('<script>'))], 422, 'not a plain png or jpeg'],
    [[logo(await gifOf(10, 10))], 422, 'not a plain png or jpeg'],
    [[logo(Buffer.alloc(3_000_000))], 413, 'larger than 2 MB'],
    [[logo(Buffer.alloc(0))], 422, 'Choose a file first'],
    [[], 422, 'Choose a file first'],
  ] as const
  for (const [parts, status, words] of cases) {
    const answer = await sendLogo(parts)
    expect([words, answer.statusCode, answer.body.includes(words)]).toEqual([words, status, true])
    expect(parse(answer.body).querySelector('#logo')?.getAttribute('aria-invalid')).toBe('true')
  }
  expect((await sendLogo([logo(await pngOf(9, 9)), logo(await pngOf(9, 9))])).statusCode).toBe(400)
  expect(await house.db.selectFrom('logos').selectAll().execute()).toEqual([])
})

test.each(['nothing', '0'.repeat(64), '..%2f..%2fetc'])('there is no logo at /logo/%s.png', async (name) => {
  expect((await app.inject(`/logo/${name}.png`)).statusCode).toBe(404)
})

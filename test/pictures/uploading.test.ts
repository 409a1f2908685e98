import type { FastifyInstance } from 'fastify'
import { parse } from 'node-html-parser'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { stateOf } from '#drafts/draft.ts'
import { getWorkingFile, textOfFile, workingFolder } from '#drafts/store.ts'
import { post } from '../signin/post.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { multipart } from '../support/multipart.ts'
import { cookieOf } from '../support/sign-in.ts'
import { publishFiles } from '../support/trainers.ts'
import { photoOf, pngOf } from '../town/pictures.ts'

let house: TestHouse
let cast: Cast
let app: FastifyInstance

const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>'
const files = {
  'course.yaml': 'id: grundkursus\n',
  'police/da/01-why.md': '# Hvorfor <b>\n\n![Et <i>skilt</i>](sign.svg)\n',
  'police/en/01-why.md': '# Why\n\n![A sign](sign.svg)\n',
  'police/da/02-how.md': '# Hvordan\n',
  'police/sign.svg': svg,
  'police/old.svg': svg,
}

beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  app = await buildApp(house)
  await publishFiles(house, files)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const address = '/authoring/grundkursus/modules/police/pictures'
const open = async (url: string, who = cast.ada) => app.inject({ url, headers: { cookie: await cookieOf(house, who) } })
const press = async (url: string, fields: Record<string, string> = {}, who = cast.ada) =>
  post(app, url, fields, { cookie: await cookieOf(house, who) })
const broom = { altDa: ' En kost  ', altEn: '', hasText: 'no' }
const send = async (bytes: Uint8Array, fields: Record<string, string> = broom, who = cast.ada) => {
  const texts = Object.entries(fields).map(([name, text]) => ({ name, text }))
  const { payload, headers } = multipart([...texts, { name: 'file', file: '../<b>x.php', bytes }])
  const cookie = await cookieOf(house, who)
  return app.inject({ method: 'POST', url: address, payload, headers: { ...headers, cookie } })
}
const working = (path: string) => getWorkingFile(house.db, 'grundkursus', path)
const textOf = async (path: string) => textOfFile(house.db, (await working(path)).drafts.at(-1)?.sha256 ?? null)

test('a picture is put in as a draft under the name of its text, and can be put on a page', async () => {
  const sent = await send(await photoOf(300, 200))
  expect([sent.statusCode, sent.headers.location]).toEqual([303, `${address}?picture=en-kost.png`])
  const file = await working('police/en-kost.png')
  expect([file.published, stateOf(file)]).toEqual([null, 'draft'])
  const page = parse((await open(`${address}?picture=en-kost.png`)).body)
  expect(page.querySelector('#fresh ~ .pictures code')?.text).toBe('![En kost](en-kost.png)')

  expect((await press(`${address}/en-kost.png/insertion`, { page: '01-why.md' })).headers.location).toBe(address)
  expect(await textOf('police/da/01-why.md')).toBe(`${files['police/da/01-why.md']}\n![En kost](en-kost.png)\n`)
  expect(await textOf('police/en/01-why.md')).toBe('# Why\n\n![A sign](sign.svg)\n\n![En kost](en-kost.png)\n')
  await press(`${address}/en-kost.png/insertion`, { page: '01-why.md' })
  expect(await textOf('police/en/01-why.md')).toBe('# Why\n\n![A sign](sign.svg)\n\n![En kost](en-kost.png)\n')
  await press(`${address}/en-kost.png/insertion`, { page: '02-how.md' })
  expect(await textOf('police/da/02-how.md')).toBe('# Hvordan\n\n![En kost](en-kost.png)\n')
  expect((await working('police/en/02-how.md')).drafts).toEqual([])
})

test('the same picture is there once; another with the same text gets a number', async () => {
  await send(await pngOf(30, 30))
  expect((await send(await pngOf(30, 30), { ...broom, altEn: 'A broom' })).headers.location).toMatch(/en-kost\.png$/)
  expect((await send(await pngOf(31, 30))).headers.location).toMatch(/en-kost-2\.png$/)
  const names = [...(await workingFolder(house.db, 'grundkursus')).files.keys()].filter((path) => /kost/.test(path))
  expect(names).toEqual(['police/en-kost-2.png', 'police/en-kost.png'])
  const page = (await open(address)).body
  expect(page).toContain('In English: A broom')
})

test('the page tells where pictures are used, and only those used nowhere can be removed', async () => {
  const page = parse((await open(address)).body)
  const [used, unused] = page.querySelectorAll('ul.pictures')
  expect(used?.querySelectorAll('h3').map((one) => one.text)).toEqual(['Et <i>skilt</i>'])
  expect(used?.innerHTML).toContain('<h3>Et &lt;i&gt;skilt&lt;/i&gt;</h3>')
  expect(used?.innerHTML).toContain('/edit/police/da/01-why.md">Hvorfor &lt;b&gt;</a>')
  expect(used?.querySelector('form[action$=removal]')).toBeNull()
  expect(unused?.querySelectorAll('img').map((one) => one.getAttribute('alt'))).toEqual(['old.svg'])

  expect((await press(`${address}/sign.svg/removal`)).statusCode).toBe(409)
  expect((await press(`${address}/old.svg/removal`)).statusCode).toBe(303)
  const left = [...(await workingFolder(house.db, 'grundkursus')).files.keys()]
  expect([left.includes('police/sign.svg'), left.includes('police/old.svg')]).toEqual([true, false])
})

test('a refused form keeps what was typed and says what is wrong, each beside its field', async () => {
  const wrong = await send(Buffer.from(svg), { altDa: '  ', altEn: 'A "broom"', hasText: '' })
  expect(wrong.statusCode).toBe(422)
  const page = parse(wrong.body)
  expect(page.querySelectorAll('#faults a').map((one) => one.getAttribute('href'))).toEqual([
    '#file',
    '#altDa',
    '#hasText',
  ])
  expect(page.querySelector('#altEn')?.getAttribute('value')).toBe('A "broom"')
  expect((await send(Buffer.alloc(5_000_001))).statusCode).toBe(413)
  expect((await send(await pngOf(9, 9), { ...broom, altDa: 'x'.repeat(301) })).statusCode).toBe(422)
  for (const table of ['drafts', 'uploaded_pictures'] as const)
    expect(await house.db.selectFrom(table).selectAll().execute()).toEqual([])
})

test('text in a picture is asked for and spoken of until it is translated', async () => {
  await send(await pngOf(30, 30), { ...broom, hasText: 'yes' })
  expect((await open(address)).body).toContain('English readers lack it in English')
  await send(await pngOf(30, 30), { altDa: 'Kost: 2 m', altEn: 'Broom: 2 m', hasText: 'yes' })
  const page = (await open(address)).body
  expect(page).not.toContain('English readers lack it')
  expect(page).toContain('There is text in the picture')
})

test('a picture is served as what it is, for good only under its own version', async () => {
  await send(await pngOf(30, 30))
  const list = parse((await open(address)).body)
  const url = list
    .querySelectorAll('img')
    .map((one) => one.getAttribute('src') ?? '')
    .find((src) => /kost/.test(src))
  const answer = await open(url ?? '')
  expect((await sharp(answer.rawPayload).metadata()).width).toBe(30)
  expect(answer.headers).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'private, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  })
  expect(String(answer.headers['content-security-policy'])).toMatch(/default-src 'none'.*; sandbox$/)
  const plain = await open('/authoring/grundkursus/pictures/police/en-kost.png?v=0000000000000000')
  expect(plain.headers['cache-control']).toBe('private, max-age=60')
  for (const path of ['police/nothing.png', 'police/module.yaml', 'nowhere/sign.svg', 'police/..%2fcourse.yaml'])
    expect((await open(`/authoring/grundkursus/pictures/${path}`)).statusCode).toBe(404)
})

test('an SVG that came with a package and would run a script is not served', async () => {
  await publishFiles(house, { ...files, 'police/sign.svg': '<svg onload="alert(1)"/>' })
  expect((await open('/authoring/grundkursus/pictures/police/sign.svg')).statusCode).toBe(404)
  expect((await open('/authoring/grundkursus/pictures/police/old.svg')).headers['content-type']).toBe('image/svg+xml')
})

test('to whoever is no trainer there are no pictures', async () => {
  for (const who of [cast.ines, cast.marco, cast.olga, cast.pernille]) {
    const answers = [
      await open(address, who),
      await open('/authoring/grundkursus/pictures/police/sign.svg', who),
      await send(await pngOf(9, 9), broom, who),
      await press(`${address}/old.svg/removal`, {}, who),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404])
  }
})

test('in a module that is not there, nothing is', async () => {
  for (const url of [address.replace('police', 'nowhere'), address.replace('grundkursus', 'nowhere')])
    expect((await open(url)).statusCode).toBe(404)
})

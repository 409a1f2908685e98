import { afterAll, beforeAll, expect, test } from 'vitest'
import { post } from '../signin/post.ts'
import { expectHarmless, type HostileTown, openHostileTown } from './hostile-town.ts'

/** What was written, where no page shows it: sheets, files, letters, paper. */

let hostile: HostileTown
beforeAll(async () => {
  hostile = await openHostileTown()
})
afterAll(() => hostile.close())

test('in a sheet it is no formula, in a file no markup, in a letter text, and on paper letters', async () => {
  for (const url of ['/venues/havnen.csv', '/coverage.csv']) {
    const { body } = await hostile.app.inject({ url, headers: { cookie: await hostile.as('olga') } })
    expect(body).toContain('onerror')
    for (const cell of body.replace(/^\uFEFF/, '').split(/\r\n|[,;]/))
      expect([url, cell.replace(/^"/, '').slice(0, 1)]).not.toEqual([url, '='])
  }
  const data = await hostile.app.inject({ url: '/account/data.json', headers: { cookie: await hostile.as('ines') } })
  expect(data.headers['content-type']).toMatch(/^application\/json/)
  expect(JSON.parse(data.body).profile[0].name).toContain('onerror')
  const letters = await hostile.house.db.selectFrom('letters').selectAll().execute()
  expect(letters.some((letter) => letter.html?.includes('&lt;img src=x'))).toBe(true)
  for (const { html, subject, to_name } of letters) {
    if (html) expectHarmless(html, 'letter')
    expect(`${subject}${to_name}`).not.toMatch(/[\r\n\0]/)
  }
  const newest = await hostile.house.db
    .selectFrom('certificates')
    .select('number')
    .where('person_id', '=', hostile.town.cast.ines)
    .orderBy('issued_at', 'desc')
    .executeTakeFirstOrThrow()
  const pdf = await hostile.app.inject({
    url: `/certificates/${newest.number}.pdf`,
    headers: { cookie: await hostile.as('ines') },
  })
  expect([pdf.statusCode, pdf.headers['content-type'], pdf.body.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-'])
  expect(pdf.body).not.toMatch(/\/(JavaScript|JS|Launch)\b/)
}, 60_000)

test('a name that is typesetting code is printed, not run', async () => {
  const cookie = await hostile.as('ines')
  await post(
    hostile.app,
    '/account/name',
    { name: '#panic("x") $x^2$ #read("/certificate.typ") \\ *b* _u_ `r` <l> @r // c' },
    { cookie },
  )
  await post(hostile.app, `/certificates/${hostile.town.values.number}/replacement`, {}, { cookie })
  const all = await hostile.house.db
    .selectFrom('certificates')
    .select(['number', 'holder_name'])
    .where('person_id', '=', hostile.town.cast.ines)
    .execute()
  const replaced = all.find(({ holder_name }) => holder_name?.startsWith('#panic')) ?? all.at(-1)
  const pdf = await hostile.app.inject({ url: `/certificates/${replaced?.number}.pdf`, headers: { cookie } })
  expect([pdf.statusCode, pdf.body.slice(0, 5)]).toEqual([200, '%PDF-'])
}, 60_000)

import { afterEach, beforeEach, expect, test } from 'vitest'
import { gatherData } from '#account/gather-data.ts'
import { noteLook } from '#audit/note-look.ts'
import { issueResetLink } from '#recovery/issue-reset-link.ts'
import { earn } from '../certificates/earned.ts'
import { passModule } from '../learning/run.ts'
import { type AccountTown, openAccountTown } from './settle.ts'

let town: AccountTown
beforeEach(async () => {
  town = await openAccountTown()
})
afterEach(() => town.close())

const own = async () => {
  const { headers, body } = await town.app.inject({
    url: '/account/data.json',
    headers: { cookie: await town.cookieOf('ines') },
  })
  return { headers, body, data: JSON.parse(body) as Record<string, Record<string, unknown>[]> }
}

test('Ines gets a file with all of it: who she is, where she works, what she read, answered and earned', async () => {
  const { house, cast } = town
  await passModule(house, cast.ines, 'police')
  const number = await earn(house, cast, cast.ines)
  const { headers, data } = await own()
  expect(headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="trygt-natteliv.json"',
    'cache-control': 'no-store',
  })
  expect(data.profile).toEqual([
    expect.objectContaining({ name: 'Ines Sørensen', login: 'ines@example.dk', language: 'en' }),
  ])
  expect(data.employment_days).toEqual([
    expect.objectContaining({ venue: 'Havnen', job: 'bar', written_by: 'you', confirmed_by: null }),
    expect.objectContaining({ venue: 'Havnen', job: 'bar', confirmed_by: 'somebody else' }),
  ])
  expect([data.pages_read?.length, data.situation_choices?.length, data.attempts?.length]).toEqual([2, 1, 1])
  expect(data.answers).toHaveLength(5)
  expect(data.certificates).toEqual([expect.objectContaining({ number, holder_name: 'Ines Sørensen' })])
  expect(data.history?.map((line) => line.action)).toContain('employment.confirmed')
  expect(data.sign_ins).toHaveLength(1)
})

test('who has looked is told by role, venue and day, never by name', async () => {
  const { house, cast } = town
  const marco = await house.actor(cast.marco)
  await noteLook(house, { actor: marco, kind: 'staff', venueId: cast.havnen })
  await noteLook(house, { actor: await house.actor(cast.olga), kind: 'person', personId: cast.ines })
  const { data, body } = await own()
  expect(data.looks?.map(({ by, kind, venue, on }) => [by, kind, venue, on])).toEqual([
    ['association', 'person', null, '2026-11-22'],
    ['manager', 'staff', 'Havnen', '2026-11-22'],
  ])
  for (const secret of ['Marco', 'Olga', cast.marco, cast.olga]) expect(body).not.toContain(secret)

  const ines = await (await town.browserOf('ines')).open('/account/history')
  expect(ines.text).toContain('Your manager at Havnen saw the list of the venue')
  expect(ines.text).toContain('The association saw your page')
  for (const secret of ['Marco Rossi', 'Olga Holm']) expect(ines.html).not.toContain(secret)
})

test('nothing in it opens anything: no hash, no token, no link', async () => {
  const { house, cast } = town
  const token = await house.as(cast.olga, (work) => issueResetLink(work, cast.ines))
  const { body } = await own()
  const rows = await Promise.all([
    house.db.selectFrom('people').select('password_hash as secret').where('id', '=', cast.ines).execute(),
    house.db.selectFrom('sign_ins').select('token_hash as secret').execute(),
    house.db.selectFrom('reset_links').select('token_hash as secret').execute(),
    house.db.selectFrom('certificates').select('name_salt as secret').execute(),
  ])
  const secrets = [token, ...rows.flat().map((row) => row.secret as string)]
  expect(secrets.length).toBeGreaterThan(3)
  for (const secret of secrets) expect(body).not.toContain(secret)
})

test('a letter with a link that opens something is told without its text', async () => {
  const { house, cast } = town
  const letter = {
    ...{ to_address: 'ines@example.dk', to_name: 'Ines', language: 'da', kind: 'reset', subject: 'Ny', html: null },
    ...{ queued_at: '2026-11-22T12:00:00.000Z', next_try_at: '2026-11-22T12:00:00.000Z', tries: 0 },
  }
  await house.db
    .insertInto('letters')
    .values([
      { ...letter, id: 'l1', once: '1', person_id: cast.ines, secret: 1, text: 'the link' },
      { ...letter, id: 'l2', once: '2', person_id: cast.ines, secret: 0, text: 'plain text' },
    ])
    .execute()
  const { data } = await own()
  const texts = data.letters?.map((one) => one.text)
  expect(texts).toContain('plain text')
  expect(texts).toContain(null)
  expect(texts).not.toContain('the link')
})

test('nothing of anybody else is in it, and what Marco did for others stands without them', async () => {
  const { house, cast } = town
  await earn(house, cast, cast.noor)
  const { body } = await own()
  for (const other of ['Noor', 'noor@', cast.noor, 'Kilden', 'Marco', 'Olga']) expect(body).not.toContain(other)
  const marco = await gatherData(house.db, cast.marco, house.clock())
  expect(marco.done_for_others).toContainEqual(
    expect.objectContaining({ action: 'employment.confirmed', venue: 'Havnen' }),
  )
  expect(JSON.stringify(marco)).not.toContain(cast.ines)
})

test('the page says in words what there is and how long it stays, in both languages', async () => {
  await passModule(town.house, town.cast.ines, 'police')
  const ines = await (await town.browserOf('ines')).open('/account/data')
  expect(ines.text).toContain('Pages read: 2. Attempts at quizzes: 1. Answers: 5. Choices in situations: 1.')
  expect(ines.text).toContain('How long: 35 days at the most.')
  await ines.press('Dansk')
  expect(ines.text).toContain('Læste sider: 2. Forsøg i quizzer: 1. Svar: 5.')
})

test('a long history goes on, page by page, and ends; what she read and answered is not in it', async () => {
  const { house, cast } = town
  await passModule(house, cast.ines, 'police')
  for (let n = 0; n < 60; n++) await town.cookieOf('ines')
  const ines = await (await town.browserOf('ines')).open('/account/history')
  const all = await house.db.selectFrom('audit_events').select('action').where('person_id', '=', cast.ines).execute()
  const about = all.filter(({ action }) => !/^(page|situation|attempt|answer)\./.test(action))
  let seen = 0
  for (let page = 1; ; page++) {
    seen += ines.page.querySelectorAll('main ol.list > li').length
    if (!ines.has('a[rel=next]') || page > 5) break
    await ines.click('Older')
  }
  expect(seen).toBe(about.length)
  expect(seen).toBeGreaterThan(60)
})

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openMailer } from '#mail/mailer.ts'
import { type Job, jobs, startJobs } from '../../src/jobs.ts'
import { settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { openSmtpPeer } from '../support/smtp-peer.ts'
import { writeOne } from './letters.ts'

let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
  await settleCast(house)
  await house.db.deleteFrom('letters').execute()
})
afterEach(() => house.close())

test('a job never overlaps itself, and the next run waits for the last', async () => {
  let [at, most, runs] = [0, 0, 0]
  const slow: Job = {
    name: 'slow',
    every: 1,
    run: async () => {
      most = Math.max(most, ++at)
      await new Promise((done) => setTimeout(done, 20))
      at--
      runs++
    },
  }
  const running = startJobs(house, [slow])
  await expect.poll(() => runs).toBeGreaterThan(3)
  await running.stop()
  expect([most, at]).toEqual([1, 0])
  const then = runs
  await new Promise((done) => setTimeout(done, 50))
  expect(runs).toBe(then)
})

test('a fault is one line in the log, and the job goes on', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  let runs = 0
  const faulty: Job = {
    name: 'faulty',
    every: 1,
    run: async () => {
      runs++
      throw new Error('it broke')
    },
  }
  const running = startJobs(house, [faulty])
  await expect.poll(() => runs).toBeGreaterThan(2)
  await running.stop()
  expect(said.mock.calls[0]).toEqual(['faulty: it broke'])
  said.mockRestore()
})

test('every job of the timetable runs in a house where there is nothing to do', async () => {
  for (const job of jobs.filter(({ name }) => name !== 'backup')) await job.run(house, new AbortController().signal)
})

test('once a month old, dead links are gone and nobody knows any more who was invited', async () => {
  const before = { issued_at: '2026-10-20T12:00:00.000Z', issued_by: 'x', expires_at: '2026-10-21T12:00:00.000Z' }
  const after = { ...before, expires_at: '2026-11-21T12:00:00.000Z' }
  const { id } = await house.db
    .selectFrom('people')
    .select('id')
    .where('login', '=', 'ines@example.dk')
    .executeTakeFirstOrThrow()
  const invited = { kind: 'role', role: 'partner', language: 'da', to_name: 'Per', to_address: 'per@example.dk' }
  for (const [name, dates] of Object.entries({ before, after })) {
    await house.db
      .insertInto('reset_links')
      .values({ token_hash: name, person_id: id, ...dates })
      .execute()
    await house.db
      .insertInto('invitations')
      .values({ id: name, token_hash: name, ...invited, ...dates })
      .execute()
  }
  await house.db
    .insertInto('sign_ins')
    .values({
      token_hash: 'x',
      person_id: id,
      started_at: before.issued_at,
      expires_at: before.expires_at,
      ends_at: before.expires_at,
    })
    .execute()
  await jobs.find(({ name }) => name === 'tidy')?.run(house, new AbortController().signal)
  expect(await house.db.selectFrom('reset_links').select('token_hash').execute()).toEqual([{ token_hash: 'after' }])
  expect(
    await house.db.selectFrom('invitations').select(['id', 'to_name', 'to_address']).orderBy('id').execute(),
  ).toEqual([
    { id: 'after', to_name: 'Per', to_address: 'per@example.dk' },
    { id: 'before', to_name: null, to_address: null },
  ])
  expect(await house.db.selectFrom('sign_ins').select('token_hash').execute()).toEqual([])
})

test('stopping leaves the letters that are not begun for the next start', async () => {
  const peer = await openSmtpPeer()
  house.mailer = openMailer(peer.url, 'http://localhost:3000')
  for (let n = 0; n < 50; n++) await writeOne(house, n)
  const [send] = jobs
  const running = startJobs(house, [{ ...(send as Job), every: 1 }])
  await expect.poll(() => peer.letters.length).toBeGreaterThan(0)
  await running.stop()
  const went = peer.letters.length
  expect(went).toBeLessThan(50)
  const rows = await house.db.selectFrom('letters').select('id').where('sent_at', 'is not', null).execute()
  expect(rows).toHaveLength(went)
  house.mailer.close()
  await peer.close()
})

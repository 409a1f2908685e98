import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Mailer } from '#house.ts'
import { openMailer } from '#mail/mailer.ts'
import { sendLetters } from '#mail/send-letters.ts'
import { writeLetter } from '#mail/write-letter.ts'
import { clockwork } from '#policy.ts'
import { settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { openSmtpPeer, type SmtpPeer } from '../support/smtp-peer.ts'
import { lettersOf, pass, writeOne } from './letters.ts'

let peer: SmtpPeer
let house: TestHouse
let mailer: Mailer
beforeEach(async () => {
  peer = await openSmtpPeer()
  mailer = openMailer(peer.url, 'http://localhost:3000')
  house = await openTestHouse({ mailer })
  await settleCast(house)
  await house.db.deleteFrom('letters').execute()
})
afterEach(async () => {
  mailer.close()
  await house.close()
  await peer.close()
})

const received = () => peer.letters.map(({ to }) => to[0])

test('what is due goes once, the oldest first, and then there is nothing more to do', async () => {
  for (const n of [3, 1, 2]) {
    await writeOne(house, n)
    pass(house, 1)
  }
  expect(await sendLetters(house)).toBe(3)
  expect(received()).toEqual(['person3@example.dk', 'person1@example.dk', 'person2@example.dk'])
  expect(await sendLetters(house)).toBe(0)
  expect((await lettersOf(house)).every(({ sent_at, tries }) => sent_at !== null && tries === 1)).toBe(true)
})

test('an address that is refused for good is given up at once; the others still go', async () => {
  await writeOne(house, 1)
  await writeOne(house, 2)
  peer.mood({ refuses: 550, at: 'recipient' })
  expect(await sendLetters(house)).toBe(0)
  const given = await lettersOf(house)
  expect(given.map(({ given_up_at, fault }) => [given_up_at !== null, fault?.slice(0, 3)])).toEqual([
    [true, '550'],
    [true, '550'],
  ])
  peer.mood('takes')
  pass(house, 24 * 60)
  expect(await sendLetters(house)).toBe(0)
})

test('a letter refused for now comes back after a minute, then later and later, at most an hour and a fifth', async () => {
  await writeOne(house, 1)
  peer.mood({ refuses: 450, at: 'recipient' })
  const waits: number[] = []
  for (let n = 0; n < 9; n++) {
    await sendLetters(house)
    const [letter] = await lettersOf(house)
    const next = letter?.next_try_at as string
    waits.push((Date.parse(next) - house.clock().getTime()) / 60_000)
    house.at(next)
  }
  for (const [n, wait] of waits.entries()) {
    const least = Math.min(2 ** n, 60)
    expect([n, wait >= least && wait <= least * 1.2]).toEqual([n, true])
  }
  expect(new Set(waits.map((wait) => wait % 1)).size).toBeGreaterThan(5)
})

test('after three days it is given up, to be seen; a link for a new password after an hour, and its text is gone', async () => {
  await writeOne(house, 1)
  const reset = { kind: 'reset', values: { hours: 1 }, link: 'http://localhost:3000/reset/x' } as const
  const to = { address: 'ines@example.dk', name: null }
  await house.as(clockwork, (work) => writeLetter(work, { ...reset, once: 'reset', to, language: 'da' }))
  await peer.goDown()
  for (let hours = 0; hours <= 71; hours++) {
    await sendLetters(house)
    await sendLetters(house)
    pass(house, 60)
  }
  const [notice, link] = await lettersOf(house)
  expect(notice?.given_up_at).toBeNull()
  expect(link?.given_up_at).toBe('2026-11-22T13:00:00.000Z')
  expect(link?.text).toBeNull()
  pass(house, 80)
  await sendLetters(house)
  const [last] = await lettersOf(house)
  expect(last?.given_up_at).not.toBeNull()
  expect(last?.text).toContain('Besked 1.')
})

test('a server that is away is asked once a round, not once a letter', async () => {
  for (let n = 0; n < 20; n++) await writeOne(house, n)
  peer.mood({ refuses: 421, at: 'greeting' })
  await sendLetters(house)
  expect(peer.connections).toBe(1)
  expect((await lettersOf(house)).map(({ tries }) => tries).reduce((a, b) => a + b)).toBe(1)
})

test('two rounds at once, as in two processes, send nothing twice', async () => {
  for (let n = 0; n < 40; n++) await writeOne(house, n)
  const second = openMailer(peer.url, 'http://localhost:3000')
  const sent = await Promise.all([sendLetters(house), sendLetters({ ...house, mailer: second })])
  second.close()
  expect(sent[0] + sent[1]).toBe(40)
  expect(Math.min(...sent)).toBeGreaterThan(0)
  expect(new Set(received()).size).toBe(40)
  expect(peer.letters).toHaveLength(40)
})

test('a letter whose sender died is sent by another once the lease is over, not before', async () => {
  await writeOne(house, 1)
  const dying: Mailer = { send: () => new Promise(() => {}), close: () => {} }
  void sendLetters({ ...house, mailer: dying })
  await expect.poll(async () => (await lettersOf(house))[0]?.leased_until).not.toBeNull()
  pass(house, 9)
  expect(await sendLetters(house)).toBe(0)
  pass(house, 2)
  expect(await sendLetters(house)).toBe(1)
  expect(peer.letters).toHaveLength(1)
})

test('taken without an answer, it comes again with the same Message-ID and no other', async () => {
  await writeOne(house, 1)
  peer.mood('drops')
  expect(await sendLetters(house)).toBe(0)
  peer.mood('takes')
  pass(house, 2)
  expect(await sendLetters(house)).toBe(1)
  expect(await sendLetters(house)).toBe(0)
  expect(peer.letters.map(({ messageId }) => messageId)).toEqual(
    Array(2).fill(expect.stringMatching(/^<[\da-f]{32}@localhost>$/)),
  )
  expect(new Set(peer.letters.map(({ messageId }) => messageId)).size).toBe(1)
})

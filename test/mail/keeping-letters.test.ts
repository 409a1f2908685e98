import { afterEach, beforeEach, expect, test } from 'vitest'
import { inWork } from '#db/work.ts'
import type { Mailer } from '#house.ts'
import { holdLetters } from '#mail/hold-letters.ts'
import { openMailer } from '#mail/mailer.ts'
import { sendLetters } from '#mail/send-letters.ts'
import { tidyLetters } from '#mail/tidy-letters.ts'
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

test('what waited when a copy was restored is held until somebody says that it may go', async () => {
  await writeOne(house, 1)
  await house.as(clockwork, holdLetters)
  expect(await sendLetters(house)).toBe(0)
  await writeOne(house, 2)
  expect(await sendLetters(house)).toBe(1)
  expect(received()).toEqual(['person2@example.dk'])
})

test('what lay there for a week because nobody sent letters is not sent when somebody begins to', async () => {
  await writeOne(house, 1)
  pass(house, 24 * 60)
  await writeOne(house, 2)
  pass(house, 6 * 24 * 60)
  expect(await sendLetters(house)).toBe(1)
  expect(received()).toEqual(['person2@example.dk'])
  expect((await lettersOf(house)).map(({ given_up_at }) => given_up_at !== null)).toEqual([true, false])
})

test('a secret text is gone once it was sent, seven days later anyway, and any other after thirty days', async () => {
  const link = 'http://localhost:3000/invitation/abc'
  await writeOne(house, 1, { link })
  await writeOne(house, 2)
  expect(await sendLetters(house)).toBe(2)
  expect((await lettersOf(house)).map(({ text }) => text === null)).toEqual([true, false])
  await peer.goDown()
  await writeOne(house, 3, { link })
  await writeOne(house, 4)
  const emptyAfter = async (days: number) => {
    pass(house, days * 24 * 60)
    await inWork(house, clockwork, tidyLetters)
    return (await lettersOf(house)).map(({ text }) => text === null)
  }
  expect(await emptyAfter(6)).toEqual([true, false, false, false])
  expect(await emptyAfter(1)).toEqual([true, false, true, false])
  expect(await emptyAfter(22)).toEqual([true, false, true, false])
  expect(await emptyAfter(1)).toEqual([true, true, true, true])
})

test('five thousand letters drain', { timeout: 300_000 }, async () => {
  await house.as(clockwork, async (work) => {
    const row = {
      to_address: 'a@example.dk',
      language: 'da',
      kind: 'notice',
      subject: 'x',
      text: 'x',
      html: 'x',
      secret: 0,
    }
    const at = { queued_at: work.at, next_try_at: work.at, tries: 0 }
    for (let n = 0; n < 5000; n++)
      await work.db
        .insertInto('letters')
        .values({ id: `l${n}`, once: `many ${n}`, ...row, ...at })
        .execute()
  })
  expect(await sendLetters(house)).toBe(5000)
  expect(new Set(peer.letters.map(({ messageId }) => messageId)).size).toBe(5000)
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { movableClock } from '#base/clock.ts'
import { readConfig } from '#config.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { sendLetters } from '#mail/send-letters.ts'
import { tellPerson } from '#mail/tell-person.ts'
import { addPerson } from '#people/add-person.ts'
import { foundPartnership } from '#people/found-partnership.ts'
import { clockwork } from '#policy.ts'
import { openHouse } from '../../src/open-house.ts'
import { openSmtpPeer } from '../support/smtp-peer.ts'

const folder = mkdtempSync(join(tmpdir(), 'letters-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const clock = movableClock('2026-11-22T20:00:00Z')
const minutes = (n: number) => clock.moveTo(new Date(clock().getTime() + n * 60_000).toISOString())

/** A letter every half hour; the post goes every five minutes. */
async function halfDay(house: House, personId: string, from: number) {
  for (let n = from; n < from + 24; n++) {
    await inWork(house, clockwork, (work) =>
      tellPerson(work, { personId, kind: 'employment-confirmed', values: { venue: `Bar ${n}` } }),
    )
    for (let rounds = 0; rounds < 6; rounds++) {
      await sendLetters(house)
      minutes(5)
    }
  }
}

test('the mail server is dead for a day and the house starts anew in the middle: nothing is lost, nothing comes twice', async () => {
  const peer = await openSmtpPeer()
  const config = readConfig({ DATA_DIR: folder, SMTP_URL: peer.url })
  let house = await openHouse(config, clock)
  const personId = await inWork(house, clockwork, async (work) => {
    await foundPartnership(work, { name: 'Holstebro', demo: false })
    return addPerson(work, { name: 'Ines', login: 'ines@example.dk', passwordHash: 'none', language: 'da' })
  })

  await peer.goDown()
  await halfDay(house, personId, 0)
  await house.close()
  house = await openHouse(config, clock)
  await halfDay(house, personId, 24)
  expect(peer.letters).toEqual([])

  await peer.comeUp()
  for (let rounds = 0; rounds < 20; rounds++) {
    await sendLetters(house)
    minutes(5)
  }
  const said = await Promise.all(
    peer.letters.map(async (letter) => /Bar \d+/.exec((await letter.parsed()).text ?? '')?.[0]),
  )
  expect(said.toSorted()).toEqual(Array.from({ length: 48 }, (_, n) => `Bar ${n}`).toSorted())
  expect(new Set(peer.letters.map(({ messageId }) => messageId)).size).toBe(48)
  await house.close()
  await peer.close()
})

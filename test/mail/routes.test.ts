import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import type { Mailer } from '#house.ts'
import { holdLetters } from '#mail/hold-letters.ts'
import { openMailer } from '#mail/mailer.ts'
import { sendLetters } from '#mail/send-letters.ts'
import { tellPerson } from '#mail/tell-person.ts'
import { clockwork } from '#policy.ts'
import { type Browser, openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'
import { openSmtpPeer } from '../support/smtp-peer.ts'
import { lettersOf, pass, writeOne } from './letters.ts'

let house: TestHouse
let cast: Cast
let app: FastifyInstance

async function open(mailer?: Mailer) {
  house = await openTestHouse(mailer ? { mailer } : {})
  cast = await settleCast(house)
  await house.db.deleteFrom('letters').execute()
  await house.db.deleteFrom('notices').execute()
  app = await buildApp(house)
}
beforeEach(() => open())
afterEach(async () => {
  await app.close()
  await house.close()
})

const browserOf = async (who: keyof Cast): Promise<Browser> =>
  openBrowser(app, { cookie: await cookieOf(house, cast[who]) })
const tell = (personId: string, left: number) =>
  house.as(clockwork, (work) => tellPerson(work, { personId, kind: 'recovery-code-used', values: { left } }))

test('without a mail server Olga reads a letter, hands it over, and it is not sent afterwards', async () => {
  await tell(cast.ines, 4)
  const olga = await browserOf('olga')
  await olga.open('/letters')
  expect(olga.text).toContain('Letters are not sent')
  expect(olga.text).toContain('Ines Sørensen Message · ines@example.dk')
  await olga.open(olga.page.querySelector('li a.whole')?.getAttribute('href') as string)
  expect(olga.text).toContain('You have 4 codes left.')
  await olga.press('I have passed the message on')
  expect(olga.text).toContain('The letter is handed over.')
  expect(olga.text).toContain('The last 30 days')
  const mailer = { send: () => Promise.reject(new Error('it went all the same')), close: () => {} }
  await sendLetters({ ...house, mailer })
  expect(await lettersOf(house)).toMatchObject([{ sent_at: null, fault: null, handed_over_by: cast.olga }])
})

test('a letter with a link is never shown, only that it exists', async () => {
  await writeOne(house, 1, { link: 'http://localhost:3000/reset/topsecret' })
  const olga = await browserOf('olga')
  await olga.open('/letters')
  await olga.open(olga.page.querySelector('li a.whole')?.getAttribute('href') as string)
  expect(olga.status).toBe(200)
  expect(olga.text).toContain('only its reader may use')
  expect(olga.seen.some(({ html }) => html.includes('topsecret'))).toBe(false)
  expect(olga.has('form[action$="hand-over"]')).toBe(false)
  const [letter] = await lettersOf(house)
  const headers = { cookie: await cookieOf(house, cast.olga), 'sec-fetch-site': 'same-origin' }
  const forced = await app.inject({ method: 'POST', url: `/letters/${letter?.id}/hand-over`, headers })
  expect(forced.statusCode).toBe(409)
})

test('what a mail server refused is seen with what it said, and sent again by a button', async () => {
  await app.close()
  await house.close()
  const peer = await openSmtpPeer()
  const mailer = openMailer(peer.url, 'http://localhost:3000')
  await open(mailer)
  await tell(cast.ines, 4)
  await tell(cast.noor, 3)
  peer.mood({ refuses: 550, at: 'recipient' })
  await sendLetters(house)
  await house.as(clockwork, holdLetters)
  const olga = await browserOf('olga')
  await olga.open('/letters')
  expect(olga.text).toContain('Letters are sent by themselves')
  expect(olga.text).toMatch(/The mail server said: 550 .*we say 550/)
  await olga.open(olga.page.querySelector('li a.whole')?.getAttribute('href') as string)
  await olga.press('Send again')
  expect(olga.text).toContain('The letter will be sent in a moment.')
  peer.mood('takes')
  expect(await sendLetters(house)).toBe(1)
  await olga.open('/letters')
  expect(olga.text).toContain('A backup was restored')
  mailer.close()
  await peer.close()
})

test('a letter that went cannot be handed over or sent again, and a double click changes nothing', async () => {
  await tell(cast.ines, 4)
  const olga = await browserOf('olga')
  await olga.open('/letters')
  await olga.open(olga.page.querySelector('li a.whole')?.getAttribute('href') as string)
  const url = olga.url
  const headers = { cookie: await cookieOf(house, cast.olga), 'sec-fetch-site': 'same-origin' }
  const post = async (what: string) => (await app.inject({ method: 'POST', url: `${url}/${what}`, headers })).statusCode
  expect(await Promise.all([post('hand-over'), post('hand-over')])).toEqual([303, 303])
  expect(await post('retry')).toBe(409)
  const handed = await house.db
    .selectFrom('audit_events')
    .select('id')
    .where('action', '=', 'letter.handed-over')
    .execute()
  expect(handed).toHaveLength(1)
})

test.each(['ines', 'marco', 'ada', 'pernille'] as const)('letters do not exist for %s', async (who) => {
  await tell(cast.noor, 4)
  const [letter] = await lettersOf(house)
  const headers = { cookie: await cookieOf(house, cast[who]), 'sec-fetch-site': 'same-origin' }
  for (const url of ['/letters', `/letters/${letter?.id}`])
    expect((await app.inject({ url, headers })).statusCode).toBe(404)
  for (const what of ['hand-over', 'retry'])
    expect((await app.inject({ method: 'POST', url: `/letters/${letter?.id}/${what}`, headers })).statusCode).toBe(404)
  expect(await lettersOf(house)).toMatchObject([{ handed_over_at: null }])
})

test('a letter nobody wrote is not found', async () => {
  const olga = await browserOf('olga')
  expect((await olga.open('/letters/nothing')).status).toBe(404)
})

test('Ines sees what she was told until she says OK, newest first; Noor sees nothing of it', async () => {
  await tell(cast.ines, 4)
  pass(house, 1)
  await tell(cast.ines, 3)
  const ines = await browserOf('ines')
  await ines.open('/learning')
  await ines.click('You have 2 messages')
  expect(ines.heading).toBe('Since last time')
  expect(ines.text.indexOf('3 codes left')).toBeLessThan(ines.text.indexOf('4 codes left'))
  pass(house, 1)
  await tell(cast.ines, 2)
  await ines.press('OK')
  expect(ines.url).toBe('/news')
  expect(ines.page.querySelectorAll('.state')).toHaveLength(1)
  await ines.press('OK')
  expect(ines.url).toBe('/learning')
  expect(ines.has('a[href="/news"]')).toBe(false)
  const noor = await browserOf('noor')
  expect((await noor.open('/news')).text).toContain('There is nothing new for you.')
})

test('no page waits for the mail server, however slow it is', async () => {
  await app.close()
  await house.close()
  const peer = await openSmtpPeer()
  peer.mood('tarpits')
  const mailer = openMailer(peer.url, 'http://localhost:3000')
  await open(mailer)
  await tell(cast.ines, 4)
  let went = false
  const sending = sendLetters(house).finally(() => {
    went = true
  })
  await expect.poll(() => peer.connections).toBe(1)
  const marco = await browserOf('marco')
  await marco.open('/venues/havnen')
  await marco.submit('form[action$=confirmation]')
  expect(marco.status).toBe(200)
  expect(await lettersOf(house)).toHaveLength(2)
  expect(went).toBe(false)
  mailer.close()
  await peer.close()
  await sending
})

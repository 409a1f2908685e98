import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import type { RevocationReason } from '#certificates/certificate.ts'
import { groupNumber, numberFrom } from '#certificates/number.ts'
import { revokeCertificate } from '#certificates/revoke-certificate.ts'
import { withdrawCertificate } from '#certificates/withdraw-certificate.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf, earn } from './earned.ts'

let house: TestHouse
let cast: Cast
let app: FastifyInstance
let number: string
beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  app = await buildApp(house)
  number = await earn(house, cast, cast.ines, '2026-11-22T12:00:00Z')
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const read = (url: string, headers = {}) => app.inject({ url, headers })
const revoke = (reason: RevocationReason) => house.as(cast.olga, (work) => revokeCertificate(work, { number, reason }))
const unknown = numberFrom('0'.repeat(26))

test('anybody reads that it is valid and until when, with the name as issued', async () => {
  const { statusCode, body } = await read(`/verify/${number}?lang=en`)
  expect(statusCode).toBe(200)
  expect(body).toMatch(/data-state="valid">\s*<h1 class="word">Valid</)
  for (const said of [
    '22 November 2028',
    'Ines Sørensen',
    'Basic course',
    'No. 1',
    '22 November 2026',
    'Not yet by police',
  ])
    expect(body).toContain(said)
  expect(body).toMatch(/Checked 22 November 2026 at 13:00/)
})

test('never the venue, the login, the reason of a revocation, nor anybody’s id', async () => {
  await revoke('fraud')
  const { body } = await read(`/verify/${number}`)
  for (const secret of ['Havnen', 'ines@example.dk', 'fraud', cast.ines, cast.olga]) expect(body).not.toContain(secret)
})

test('the short address on paper says the same', async () => {
  const [long, short] = [await read(`/verify/${number}`), await read(`/v/${number}`)]
  expect(short.body.replaceAll('/v/', '/verify/')).toBe(long.body)
})

test('the number may be typed as people type it', async () => {
  const typed = groupNumber(number).toLowerCase().replaceAll(' ', '-').replaceAll('0', 'o').replaceAll('1', 'l')
  const { statusCode, headers } = await read(`/verify?lang=en&number=${encodeURIComponent(typed)}`)
  expect([statusCode, headers.location]).toEqual([303, `/verify/${number}?lang=en`])
  expect((await read(`/verify/${encodeURIComponent(typed)}`)).body).toContain('Ines Sørensen')
})

test('an unknown number and text that is no number get the same answer but for what was typed', async () => {
  const typed = [unknown, 'NONSENSE', number.slice(0, -1), `${number}0`, '%3Cb%3E']
  const answers = await Promise.all(typed.map((text) => read(`/verify/${text}`)))
  const same = new Set(answers.map(({ body }, index) => body.replaceAll(`/verify/${typed[index]}?`, '/verify/X?')))
  expect([...same]).toHaveLength(1)
  expect([...same][0]).toContain('data-state="unknown"')
  expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([200]))
})

test('what was typed leads nowhere else', async () => {
  for (const typed of ['//evil.example', '../sign-in', '?x=', '\r\nset-cookie: a=b', '<script>']) {
    const { headers } = await read(`/verify?number=${encodeURIComponent(typed)}`)
    expect(headers.location).toMatch(/^\/verify\/[%\w]+$/)
    expect(headers).not.toHaveProperty('set-cookie')
  }
  expect((await read('/verify?number=%20')).statusCode).toBe(200)
  expect((await read('/verify?number=a&number=b')).statusCode).toBe(200)
})

test('no cookie is set, nothing is kept or indexed and no address is told on', async () => {
  const cookie = await cookieOf(house, cast.ines)
  for (const url of ['/verify', `/verify/${number}`, `/v/${number}`, '/verify/x?lang=en', '/verify?number=x'])
    for (const { headers, body } of [await read(url), await read(url, { cookie: `${cookie}; flash=site.signIn` })]) {
      expect(headers).not.toHaveProperty('set-cookie')
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
      })
      if (body) expect(body).toContain('<meta name="robots" content="noindex">')
      expect(body).not.toContain('Logget ind')
    }
})

test.each([
  ['2028-11-22T22:59:59Z', 'valid', 'Valid to the end of 22 November 2028'],
  ['2028-11-22T23:00:00Z', 'expired', 'The last day was 22 November 2028'],
])('at %s it is %s', async (instant, state, said) => {
  house.at(instant)
  const { body } = await read(`/verify/${number}?lang=en`)
  expect(body).toContain(`class="verdict" data-state="${state}"`)
  expect(body).toContain(said)
})

test('renewed, revoked, issued in error and withdrawn are told apart', async () => {
  const says = async () => (await read(`/verify/${number}?lang=en`)).body
  await earn(house, cast, cast.ines, '2028-10-01T12:00:00Z')
  expect(await says()).toContain('data-state="renewed"')
  await revoke('misuse')
  expect(await says()).toMatch(/data-state="revoked"[\s\S]*Not valid from 1 October 2028/)
  await revoke('issued-in-error')
  expect(await says()).toMatch(/data-state="revoked"[\s\S]*It never was valid. Revoked on 1 October 2028/)
})

test('withdrawn at the holder’s request it says so, and no name any more', async () => {
  await house.as(cast.ines, (work) => withdrawCertificate(work, number))
  const { body } = await read(`/verify/${number}?lang=en`)
  expect(body).toMatch(/data-state="withdrawn"[\s\S]*The holder withdrew the certificate on 22 November 2026/)
  expect(body).not.toContain('Ines')
})

test('guessing ends after sixty misses a minute from one address; a real number still answers, and so does another address', async () => {
  const guess = (remoteAddress: string) => app.inject({ url: `/verify/${unknown}`, remoteAddress })
  const statuses = []
  for (let n = 0; n < 62; n++) statuses.push((await guess('10.0.0.1')).statusCode)
  expect(statuses.filter((status) => status === 200)).toHaveLength(60)
  expect(statuses.at(-1)).toBe(429)
  expect((await app.inject({ url: `/verify/${number}`, remoteAddress: '10.0.0.1' })).statusCode).toBe(200)
  expect((await guess('10.0.0.2')).statusCode).toBe(200)
  house.at('2026-11-22T12:01:00Z')
  expect((await guess('10.0.0.1')).statusCode).toBe(200)
})

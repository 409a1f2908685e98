import { parse } from 'node-html-parser'
import { expect, onTestFinished, test } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

async function open(given?: TestHouse) {
  const house = given ?? (await openTestHouse())
  const app = await buildApp(house)
  onTestFinished(async () => {
    await app.close()
    await house.close()
  })
  return { app, house }
}

test('the front page stands before the town is set up, and names the town after', async () => {
  const { app, house } = await open()
  expect((await app.inject('/')).body).not.toContain('Holstebro har')
  await settleCast(house)
  const page = parse((await app.inject('/')).body)
  expect(page.querySelector('.lead')?.text).toContain('I partnerskabet Holstebro har')
})

test('the front page speaks both languages, and says which one it speaks', async () => {
  const { app } = await open()
  for (const [language, word] of [
    ['da', 'Du er på arbejde'],
    ['en', 'You are at work'],
  ] as const) {
    const page = parse((await app.inject({ url: '/', headers: { cookie: `language=${language}` } })).body)
    expect(page.querySelectorAll('h2').map((one) => one.text)).toContain(word)
    expect(page.querySelector('.languages [aria-current]')?.getAttribute('value')).toBe(language)
  }
  const form = parse((await app.inject('/')).body).querySelector('form.languages')
  expect([form?.getAttribute('method'), form?.getAttribute('action')]).toEqual(['post', '/language'])
})

test('a certificate number can be checked from the front page, and a stranger finds the way to sign in', async () => {
  const { app } = await open()
  const page = parse((await app.inject('/')).body)
  expect(page.querySelector('form[action="/verify"][method="get"] input')?.getAttribute('name')).toBe('number')
  expect(page.querySelector('.actions a')?.getAttribute('href')).toBe('/sign-in')
})

test('search engines are asked to read the front page only', async () => {
  const { app } = await open()
  const answer = await app.inject('/robots.txt')
  expect(answer.headers['content-type']).toContain('text/plain')
  expect(answer.body.split('\n')).toEqual(['User-agent: *', 'Allow: /$', 'Disallow: /', ''])
})

test('health is ok while the database answers, also asked by HEAD, and sets no cookie', async () => {
  const { app } = await open()
  const answer = await app.inject('/healthz')
  expect([answer.statusCode, answer.body, answer.headers['set-cookie']]).toEqual([200, 'ok', undefined])
  expect((await app.inject({ method: 'HEAD', url: '/healthz' })).statusCode).toBe(200)
})

test('health is not ok when the database cannot be written', async () => {
  const house = await openTestHouse()
  house.probe = () => {
    throw new Error('disk I/O error')
  }
  const { app } = await open(house)
  expect((await app.inject('/healthz')).statusCode).toBe(503)
})

test('the error page wears the same clothes and needs no database', async () => {
  const { app } = await open()
  const style = /href="(\/static\/site\.[^"]+)"/.exec((await app.inject('/')).body)?.[1]
  const answer = await app.inject('/nowhere')
  expect(answer.statusCode).toBe(404)
  expect(style && answer.body.includes(style)).toBe(true)
})

import { parse } from 'node-html-parser'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type CoverageTown, openCoverageTown } from '../coverage/town.ts'

let town: CoverageTown
beforeEach(async () => {
  town = await openCoverageTown()
})
afterEach(() => town.close())

const links = (html: string) =>
  parse(html)
    .querySelectorAll('main a, footer a')
    .map((link) => link.getAttribute('href'))

test('a page that is not there has a way on, the other language and, for a stranger, the sign-in', async () => {
  const stranger = await town.ask(null, '/nowhere')
  expect([stranger.statusCode, links(stranger.body)]).toEqual([404, ['/', '/sign-in', '?lang=en', '/verify']])
  expect(links((await town.ask('ines', '/nowhere')).body)).toEqual(['/', '?lang=da', '/verify'])
})

test('the other language is one link away, and keeps nothing', async () => {
  const answer = await town.ask(null, '/nowhere?lang=en')
  expect(parse(answer.body).querySelector('h1')?.text).toBe('This page does not exist')
  expect(answer.headers['set-cookie']).toBeUndefined()
})

test('a town with one language offers no other', async () => {
  town.app.offered.languages = ['da']
  expect(links((await town.ask(null, '/nowhere')).body)).toEqual(['/', '/sign-in', '/verify'])
})

import type { HTMLElement } from 'node-html-parser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { fillForm } from '../support/form.ts'
import { cookieOf } from '../support/sign-in.ts'
import { type BankTown, openBankTown } from './bank-town.ts'

let town: BankTown
beforeAll(async () => {
  town = await openBankTown()
})
afterAll(() => town.close())

const list = '/authoring/grundkursus/modules/police/questions'

test('a save by itself is told when, and what the next one goes on from', async () => {
  const { ada } = town
  await ada.open(`${list}/hvem`)
  const form = ada.page.querySelector('#question') as HTMLElement
  const fields = fillForm(form, null, { 'title-da': 'Hvem kan hjælpe?' })
  const answer = await town.app.inject({
    method: 'POST',
    url: `${list}/hvem`,
    headers: {
      cookie: town.cookie,
      'sec-fetch-site': 'same-origin',
      'hx-request': 'true',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: fields.toString(),
  })
  expect(answer.statusCode).toBe(200)
  expect(answer.body).toMatch(/Saved|Gemt/)
  expect(answer.body).toMatch(/id="base-da" value="[^"]+" hx-swap-oob="true"/)
  expect(await town.textOf('police/da/quiz.md')).toContain('### Hvem kan hjælpe? {#hvem must')
})

test('a sign-in that ran out loses nothing that was typed', async () => {
  const stranger = openBrowser(town.app)
  const answer = await town.app.inject({
    method: 'POST',
    url: `${list}/new`,
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'kind=one&title-da=Skrevet+l%C3%A6nge&base-da=x&base-en=x&right=1',
  })
  expect(answer.statusCode).toBe(401)
  expect(answer.body).toMatch(/name="title-da" type="text" value="Skrevet længe"/)
  expect((await stranger.open(list)).url).toContain('/sign-in')
})

test('for anybody but a trainer there are no such pages', async () => {
  const ines = openBrowser(town.app, { cookie: await cookieOf(town.house, town.cast.ines) })
  for (const url of [list, `${list}/new`, `${list}/hvem`, `${list}/hvem/removal`]) {
    await ines.open(url)
    expect(ines.status).toBe(404)
  }
  for (const url of [
    `${list}/nobody`,
    '/authoring/grundkursus/modules/gone/questions',
    '/authoring/gone/modules/police/questions',
  ]) {
    await town.ada.open(url)
    expect(town.ada.status).toBe(404)
  }
})

import { expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { openBrowser } from '../support/browser.ts'
import { settleCast } from '../support/cast.ts'
import { openTestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'
import { someLearners, study } from './class.ts'

test('the trainer sees what needs looking at and no names; nobody else sees the page', async () => {
  const house = await openTestHouse()
  const cast = await settleCast(house)
  const app = await buildApp(house)
  for (const who of await someLearners(house, 6)) await study(house, who, { call: ['2'] })

  const ada = openBrowser(app, { cookie: await cookieOf(house, cast.ada) })
  await ada.open('/authoring/grundkursus/figures')
  expect(ada.text).toContain('6 of 6 answered “A friend”, and only 0 were right.')
  await ada.click('Question call?')
  expect(ada.url).toBe('/authoring/grundkursus/figures/police')
  expect(ada.text).toContain('“112” (right): 0 of 6 (0%)')
  expect(ada.seen.map(({ html }) => html).join()).not.toContain('Elev')

  await ada.open('/authoring/grundkursus/figures/aid')
  expect(ada.text).toContain('Fewer than five have answered the text as it is now.')
  expect(ada.has('#main progress')).toBe(false)
  for (const path of ['/authoring/grundkursus/figures/nothing', '/authoring/nothing/figures'])
    expect((await ada.open(path)).status).toBe(404)
  for (const person of ['ines', 'marco', 'olga', 'pernille'] as const) {
    const other = openBrowser(app, { cookie: await cookieOf(house, cast[person]) })
    expect((await other.open('/authoring/grundkursus/figures')).status).toBe(404)
  }
  await app.close()
  await house.close()
})

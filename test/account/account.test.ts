import { afterEach, beforeEach, expect, test } from 'vitest'
import { getName } from '#people/store.ts'
import { type AccountTown, openAccountTown } from './settle.ts'

let town: AccountTown
beforeEach(async () => {
  town = await openAccountTown()
})
afterEach(() => town.close())

test('from any page Ines finds her account, and there everything with what it is now', async () => {
  const ines = await (await town.browserOf('ines')).open('/learning')
  await ines.click('My account')
  for (const said of [
    'Ines Sørensen',
    'ines@example.dk',
    'Havnen',
    'Only here',
    'You have none. Get ten codes and keep them.',
    'Delete my account',
  ])
    expect(ines.text).toContain(said)
})

test('every link on it leads somewhere', async () => {
  const ines = await (await town.browserOf('ines')).open('/account')
  const links = ines.page.querySelectorAll('main a[href]').map((link) => link.getAttribute('href') as string)
  expect(links.length).toBeGreaterThan(8)
  for (const link of links) expect([link, (await ines.open(link)).status]).toEqual([link, 200])
})

test('the language is changed right there, and the page comes back in it', async () => {
  const ines = await (await town.browserOf('ines')).open('/account')
  await ines.press('Skift til dansk')
  expect([ines.url, ines.heading]).toEqual(['/account', 'Min konto'])
})

test('every page of it is for whoever is signed in, except the last one', async () => {
  await town.app.ready()
  const pages = (await town.app.wholePlan()).filter(
    ({ method, path }) => method === 'GET' && path.startsWith('/account'),
  )
  expect(pages.length).toBeGreaterThan(9)
  for (const { path } of pages) {
    const { statusCode, headers } = await town.app.inject(path)
    if (path === '/account/gone') expect(statusCode).toBe(200)
    else expect([path, statusCode, headers.location]).toEqual([path, 303, expect.stringContaining('/sign-in')])
  }
})

test('Ines corrects her name: tidied, kept, greeted by it at once', async () => {
  const ines = await (await town.browserOf('ines')).open('/account/name')
  await ines.press('Save the name', { name: '  Ines   Sørensen\u202e Holm ' })
  expect(ines.text).toContain('The name is saved.')
  expect(await getName(town.house.db, town.cast.ines)).toBe('Ines Sørensen Holm')
  expect(ines.html).toContain('Signed in as Ines Sørensen Holm')
  const marco = await (await town.browserOf('marco')).open('/venues/havnen')
  expect(marco.text).toContain('Ines Sørensen Holm')
})

test.each([
  ['nothing', '', 'Write your name.'],
  ['only invisible signs', ' \u200b\u2060 ', 'Write your name.'],
  ['101 signs', 'x'.repeat(101), 'The name is too long.'],
])('%s is no name; what was typed stays', async (_what, name, said) => {
  const ines = await (await town.browserOf('ines')).open('/account/name')
  await ines.press('Save the name', { name })
  expect(ines.status).toBe(422)
  expect(ines.text).toContain(said)
  expect(ines.page.querySelector('#name')?.getAttribute('value') ?? '').toBe(name)
  expect(await getName(town.house.db, town.cast.ines)).toBe('Ines Sørensen')
})

test('a hundred signs are counted as they are read: composed, and an emoji once', async () => {
  const ines = await (await town.browserOf('ines')).open('/account/name')
  await ines.press('Save the name', { name: 'a\u030a'.repeat(100) })
  expect(await getName(town.house.db, town.cast.ines)).toBe('å'.repeat(100))
  await ines.press('Save the name', { name: '𝒜'.repeat(100) })
  expect(await getName(town.house.db, town.cast.ines)).toBe('𝒜'.repeat(100))
})

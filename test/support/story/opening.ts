import { expect } from 'vitest'
import type { Role } from '#policy.ts'
import type { Walker } from '../walker.ts'
import { password, type StoryTown } from './town.ts'

/** Olga opens Nordlys and hands over two links: Maja becomes its manager, Per of the police a partner. Gives Maja's phone. */
export async function openNordlys(town: StoryTown): Promise<Walker> {
  const { w } = town
  town.house.at('2026-11-03T09:00:00Z')
  const olga = await town.phoneOf('olga@example.dk')
  await olga.follow(w.t('site.town'))
  await olga.follow(w.t('venues.place.venues'))
  await olga.follow(w.t('venues.newTitle'))
  await olga.fill({ name: 'Nordlys', kind: 'bar', address: 'Nørregade 5' })
  await olga.press(w.t('venues.newSubmit'))
  expect(await olga.text()).toContain(w.t('venues.nextTitle'))
  await olga.follow(w.t('venues.nextManagerLink'))
  expect(await olga.page.locator('[name=role][value=manager]').isChecked()).toBe(true)
  expect(await olga.page.locator('[name=venue]').inputValue()).toBe('nordlys')

  const toMaja = await invite(olga, 'manager', 'nordlys', 'Maja Winther')
  await olga.follow(w.t('roles.back'))
  const toPer = await invite(olga, 'partner', '', 'Per Politi')
  await olga.follow(w.t('roles.back'))
  expect(await olga.text()).toContain(w.t('roles.waiting'))

  const maja = await town.phone()
  await accept(maja, toMaja, 'maja@example.dk')
  await isUsed(town, toMaja)
  expect(await maja.heading()).toBe('Nordlys')
  const per = await town.phone()
  await accept(per, toPer, 'per@example.dk')
  expect(await per.heading()).toBe(w.t('coverage.town'))

  await olga.open('/roles')
  const roles = await olga.text()
  expect(roles).toMatch(new RegExp(`Maja Winther Nordlys . ${w.t('roles.since', { first: w.date('2026-11-03') })}`))
  expect(roles).toContain('Per Politi')
  expect(roles).not.toContain(w.t('roles.waiting'))
  await per.close()
  await olga.close()
  return maja
}

/** Gives the link, from the page that shows it once. */
async function invite({ page, w, fill, press, text }: Walker, role: Role, venue: string, name: string) {
  await fill({ role, venue, name, language: w.language })
  await press(w.t('roles.submit'))
  expect(await text()).toContain(w.t('roles.linkReadyFor', { name }))
  return (await page.locator('.address').innerText()).trim()
}

/** On her own phone, with an account made there and then. */
async function accept({ page, w, open, fill, press }: Walker, link: string, login: string): Promise<void> {
  await open(link)
  await fill({ login, password })
  await press(w.t('invitations.createAndAccept'))
  expect(await page.locator('#flash').innerText()).toBe(w.t('invitations.roleAccepted'))
}

/** A link that gave somebody something gives nobody anything again. */
export async function isUsed({ phone, w }: StoryTown, link: string): Promise<void> {
  const stranger = await phone()
  await stranger.open(link)
  expect(await stranger.heading()).toBe(w.t('invitations.closed.used'))
  await stranger.close()
}

import { expect } from 'vitest'
import type { Walker } from '../walker.ts'
import { isUsed } from './opening.ts'
import { password, type StoryTown } from './town.ts'

/** Twenty lines: a login that is none (7), no name (12), a login that stands there before (18), and one who begins later at the door (20). */
const listed = (bar: string, door: string) => [
  `Ines Sorensen; ines@example.dk; ${bar}`,
  `Anton Vester; anton@example.dk`,
  `Berit Dal; 20 30 40 51; ${bar}`,
  `Carl Eng; carl@example.dk`,
  `Dorte Friis; 20 30 40 52`,
  `Emil Gade; emil@example.dk; ${bar}`,
  `Freja Hede; ikke-et-login; ${bar}`,
  `Gorm Iversen; gorm@example.dk`,
  `Hanne Juhl; hanne@example.dk; ${bar}; 4-11-2026`,
  `Ida Kjær; 20 30 40 53`,
  `Jens Lind; jens@example.dk`,
  `; 20 30 40 54; ${bar}`,
  `Karen Munk; karen@example.dk`,
  `Lars Nord; lars@example.dk`,
  `Mona Ørum; mona@example.dk`,
  `Nils Poulsen; 20 30 40 55`,
  `Oda Quist; oda@example.dk`,
  `Anton Vester; anton@example.dk; ${bar}`,
  `Palle Ravn; palle@example.dk`,
  `Kaj Toft; kaj@example.dk; ${door}; 16-11-2026`,
]

/** Maja pastes the list: she is told which three lines are wrong before anything is saved. Gives the link on Ines' slip. */
export async function pasteTwenty(town: StoryTown, maja: Walker): Promise<string> {
  const { w, page } = maja
  town.house.at('2026-11-04T09:00:00Z')
  await maja.signIn('maja@example.dk', password)
  await maja.follow(w.t('coverage.addStaff'))
  const lines = listed(w.t('people.job.bar'), w.t('people.job.door'))
  await maja.fill({ text: lines.join('\n'), job: 'bar' })
  await maja.press(w.t('staff.paste.preview'))

  expect(await maja.text()).toContain(w.t('staff.paste.summary', { count: 20, good: 17 }))
  const faulty = page.locator('section[data-kind=warn] li')
  expect(await faulty.locator('strong').allInnerTexts()).toEqual(
    [7, 12, 18].map((line) => w.t('staff.paste.line', { line })),
  )
  expect(await faulty.locator('.fault').allInnerTexts()).toEqual([
    w.t('staff.paste.fault.login', { typed: 'ikke-et-login' }),
    w.t('staff.paste.fault.name'),
    w.t('staff.paste.fault.twice', { line: 2 }),
  ])
  await maja.press(w.t('staff.paste.add', { count: 17 }))

  expect(await maja.text()).toContain(w.t('staff.slips.added', { count: 17 }))
  expect(await page.locator('.slips li .qr svg').count()).toBe(17)
  const left = await page.locator('textarea').inputValue()
  expect(left.trim().split('\n')).toEqual([lines[6], lines[11], lines[17]])
  const slip = page.locator('.slips li', { hasText: 'Ines Sorensen' })
  const link = (await slip.locator('.address').innerText()).trim()
  await maja.follow(w.t('staff.slips.back', { venue: 'Nordlys' }))
  expect(await page.getByRole('heading', { level: 3, name: 'Ines Sorensen' }).count()).toBe(1)
  return link
}

/** Ines opens the account that was made for her. The slip is then worth nothing. */
export async function claimAccount(town: StoryTown, link: string): Promise<Walker> {
  const ines = await town.phone()
  const { w } = ines
  await ines.open(link)
  await ines.fill({ password })
  await ines.press(w.t('invitations.open'))
  expect(await ines.page.locator('#flash').innerText()).toBe(w.t('invitations.accountOpened'))
  await isUsed(town, link)
  return ines
}

/** Bo and Villy come by the poster; Maja knows Bo and not Villy. */
export async function confirmAndReject(town: StoryTown, maja: Walker): Promise<void> {
  const { w, page } = maja
  const poster = await posterOf(maja, 'nordlys')
  town.house.at('2026-11-06T17:00:00Z')
  for (const [name, login] of [
    ['Bo Karlsen', 'bo@example.dk'],
    ['Villy Vild', 'villy@example.dk'],
  ]) {
    const phone = await town.phone()
    await phone.open(poster)
    await phone.fill({ name: name as string, login: login as string, job: 'bar', password })
    await phone.press(w.t('joining.submit'))
    expect(await phone.page.locator('#flash').innerText()).toBe(w.t('joining.welcome'))
    await phone.close()
  }

  town.house.at('2026-11-07T09:00:00Z')
  await maja.signIn('maja@example.dk', password)
  expect(await maja.text()).toContain(w.t('coverage.pending', { count: 2 }))
  await maja.press(`${w.t('coverage.confirm')} Bo Karlsen`)
  await maja.press(`${w.t('coverage.reject')} Villy Vild`)
  expect(await page.getByRole('heading', { level: 3, name: 'Bo Karlsen' }).count()).toBe(1)
  expect(await maja.text()).not.toContain('Villy Vild')

  const villy = await town.phoneOf('villy@example.dk')
  expect(await villy.text()).toContain(w.t('mail.notice.employment-rejected', { venue: 'Nordlys' }))
  await villy.close()
}

/** The address on a venue's poster. */
export async function posterOf(manager: Walker, venue: string): Promise<string> {
  await manager.open(`/venues/${venue}/poster`)
  return `http://${(await manager.page.locator('.poster .address').innerText()).trim()}`
}

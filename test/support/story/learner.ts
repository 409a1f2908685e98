import { expect } from 'vitest'
import { seededChance } from '#base/chance.ts'
import type { Day } from '#base/dates.ts'
import { playCourse } from '#demo/play-course.ts'
import { findByLogin } from '#people/unclaimed-store.ts'
import type { Walker } from '../walker.ts'
import { posterOf } from './list.ts'
import { password, type StoryTown } from './town.ts'

const newPassword = 'grøn kande hopper sent 3'

/** Maja moves Ines from the bar to the door from the first of next month: until then the page says both. */
export async function moveToDoor(town: StoryTown, maja: Walker): Promise<void> {
  const { w, page } = maja
  town.house.at('2026-11-10T09:00:00Z')
  await maja.signIn('maja@example.dk', password)
  await maja.follow('Ines Sorensen')
  await page.locator('summary', { hasText: w.t('staff.job.title') }).click()
  await maja.fill({ job: 'door', fromOn: '2026-12-01' }, page.locator('form[action$="/job"]'))
  await maja.press(w.t('staff.job.submit'))
  expect(await page.locator('#flash').innerText()).toBe(w.t('staff.job.done'))
  const [bar, door] = [w.t('people.job.bar'), w.t('people.job.door')]
  const said = await maja.text()
  const before = { job: bar, from: w.date('2026-11-04'), to: w.date('2026-11-30') }
  expect(said).toContain(w.t('staff.jobFromTo', before))
  expect(said).toContain(w.t('staff.jobFrom', { job: door, from: w.date('2026-12-01') }))

  await maja.open('/venues/nordlys')
  expect(await inesCard(maja)).toContain(w.t('coverage.work', { jobs: bar, day: w.date('2026-11-04') }))
  expect(await inesCard(maja)).toContain(w.t('coverage.nextJob', { day: w.date('2026-12-01'), job: door }))
  await maja.open('/venues/nordlys?on=2026-11-30')
  expect(await inesCard(maja)).toContain(w.t('coverage.work', { jobs: bar, day: w.date('2026-11-04') }))
  await maja.open('/venues/nordlys?on=2026-12-01')
  expect(await inesCard(maja)).toContain(w.t('coverage.work', { jobs: door, day: w.date('2026-12-01') }))
}

const inesCard = ({ page }: Walker) =>
  page
    .locator('main li', { hasText: /Ines S[oø]rensen/ })
    .first()
    .innerText()

/** Ines reads what is due when and why, and passes the course. Gives the number of her certificate. */
export async function passCourse(town: StoryTown, ines: Walker): Promise<string> {
  const { w } = ines
  town.house.at('2026-11-12T15:00:00Z')
  await ines.open('/learning')
  const why = { due: '2026-12-04', days: 30, from: '2026-11-04' }
  expect(await ines.text()).toContain(dueText(town, why, 'Nordlys'))
  await ines.open('/account/venues')
  const said = await ines.text()
  expect(said).toContain(dueText(town, why))
  expect(said).toContain(w.t('account.from', { job: w.t('people.job.door'), day: w.date('2026-12-01') }))

  const person = await findByLogin(town.house.db, 'ines@example.dk')
  const play = { courseId: 'grundkursus', modules: 2, stumbles: false, chance: seededChance(5) }
  await town.house.as(person?.personId ?? '', (work) => playCourse(work, play))
  town.house.at('2026-11-12T19:00:00Z')
  await ines.open('/learning')
  await ines.click(ines.page.locator('main a[href^="/certificates/"]'))
  expect(await ines.text()).toContain('Ines Sorensen')
  return numberIn(ines)
}

const numberIn = ({ page }: Walker) => page.url().split('/').at(-1) as string

interface Why {
  due: Day
  days: number
  from: Day
}

function dueText({ w }: StoryTown, { due, days, from }: Why, venue: string | null = null): string {
  const values = { days: w.t('requirements.days', { count: days }), first: w.date(from) }
  const because = venue
    ? w.t('requirements.becauseAt.job-began', { ...values, venue })
    : w.t('requirements.because.job-began', values)
  return `${w.t('requirements.due', { day: w.date(due) })} ${because}`
}

/** She corrects her name and takes a new certificate with it; a stranger asks about both numbers. */
export async function correctName(town: StoryTown, ines: Walker, oldNumber: string): Promise<void> {
  const { w } = ines
  town.house.at('2026-11-13T15:00:00Z')
  await ines.open('/account')
  await ines.follow(w.t('account.name'))
  await ines.fill({ name: 'Ines Sørensen' })
  await ines.press(w.t('account.nameSave'))
  expect(await ines.text()).toContain(w.t('certificates.otherName', { printed: 'Ines Sorensen', now: 'Ines Sørensen' }))
  await ines.press(w.t('certificates.replace'))
  expect(await ines.text()).toContain('Ines Sørensen')
  const newNumber = numberIn(ines)
  expect(newNumber).not.toBe(oldNumber)

  const stranger = await town.phone()
  await stranger.open(`/verify/${oldNumber}?lang=${w.language}`)
  expect(await stranger.page.locator('.verdict').getAttribute('data-state')).toBe('replaced')
  expect(await stranger.text()).not.toMatch(/Ines|Nordlys/)
  await stranger.open(`/verify/${newNumber}?lang=${w.language}`)
  expect(await stranger.page.locator('.verdict').getAttribute('data-state')).toBe('valid')
  expect(await stranger.text()).toContain('Ines Sørensen')
  await stranger.close()
}

/** She keeps ten codes, loses phone and password, and comes in with one of the codes; the same code does nothing more. */
export async function loseThePhone(town: StoryTown, ines: Walker): Promise<Walker> {
  const { w } = ines
  town.house.at('2026-11-14T10:00:00Z')
  await ines.open('/account/codes')
  await ines.fill({ password })
  await ines.press(w.t('recovery.codesGet'))
  const codes = await ines.page.locator('.codes code').allInnerTexts()
  expect(new Set(codes).size).toBe(10)

  town.house.at('2026-11-20T22:40:00Z')
  const found = await town.phone()
  await found.open('/sign-in')
  await found.follow(w.t('signin.lost'))
  await found.fill({ login: 'ines@example.dk', code: codes[3] as string, password: newPassword })
  await found.press(w.t('recovery.submit'))
  expect(await found.page.locator('#flash').innerText()).toBe(w.t('recovery.done'))
  expect(await found.text()).toContain(w.t('mail.notice.recovery-code-used', { count: 9, left: 9 }))
  await ines.open('/learning')
  expect(await ines.heading()).toBe(w.t('signin.title'))
  await ines.close()

  const finder = await town.phone()
  await finder.open('/recovery')
  await finder.fill({ login: 'ines@example.dk', code: codes[3] as string, password })
  await finder.press(w.t('recovery.submit'))
  expect(await finder.text()).toContain(w.t('recovery.wrong'))
  await finder.close()
  return found
}

/** She joins two more venues, whose managers confirm her, and leaves one of them by herself. */
export async function threeVenues(town: StoryTown, ines: Walker): Promise<void> {
  const { w } = ines
  for (const [login, venue, name] of [
    ['marco@example.dk', 'havnen', 'Havnen'],
    ['kim@example.dk', 'kilden', 'Kilden'],
  ] as const) {
    town.house.at('2026-11-23T12:00:00Z')
    const manager = await town.phoneOf(login)
    await ines.open(await posterOf(manager, venue))
    await ines.fill({ job: 'floor' })
    await ines.press(w.t('joining.memberSubmit', { venue: name }))
    expect(await ines.page.locator('#flash').innerText()).toBe(w.t('joining.added'))
    town.house.at('2026-11-24T12:00:00Z')
    await manager.signIn(login, password)
    await manager.press(`${w.t('coverage.confirm')} Ines Sørensen`)
    expect(await inesCard(manager)).toContain(w.t('coverage.standing.covered'))
    await manager.close()
  }

  town.house.at('2026-12-01T12:00:00Z')
  const maja = await town.phoneOf('maja@example.dk')
  const atTheDoor = { jobs: w.t('people.job.door'), day: w.date('2026-12-01') }
  expect(await inesCard(maja)).toContain(w.t('coverage.work', atTheDoor))
  expect(await inesCard(maja)).toContain(w.t('coverage.standing.within'))
  await maja.close()
  await ines.open('/account/venues')
  expect(await ines.text()).toContain(dueText(town, { due: '2026-12-15', days: 14, from: '2026-12-01' }))

  town.house.at('2026-12-10T12:00:00Z')
  await ines.open('/account/venues')
  const kilden = ines.page.locator('main li', { hasText: 'Kilden' })
  await ines.click(kilden.getByRole('link', { name: w.t('account.leaveVenue') }))
  await ines.press(w.t('account.leavingSubmit'))
  expect(await ines.page.locator('#flash').innerText()).toBe(w.t('account.left'))
  expect((await ines.page.locator('main h3').allInnerTexts()).map((text) => text.trim())).toEqual([
    ...['Nordlys', 'Havnen', 'Kilden'],
  ])
  const [now = '', before = ''] = (await ines.text()).split(w.t('account.before'))
  expect(now).not.toContain('Kilden')
  expect(before).toContain('Kilden')
}

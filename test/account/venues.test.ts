import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeJob } from '#people/change-job.ts'
import { closeVenue } from '#people/close-venue.ts'
import { allEmploymentsOf } from '#people/employment-store.ts'
import { offerEmployment } from '#people/offer-employment.ts'
import { clockwork } from '#policy.ts'
import { setRequirement } from '#requirements/set-requirement.ts'
import { earn } from '../certificates/earned.ts'
import { post } from '../signin/post.ts'
import { type AccountTown, openAccountTown } from './settle.ts'

let town: AccountTown
beforeEach(async () => {
  town = await openAccountTown()
})
afterEach(() => town.close())

const venues = async (who: 'ines' | 'noor' | 'marco' = 'ines') => (await town.browserOf(who)).open('/account/venues')
const ownEmployment = async () => (await allEmploymentsOf(town.house.db, town.cast.ines))[0] as { id: string }
const offer = () =>
  town.house.as(town.cast.olga, (work) =>
    offerEmployment(work, { personId: town.cast.ines, venueId: town.cast.kilden, job: 'floor', firstOn: '2026-11-20' }),
  )
const requireCourse = () =>
  town.house.as(clockwork, (work) =>
    setRequirement(work, { job: 'any', courseId: 'grundkursus', days: 30, countsFromOn: '2026-11-01' }),
  )

test('a venue says that Ines works there: nothing counts before she says yes, then it does, confirmed', async () => {
  await offer()
  const ines = await venues()
  expect(ines.text).toContain('Kilden says that you work there: Floor from 20 November 2026. Is that right?')
  const hidden = await (await town.browserOf('olga')).open('/venues/kilden')
  expect(hidden.page.querySelectorAll('h3').map((one) => one.textContent)).not.toContain('Ines Sørensen')
  await ines.press('Yes, I work there Kilden')
  expect(ines.text).toContain('You now work at the venue.')
  expect(ines.text).toContain('Floor since 20 November 2026')
  expect(ines.page.querySelectorAll('.state').map((one) => one.textContent.trim())).toEqual(['Confirmed', 'Confirmed'])
})

test('Ines says no: the offer is gone and she works nowhere new; a second answer finds it gone', async () => {
  const id = await offer()
  const ines = await venues()
  await ines.press('No Kilden')
  expect(ines.text).toContain('You have said no.')
  expect(ines.text).not.toContain('Is that right?')
  expect(await allEmploymentsOf(town.house.db, town.cast.ines)).toHaveLength(1)
  const late = await post(town.app, `/account/offers/${id}/acceptance`, {}, { cookie: await town.cookieOf('ines') })
  expect(late.statusCode).toBe(410)
})

test('nobody answers for another: it is not there, and no less so for who made the offer', async () => {
  const id = await offer()
  for (const who of ['noor', 'marco', 'olga'] as const)
    for (const how of ['acceptance', 'refusal']) {
      const cookie = await town.cookieOf(who)
      expect((await post(town.app, `/account/offers/${id}/${how}`, {}, { cookie })).statusCode).toBe(404)
    }
  expect((await venues()).text).toContain('Is that right?')
})

test('what is due stands at the venue that asks for it, with why; with the certificate it is gone', async () => {
  await requireCourse()
  const ines = await venues()
  expect(ines.text).toContain('Basic course')
  expect(ines.text).toMatch(
    /Deadline: 22 December 2026\. That is 30 days after the first day in the job, 22 November 2026\./,
  )
  await earn(town.house, town.cast, town.cast.ines)
  await ines.open('/account/venues')
  expect(ines.text).not.toContain('Deadline')
  expect(ines.text).toContain('You have everything the job requires.')
})

test('a closed venue asks nothing and says that it is closed', async () => {
  await requireCourse()
  await town.house.as(town.cast.olga, (work) => closeVenue(work, { venueId: town.cast.havnen, firstOn: '2026-11-22' }))
  const ines = await venues()
  expect(ines.text).toContain('The venue is closed.')
  expect(ines.text).not.toContain('Deadline')
})

test('a change that is planned stands there: from bar to door on the first of next month', async () => {
  const { id } = await ownEmployment()
  await town.house.as(town.cast.marco, (work) => changeJob(work, id, { job: 'door', fromOn: '2026-12-01' }))
  const ines = await venues()
  expect(ines.text).toContain('Bar from 22 November 2026 to 30 November 2026')
  expect(ines.text).toContain('Door from 1 December 2026')
})

test('what a planned job will require stands there before it begins, with its deadline', async () => {
  await town.house.as(clockwork, (work) =>
    setRequirement(work, { job: 'door', courseId: 'grundkursus', days: 14, countsFromOn: '2026-11-01' }),
  )
  const { id } = await ownEmployment()
  expect((await venues()).has('a[href="/learning/grundkursus"]')).toBe(false)
  await town.house.as(town.cast.marco, (work) => changeJob(work, id, { job: 'door', fromOn: '2027-01-01' }))
  expect((await venues()).text).toContain('15 January 2027')
})

test('Ines leaves Havnen with her last day; it stands under Before at once, and what she earned stays', async () => {
  town.house.at('2026-12-05T12:00:00Z')
  const number = await earn(town.house, town.cast, town.cast.ines)
  const ines = await venues()
  await ines.click('I do not work here any more: Havnen')
  expect(ines.heading).toBe('Are you leaving Havnen?')
  expect(ines.text).toContain('all you have learned are still yours')
  expect(ines.text).not.toContain('You manage the venue')
  await ines.press('Yes, I am leaving', { lastOn: '2026-12-03' })
  expect(ines.text).toContain('You work nowhere right now.')
  expect(ines.text).toContain('Bar from 22 November 2026 to 3 December 2026')
  expect((await ines.open(`/certificates/${number}`)).status).toBe(200)
  const marco = await (await town.browserOf('marco')).open('/venues/havnen')
  expect(marco.text).toContain('1 of 1 are covered')
})

test.each(['2026-12-06', '2026-11-21', '2026-02-30', ''])('%s is no last day; what was typed stays', async (lastOn) => {
  town.house.at('2026-12-05T12:00:00Z')
  const ines = await venues()
  await ines.click('I do not work here any more: Havnen')
  await ines.press('Yes, I am leaving', { lastOn })
  expect(ines.status).toBe(422)
  expect(ines.text).toContain('Choose a day from 22 November 2026 to today.')
  expect(ines.page.querySelector('#lastOn')?.getAttribute('value') ?? '').toBe(lastOn)
  expect((await allEmploymentsOf(town.house.db, town.cast.ines))[0]?.lastOn).toBeNull()
})

test('leaving today it stands under Before the same evening', async () => {
  const ines = await venues()
  await ines.click('I do not work here any more: Havnen')
  await ines.press('Yes, I am leaving')
  expect(ines.text).toContain('You work nowhere right now.')
  expect((await ines.open(ines.url)).html).not.toContain('/leaving')
})

test('Marco who leaves the venue he manages is told, and manages it no more with the next click', async () => {
  const marco = await venues('marco')
  await marco.click('I do not work here any more: Havnen')
  expect(marco.text).toContain('You manage the venue. That ends at once.')
  await marco.press('Yes, I am leaving')
  expect((await marco.open('/venues/havnen')).status).toBe(404)
})

test('nobody leaves for another, and what is over is not left twice', async () => {
  const url = `/account/venues/${(await ownEmployment()).id}/leaving`
  for (const who of ['noor', 'marco', 'olga'] as const) {
    const cookie = await town.cookieOf(who)
    expect((await town.app.inject({ url, headers: { cookie } })).statusCode).toBe(404)
    expect((await post(town.app, url, { lastOn: '2026-11-22' }, { cookie })).statusCode).toBe(404)
  }
  const cookie = await town.cookieOf('ines')
  const twice = [1, 2].map(() => post(town.app, url, { lastOn: '2026-11-22' }, { cookie }))
  expect((await Promise.all(twice)).map((answer) => answer.statusCode)).toEqual([303, 303])
  town.house.at('2026-11-23T12:00:00Z')
  expect((await post(town.app, url, { lastOn: '2026-11-22' }, { cookie })).statusCode).toBe(404)
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import { certificatesOf } from '#certificates/store.ts'
import { openTown, type Town } from '../learning/learner.ts'
import { passCourse } from '../learning/run.ts'
import type { Browser } from '../support/browser.ts'
import { aidHow, change, policeHow, textNo } from './change.ts'

let town: Town
let browser: Browser
let number: string
beforeEach(async () => {
  town = await openTown('2026-03-01T12:00:00Z')
  await passCourse(town.house, town.cast.marco)
  number = (await certificatesOf(town.house.db, town.cast.marco))[0]?.number ?? ''
  town.house.at('2026-11-23T12:00:00Z')
  browser = await town.browserOf('marco')
})
afterEach(() => town.close())

test('Marco is told what changed, reads it, and is up to date again; his certificate is the same', async () => {
  const { house, cast } = town
  const own = async () => (await browser.open(`/certificates/${number}`)).text
  const before = await own()
  await change(house, cast, textNo(2), [policeHow, aidHow], '2026-12-10')
  await browser.open('/learning')
  expect(browser.text).toContain('2 pages have changed. Read them again by 10 December 2026.')
  expect(browser.text).toContain('About 5 minutes left')
  expect(await own()).toContain('Read them again by 10 December 2026')
  expect((await browser.open(`/verify/${number}`)).text).not.toContain('Updated')
  await browser.open('/news')
  await browser.click('To the course')
  expect(browser.text).toContain('Your certificate is valid as before.')
  expect(browser.text).not.toContain('At the door')

  await browser.click('Read what has changed')
  expect([browser.heading, browser.text.includes('Text 2')]).toEqual(['Page how', true])
  await browser.press('Read, go on')
  await browser.press('Start the quiz')
  expect(browser.heading).toBe('Question 1 of 1')
  await browser.press('Save and go on', { choice: '18' })
  await browser.press('Hand in')
  expect(browser.text).not.toContain('You are up to date again')
  expect((await browser.open('/learning/grundkursus/police/why')).status).toBe(200)
  expect((await browser.open('/learning/grundkursus/aid/quiz')).status).toBe(404)
  await browser.open('/learning/grundkursus/aid/how')
  await browser.press('Read, go on')
  expect(browser.text).toContain('You are up to date again')
  expect((await browser.open(`/verify/${number}`)).text).toContain('Updated To revision 2 on 23 November 2026')
  const after = await own()
  expect(after.replace('Updated To revision 2 on 23 November 2026 ', '')).toBe(before)
  await browser.open('/learning')
  expect(browser.text).not.toContain('changed')
})

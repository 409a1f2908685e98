import { afterEach, beforeEach, expect, test } from 'vitest'
import { certificatesOf } from '#certificates/store.ts'
import type { Browser } from '../support/browser.ts'
import { answerAll, missedMust, openTown, study, type Town } from './learner.ts'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

const buttonsOf = ({ page }: Browser) => page.querySelectorAll('nav.steps a').map((link) => link.text.trim())

test('a new starter goes from her first page to her certificate without JavaScript', async () => {
  const ines = await town.browserOf('ines')
  await ines.open('/learning')
  expect(ines.heading).toBe('My courses')
  await ines.click('Begin')
  expect(ines.heading).toBe('Page why')
  expect(ines.text).toContain('Page 1 of 2')
  await ines.press('Read, go on')
  expect(ines.heading).toBe('Page how')
  await ines.press('Read, go on')

  expect(ines.heading).toBe('A guest shouts')
  await ines.press('Push')
  expect(ines.heading).toBe('A fight')
  expect(ines.text).toContain('That hurts.')
  expect(ines.text).toContain('It ended badly')
  expect(buttonsOf(ines)).toEqual(['Try another way', 'To the quiz'])
  await ines.click('Try another way')
  await ines.press('Talk calmly')
  expect(ines.text).toContain('It ended well')
  expect(buttonsOf(ines)).toEqual(['To the quiz', 'Try another way'])
  await ines.click('To the quiz')

  await answerAll(ines, 'police')
  expect(ines.heading).toBe('Look through your answers')
  await ines.press('Hand in')
  expect(ines.heading).toBe('Passed')
  expect(ines.text).toContain('5 of 5 are right')
  await ines.click('Go on to Module aid')
  expect(ines.url).toBe('/learning/grundkursus/aid/why')

  await study(ines, 'aid')
  await answerAll(ines, 'aid')
  await ines.press('Hand in')
  const [certificate] = await certificatesOf(town.house.db, town.cast.ines)
  expect(certificate).toMatchObject({ courseId: 'grundkursus', lastOn: '2028-11-22' })
  expect(ines.page.querySelector('a.button')?.getAttribute('href')).toBe(`/certificates/${certificate?.number}`)

  await ines.open('/learning')
  expect(ines.text).toContain('You are done.')
  expect(ines.text).toContain('Valid until the end of 22 November 2028')
  await ines.open('/learning/grundkursus')
  expect(ines.text).toContain('You have passed the course')
})

test('a missed must-question fails the attempt and the result says which', async () => {
  const ines = await town.browserOf('ines')
  await study(ines, 'police')
  await answerAll(ines, 'police', missedMust)
  await ines.press('Hand in')

  expect(ines.heading).toBe('Not passed yet')
  expect(ines.text).toContain('4 of 5 are right')
  expect(ines.text).toContain('This question has to be right: Question call?')
  expect(ines.text).toContain('About No one.')
  expect(ines.text).toContain('Because call.')
  expect(ines.text).not.toContain('Right answer')
  expect(ines.has('a[href="/learning/grundkursus/police/why"]')).toBe(true)

  await ines.press('Try again')
  expect(ines.heading).toBe('Question 1 of 5')
})

test('what is answered stands there again, on another device as well', async () => {
  const phone = await town.browserOf('ines')
  await study(phone, 'police')
  await answerAll(phone, 'police')

  const tablet = await town.browserOf('ines')
  await tablet.open('/learning')
  await tablet.click('Continue')
  for (let n = 1; n <= 5; n++) {
    expect(tablet.text).toContain('Saved 13:00')
    await tablet.press('Save and go on')
  }
  await tablet.press('Hand in')
  expect(tablet.heading).toBe('Passed')
})

test('handing in with answers missing takes the button that says so', async () => {
  const ines = await town.browserOf('ines')
  await study(ines, 'police')
  await ines.open('/learning/grundkursus/police/quiz')
  await ines.press('Start the quiz')
  await ines.press('Save and go on')
  expect(ines.heading).toBe('Question 2 of 5')
  await ines.press('Overview')
  expect(ines.text).toContain('5 questions have no answer')

  await ines.submit('form.press', { unanswered: '0' })
  expect(ines.status).toBe(422)
  await ines.press('Hand in without 5 answers')
  expect(ines.text).toContain('0 of 5 are right')
})

test('a half-finished order is not kept and the page says why', async () => {
  const ines = await town.browserOf('ines')
  await study(ines, 'police')
  await ines.open('/learning/grundkursus/police/quiz')
  await ines.press('Start the quiz')
  while (ines.page.querySelector('legend')?.textContent.trim() !== 'Question steps?') await ines.press('Save and go on')

  await ines.press('Save and go on', { choice: ['Look', '', 'Stay'] })
  expect(ines.status).toBe(422)
  expect(ines.page.querySelector('#faults')?.textContent).toContain('choose the rest as well')
  expect(ines.page.querySelectorAll('option[selected]').map((option) => option.textContent)).toEqual(['Look', 'Stay'])
  await ines.press('Save and go on', { choice: ['Look', 'Look', 'Stay'] })
  expect(ines.page.querySelector('#choice-fault')?.textContent).toContain('the same thing twice')
})

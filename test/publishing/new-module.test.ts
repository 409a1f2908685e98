import { afterEach, beforeEach, expect, test } from 'vitest'
import { base, openWritingTown, type WritingTown } from './town.ts'

let town: WritingTown
beforeEach(async () => {
  town = await openWritingTown()
})
afterEach(() => town.close())

test('a new module is called by its title, lacks its questions once, and its texts are folded away', async () => {
  const { ada } = town
  await ada.open(`${base}/modules/new`)
  await ada.press('Begin', { titleDa: 'Køen', summaryDa: 'Ro i køen.' })
  await ada.open(`${base}/publication`)
  expect(ada.text).toContain('Correct 1 fault: Køen, Quiz (Danish): there are no questions')
  expect(ada.text).toContain('See the 5 new texts')
  await ada.click('Køen, Quiz (Danish): there are no questions')
  expect(ada.url).toBe(`${base}/modules/koeen/questions`)
})

test('from a module one asks for somebody to look at that module', async () => {
  const { ada } = town
  await ada.open(`${base}/modules/new`)
  await ada.press('Begin', { titleDa: 'Køen', summaryDa: 'Ro i køen.' })
  await ada.open(`${base}/modules/koeen`)
  await ada.click('Ask somebody to look at the text')
  expect(ada.page.querySelector('select[name=module] option[selected]')?.getAttribute('value')).toBe('koeen')
})

test('once it is published one can go and take it', async () => {
  const { ada } = town
  await town.write('doer/da/02-hvordan.md', '# Hvordan\n\nRing altid 112.\n\n::: huskekort\n112.\n:::\n')
  await ada.open(`${base}/publication`)
  await ada.press('Publish', { note: 'Kortere.' })
  await ada.click('Try the course yourself')
  expect(ada.url).toBe('/learning/prove')
})

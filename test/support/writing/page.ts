import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Walker } from '../walker.ts'

/** The page of the basic course that Ada changes on her phone. */
export const changed = {
  module: 'konflikthaandtering',
  page: 'krop',
  title: 'Afstand, hænder og glas',
  behind: 'før du tager den svære snak.',
  sentence: 'Sig til din kollega, at du gør det.',
}
const unknown = '{{lokalt:findes-ikke}}'

/** From the menu to the page, with nothing but links. */
export async function goToPage(ada: Walker): Promise<void> {
  const { w, page } = ada
  await ada.follow(w.t('authoring.title'))
  await ada.click(page.getByRole('heading', { level: 2, name: 'Grundkursus' }).getByRole('link'))
  await ada.click(page.getByRole('heading', { level: 3, name: 'Konflikthåndtering' }).getByRole('link'))
  await ada.click(page.getByRole('link', { name: new RegExp(`^${w.t('authoring.edit.da')}.*${changed.title}`) }))
  expect(await ada.heading()).toBe(`Side: ${changed.title} (dansk)`)
}

/** She types a sentence into the middle; what she sees of it changes as she goes, and it is saved. */
export async function typeSentence({ page }: Walker): Promise<void> {
  const preview = page.locator('#look .preview')
  expect(await preview.innerText()).not.toContain(changed.sentence)
  await typeBehind(page, changed.behind, ` ${changed.sentence}`)
  await preview.getByText(changed.sentence).waitFor()
  await waitForSaved(page)
}

/** A fault is told beside its line in words; the text is saved all the same, and the course cannot be published before it is mended. */
export async function makeAndMendFault(ada: Walker): Promise<void> {
  const { page, w } = ada
  const faulty = page.locator('#look .faulty')
  await typeBehind(page, changed.sentence, ` ${unknown}`)
  const fault = faulty.locator('li').first()
  await fault.waitFor()
  await waitForSaved(page)
  const line = (await textIn(page)).split('\n').findIndex((one) => one.includes(unknown)) + 1
  expect(await fault.innerText()).toBe(`Linje ${line} ${w.t('courses.fault.unknownField', { field: unknown })}`)
  await fault.getByRole('link').click()
  expect(await chosenIn(page)).toContain(unknown)

  await ada.open('/authoring/grundkursus/publication')
  expect(await ada.text()).toContain(w.t('publishing.barred'))
  expect(await page.getByRole('button', { name: w.t('publishing.publish') }).count()).toBe(0)
  await ada.click(page.locator('.notice[data-kind=bad] a').first())
  expect(await chosenIn(page)).toContain(unknown)
  await page.keyboard.type((await chosenIn(page)).replace(` ${unknown}`, ''))
  await page.locator('#look .faulty[data-kind=good]').waitFor()
  await waitForSaved(page)
}

/** Types in a text box as on a keyboard, behind words that stand in it. */
export async function typeBehind(page: Page, words: string, typed: string): Promise<void> {
  const at = (await textIn(page)).indexOf(words) + words.length
  if (at < words.length) throw new Error(`the text does not say "${words}"`)
  const box = page.locator('#text')
  await box.focus()
  await box.evaluate((element, place) => (element as unknown as Selectable).setSelectionRange(place, place), at)
  await page.keyboard.type(typed)
}

/** Waits until the server has what stands in the box. */
export async function waitForSaved(page: Page): Promise<void> {
  await page.locator('#saved', { hasText: /^Gemt \d\d[.:]\d\d/ }).waitFor()
}

/** What stands in the text box. */
export const textIn = (page: Page): Promise<string> => page.locator('#text').inputValue()

interface Selectable {
  value: string
  selectionStart: number
  selectionEnd: number
  setSelectionRange(from: number, to: number): void
}

const chosenIn = (page: Page): Promise<string> =>
  page.locator('#text').evaluate((element) => {
    const { value, selectionStart, selectionEnd } = element as unknown as Selectable
    return value.slice(selectionStart, selectionEnd)
  })

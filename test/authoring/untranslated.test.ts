import { afterEach, beforeEach, expect, test } from 'vitest'
import { workingSha } from '#drafts/draft.ts'
import { getWorkingFile, textOfFile } from '#drafts/store.ts'
import { base, courseId, openWritingTown, type WritingTown } from '../publishing/town.ts'

let town: WritingTown
beforeEach(async () => {
  town = await openWritingTown()
})
afterEach(() => town.close())

const module = `${base}/modules/doer`
const textOf = async (path: string) =>
  textOfFile(town.house.db, workingSha(await getWorkingFile(town.house.db, courseId, path)))
const begin = async (title: string, titleEn = '') => {
  await town.ada.open(module)
  await town.ada.press('New page', { titleDa: title, titleEn })
}

test('while a page is not translated its English text says what the Danish one says, not the example it began with', async () => {
  const { ada } = town
  await begin('Skabet')
  expect(ada.url).toBe(`${base}/edit/doer/da/03-skabet.md`)
  await ada.press('Save draft', { text: '# Skabet\n\nLås det.\n' })
  await ada.press('Save draft', { text: '# Skabet\n\nLås det altid.\n' })
  expect(await textOf('doer/en/03-skabet.md')).toBe('# Skabet\n\nLås det altid.\n')

  await ada.open(`${base}/edit/doer/en/03-skabet.md`)
  await ada.press('Save draft', { text: '# The locker\n\nLock it.\n' })
  await ada.open(`${base}/edit/doer/da/03-skabet.md`)
  await ada.press('Save draft', { text: '# Skabet\n\nLås det to gange.\n' })
  expect(await textOf('doer/en/03-skabet.md')).toBe('# The locker\n\nLock it.\n')
})

test('an English title of its own stays over the Danish text', async () => {
  await begin('Skabet', 'The locker')
  await town.ada.press('Save draft', { text: '# Skabet\n\nLås det.\n' })
  expect(await textOf('doer/en/03-skabet.md')).toBe('# The locker\n\nLås det.\n')
})

test('a page that is thrown away before anybody translated it is gone in both languages', async () => {
  await begin('Skabet')
  await town.ada.press('Yes, throw the draft away')
  expect([await textOf('doer/da/03-skabet.md'), await textOf('doer/en/03-skabet.md')]).toEqual(['', ''])
})

test('a situation is told its own faults while it is written, and not that the English one is another', async () => {
  const { ada, write } = town
  const text = await textOf('doer/da/situation.md')
  await write('doer/en/situation.md', text)
  await ada.open(`${base}/edit/doer/da/situation.md`)
  await ada.press('Show', { text: text.replaceAll('{#ring}', '{#kald}').replaceAll('(#ring)', '(#kald)') })
  expect(ada.text).toContain('No faults')
  await ada.press('Show', { text: text.replace(' {#ring}', '') })
  expect(ada.text).toContain('the heading needs an id')
  expect(ada.text).not.toContain('no choice leads to')
})

test('saving can lead back to what the text belongs to', async () => {
  const { ada } = town
  await ada.open(`${base}/edit/doer/da/01-hvorfor.md`)
  await ada.press('Save, and go to the module', { text: '# Hvorfor\n\nDerfor.\n' })
  expect(ada.url).toBe(module)
  await ada.open(`${base}/edit/doer/da/quiz.md`)
  await ada.press('Save, and go to the questions')
  expect(ada.url).toBe(`${module}/questions`)
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import { getWorkingFile, textOfFile } from '#drafts/store.ts'
import { sampleFiles } from '../courses/sample-course.ts'
import { base, courseId, openWritingTown, type WritingTown } from '../publishing/town.ts'
import { type Browser, openBrowser } from '../support/browser.ts'
import { cookieOf } from '../support/sign-in.ts'
import { addTrainer } from '../support/trainers.ts'

let town: WritingTown
/** He reads Danish, Ada English. */
let bo: Browser
beforeEach(async () => {
  town = await openWritingTown()
  bo = openBrowser(town.app, { cookie: await cookieOf(town.house, await addTrainer(town.house)) })
})
afterEach(() => town.close())

const path = 'doer/da/01-hvorfor.md'
const url = `${base}/edit/${path}`
const text: string = sampleFiles[path]
const first = text.replace('# Hvorfor', '# Derfor')
const last = text.replace('| 1 | 2 |', '| 3 | 4 |')

const stands = async () => {
  const { db } = town.house
  const { drafts } = await getWorkingFile(db, courseId, path)
  return Promise.all(drafts.map((draft) => textOfFile(db, draft.sha256)))
}

/** Both open the page; Ada saves, then Bo does. */
async function bothWrite(ada = first, other = last): Promise<void> {
  await town.ada.open(url)
  await bo.open(url)
  await town.ada.press('Save draft', { text: ada })
  await bo.press('Gem kladde', { text: other })
}

test('two trainers change one page: both versions stand side by side, and together they make one', async () => {
  await bothWrite()
  expect(bo.url).toBe(`${base}/versions/${path}`)
  expect(bo.text).toContain('Kladde 1, skrevet af Ada Lund')
  expect(bo.text).toContain('Kladde 2, skrevet af Bo Krogh')
  expect((await stands()).toSorted()).toEqual([first, last].toSorted())
  expect(bo.text).toContain('Alle ændringer er med i denne tekst.')
  await bo.press('Brug den samlede tekst')
  expect(await stands()).toEqual([first.replace('| 1 | 2 |', '| 3 | 4 |')])
  await town.ada.open(url)
  expect(town.ada.text).toContain('Draft Written by Bo Krogh')
})

test('who opens the page meanwhile is told, and one of the versions can be taken', async () => {
  await bothWrite()
  await town.ada.open(url)
  await town.ada.click('Several people wrote this text at the same time. Nothing is lost. See the drafts side by side.')
  await town.ada.press('Use draft 1')
  expect(await stands()).toEqual([first])
})

test('where both changed the same line both wordings stand, and it is said', async () => {
  await bothWrite(first, text.replace('# Hvorfor', '# Hvordan'))
  expect(bo.text).toContain('Ét sted har I rettet det samme.')
  expect(bo.page.querySelector('#text')?.text).toContain('# Derfor\n# Hvordan')
})

test('settling a version that has changed since is refused, and nothing is lost', async () => {
  await bothWrite()
  await town.ada.open(url)
  await town.ada.open(`${base}/versions/${path}`)
  await bo.open(url)
  await bo.press('Gem kladde', { text: `${last}Mere.\n` })
  await town.ada.press('Use the text put together', { text: 'Adas' })
  expect(await stands()).toContain(`${last}Mere.\n`)
  expect(town.ada.text).toContain('Both are here')
})

test('a text put together of versions that somebody else has settled meanwhile is kept beside what took their place', async () => {
  await bothWrite()
  await town.ada.open(`${base}/versions/${path}`)
  await bo.press('Brug den samlede tekst')
  const [settled] = await stands()
  await town.ada.press('Use the text put together', { text: 'What Ada wrote by hand\n' })
  expect((await stands()).toSorted()).toEqual([settled, 'What Ada wrote by hand\n'].toSorted())
  expect(town.ada.text).toContain('Both are here')
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import { noteShipped, offeredUpdates } from '#courses/shipped-store.ts'
import { keepFile } from '#courses/source-store.ts'
import { workingSha } from '#drafts/draft.ts'
import { getWorkingFile, textOfFile } from '#drafts/store.ts'
import { clockwork } from '#policy.ts'
import { sampleFiles } from '../courses/sample-course.ts'
import { base, bytesOf, courseId, edited, openWritingTown, type WritingTown } from './town.ts'

let town: WritingTown
beforeEach(async () => {
  town = await openWritingTown()
  await ship(sampleFiles, true)
})
afterEach(() => town.close())

const why = 'doer/da/01-hvorfor.md'
const how = 'doer/da/02-hvordan.md'
const whyEnglish = 'doer/en/01-hvorfor.md'

/** What the software brings along at a start. */
const ship = (files: Readonly<Record<string, string>>, settled = false) =>
  town.house.as(clockwork, async (work) => {
    const kept = new Map<string, string>()
    for (const [path, text] of Object.entries(files)) kept.set(path, await keepFile(work.db, bytesOf(text)))
    await noteShipped(work.db, { courseId, files: kept, settled })
  })
const now = async (path: string) =>
  textOfFile(town.house.db, workingSha(await getWorkingFile(town.house.db, courseId, path)))
const offered = async () => (await offeredUpdates(town.house.db, courseId)).map(({ path }) => path)

const shippedWhy = edited(why, '112', '112 eller 114')
const shippedHow = edited(how, 'Link', 'Henvisning')
const shippedEnglish = edited(whyEnglish, 'Call', 'Ring')
const news = { ...sampleFiles, [why]: shippedWhy, [how]: shippedHow, [whyEnglish]: shippedEnglish }

test('nothing new: the page says so', async () => {
  await town.ada.open(`${base}/updates`)
  expect(town.ada.text).toContain('There is nothing new')
})

test('what the town has not touched is taken at once, as drafts; its own texts are left', async () => {
  const { ada } = town
  await town.write(why, edited(why, 'Ring til', 'Ring straks til'))
  await ship(news)
  await ada.open(`${base}/updates`)
  expect(ada.text).toContain('You have your own text')
  await ada.press('Take 2 texts you have not changed')
  expect(await offered()).toEqual([why])
  expect(await now(how)).toBe(shippedHow)
  expect(await now(why)).toContain('Ring straks til')
  expect((await getWorkingFile(town.house.db, courseId, how)).published).not.toBeNull()
})

test('the town keeps its own, and is not asked again until the software changes it once more', async () => {
  const { ada } = town
  const own = edited(why, 'Ring til', 'Ring straks til')
  await town.write(why, own)
  await ship({ ...sampleFiles, [why]: shippedWhy })
  await ada.open(`${base}/updates`)
  await ada.press('Keep your own The door, Why (Danish)')
  expect([await offered(), await now(why)]).toEqual([[], own])
  await ship({ ...sampleFiles, [why]: `${shippedWhy}\nMere.\n` })
  expect(await offered()).toEqual([why])
})

test('both changed in different places: the merged text is saved as a draft', async () => {
  const { ada } = town
  await town.write(why, edited(why, 'Ring til', 'Ring straks til'))
  await ship({ ...sampleFiles, [why]: shippedWhy })
  await ada.open(`${base}/updates/merging?path=${encodeURIComponent(why)}`)
  expect(ada.text).toContain('Both changes can stand together')
  await ada.press('Save as a draft')
  expect(await now(why)).toBe(edited(why, 'Ring til', 'Ring straks til').replace('112', '112 eller 114'))
  expect(await offered()).toEqual([])
})

test('both changed the same place: it is finished by hand; when something changes meanwhile what was typed stays', async () => {
  const { ada } = town
  await town.write(why, edited(why, 'Ring til', 'Ring straks til'))
  const clashing = edited(why, 'Ring til', 'Ring hurtigt til')
  await ship({ ...sampleFiles, [why]: clashing })
  await ada.open(`${base}/updates/merging?path=${encodeURIComponent(why)}`)
  expect(ada.text).toContain('One place was changed both by you and in the software')
  expect(ada.text).toContain('From line 2')
  await ship({ ...sampleFiles, [why]: shippedWhy })
  await ada.press('Save as a draft', { text: 'By hand\r\n' })
  expect(ada.status).toBe(422)
  expect(ada.page.querySelector('#text')?.text.trim()).toBe('By hand')
  await ada.press('Save as a draft')
  expect([await now(why), await offered()]).toEqual(['By hand\n', []])
})

test('a joined text as long as a page may be is saved, and one that is longer is told so and kept', async () => {
  const { ada } = town
  await town.write(why, edited(why, 'Ring til', 'Ring straks til'))
  await ship({ ...sampleFiles, [why]: shippedWhy })
  await ada.open(`${base}/updates/merging?path=${encodeURIComponent(why)}`)
  const long = 'Rød grød med fløde.\n'.repeat(4300)
  await ada.press('Save as a draft', { text: `${long}${long}` })
  expect([ada.status, ada.page.querySelector('#text')?.text.trim().length]).toEqual([422, 2 * long.length - 1])
  await ada.press('Save as a draft', { text: long })
  expect(await now(why)).toBe(long)
})

test('a button pressed on a page that is no longer true does nothing and says so', async () => {
  const { ada } = town
  await ship({ ...sampleFiles, [how]: shippedHow })
  await ada.open(`${base}/updates`)
  await town.write(how, '# Hvordan\n\nEget.\n')
  await ada.press('Take the new one The door, How (Danish)')
  expect([ada.status, await now(how)]).toEqual([422, '# Hvordan\n\nEget.\n'])
  expect(ada.text).toContain('has changed meanwhile')
})

test('a file the software dropped is removed by a draft, a new one is added', async () => {
  const { ada } = town
  const { [how]: _gone, ...rest } = sampleFiles
  await ship({ ...rest, 'doer/da/03-ny.md': '# Ny\n' })
  await ada.open(`${base}/updates`)
  await ada.press('Take 2 texts you have not changed')
  expect(workingSha(await getWorkingFile(town.house.db, courseId, how))).toBeNull()
  expect(await now('doer/da/03-ny.md')).toBe('# Ny\n')
})

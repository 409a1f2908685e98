import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keptFile, sha256Of } from '#courses/source-store.ts'
import { clearDrafts } from '#drafts/clear-drafts.ts'
import { discardDraft } from '#drafts/discard-draft.ts'
import { type Base, baseOf, draftBase, publishedBase, stateOf } from '#drafts/draft.ts'
import { type Saved, saveDraft } from '#drafts/save-draft.ts'
import { settleDraft } from '#drafts/settle-draft.ts'
import { getWorkingFile, workingFiles, workingFolder } from '#drafts/store.ts'
import { tidyDrafts } from '#drafts/tidy-drafts.ts'
import { clockwork } from '#policy.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { tinyCourse } from '../support/tiny-course.ts'
import { addTrainer, publishFiles } from '../support/trainers.ts'

let house: TestHouse
let cast: Cast
beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  await publishFiles(house, { [path]: 'published' })
})
afterEach(() => house.close())

const courseId = tinyCourse.id
const path = 'police/da/01-how.md'
const bytes = (text: string) => new TextEncoder().encode(text)
const saveAs = (who: string, base: Base, text: string, sitting: string | null = null): Promise<Saved> =>
  house.as(who, (work) => saveDraft(work, { courseId, path, base, bytes: bytes(text), sitting }))
const file = () => getWorkingFile(house.db, courseId, path)
const versions = async () => {
  const { drafts } = await file()
  return Promise.all(
    drafts.map(async ({ sha256 }) => (sha256 ? Buffer.from(await keptFile(house.db, sha256)).toString() : null)),
  )
}
const opened = async () => baseOf(await file())

test('a trainer writes on, save by save, and there is one draft', async () => {
  const first = await saveAs(cast.ada, await opened(), 'one')
  const second = await saveAs(cast.ada, first.base, 'two')
  expect([first.beside, second.beside]).toEqual([false, false])
  expect(await versions()).toEqual(['two'])
  expect(stateOf(await file())).toBe('draft')
})

test('two trainers open the same page: both versions stand beside each other and the second is told', async () => {
  const bo = await addTrainer(house)
  const base = await opened()
  expect(await saveAs(cast.ada, base, 'from Ada')).toMatchObject({ beside: false })
  expect(await saveAs(bo, base, 'from Bo')).toMatchObject({ beside: true })
  expect(await versions()).toEqual(['from Ada', 'from Bo'])
  expect(stateOf(await file())).toBe('beside')
})

test('whoever saw the other version writes on from it', async () => {
  const bo = await addTrainer(house)
  await saveAs(cast.ada, await opened(), 'from Ada')
  expect(await saveAs(bo, await opened(), 'from Ada and Bo')).toMatchObject({ beside: false })
  expect(await versions()).toEqual(['from Ada and Bo'])
})

test('when the answer to a save got lost on the way, the next one from the same page is hers', async () => {
  const base = await opened()
  await saveAs(cast.ada, base, 'hal', 'this page')
  expect(await saveAs(cast.ada, base, 'half a word', 'this page')).toMatchObject({ beside: false })
  await saveAs(cast.ada, base, 'from another tab', 'that page')
  expect(await versions()).toEqual(['half a word', 'from another tab'])
})

test('versions beside each other become one; what came in the meantime stays', async () => {
  const bo = await addTrainer(house)
  const base = await opened()
  const ada = await saveAs(cast.ada, base, 'from Ada')
  const other = await saveAs(bo, base, 'from Bo')
  await saveAs(cast.ada, ada.base, 'more from Ada')
  const settle = (bases: Base[]) =>
    house.as(bo, (work) => settleDraft(work, { courseId, path, bases, bytes: bytes('from both') }))
  expect(await settle([ada.base, other.base])).toMatchObject({ beside: true })
  expect((await versions()).toSorted()).toEqual(['from both', 'more from Ada'])
  await settle((await file()).drafts.map(draftBase))
  expect(await versions()).toEqual(['from both'])
  await expect(settle([ada.base])).rejects.toMatchObject({ code: 'conflict' })
})

test('going back to the published text takes the draft away', async () => {
  const saved = await saveAs(cast.ada, await opened(), 'a try')
  expect(await saveAs(cast.ada, saved.base, 'published')).toEqual({
    base: publishedBase(sha256Of(bytes('published'))),
    beside: false,
  })
  expect(stateOf(await file())).toBe('published')
})

test('a draft begun from a text that has been published over is behind, and whoever publishes her own is not', async () => {
  const mine = await saveAs(cast.ada, await opened(), 'mine')
  await publishFiles(house, { [path]: 'mine' })
  await clearAll()
  await saveAs(cast.ada, mine.base, 'mine and more')
  expect(stateOf(await file())).toBe('draft')
  await publishFiles(house, { [path]: 'from elsewhere' })
  expect(stateOf(await file())).toBe('behind')
})

test('a file may be new or go, and the folder is what would be published', async () => {
  const added = 'police/da/02-more.md'
  await house.as(cast.ada, async (work) => {
    await saveDraft(work, { courseId, path: added, base: publishedBase(null), bytes: bytes('new') })
    await saveDraft(work, { courseId, path, base: baseOf(await getWorkingFile(work.db, courseId, path)), bytes: null })
  })
  expect([...(await workingFolder(house.db, courseId)).files.keys()]).toEqual([added])
  expect((await workingFiles(house.db, courseId)).map(stateOf)).toEqual(['draft', 'draft'])
})

test('only trainers write, and only what a course can have', async () => {
  await expect(saveAs(cast.ines, await opened(), 'x')).rejects.toMatchObject({ code: 'forbidden' })
  for (const wrong of ['../x.md', 'police/../../x', 'police/da/x.exe', '/etc/passwd', 'police/da/sub/01-a.md'])
    await expect(
      house.as(cast.ada, (work) =>
        saveDraft(work, { courseId, path: wrong, base: publishedBase(null), bytes: bytes('x') }),
      ),
    ).rejects.toMatchObject({ code: 'conflict' })
  await expect(saveAs(cast.ada, await opened(), 'x'.repeat(100_001))).rejects.toMatchObject({ code: 'too-large' })
})

test('a version that somebody has written on is not thrown away unseen', async () => {
  const first = await saveAs(cast.ada, await opened(), 'one')
  const second = await saveAs(cast.ada, first.base, 'two')
  const discard = (base: Base) => house.as(cast.ada, (work) => discardDraft(work, { courseId, path, base }))
  await expect(discard(first.base)).rejects.toMatchObject({ code: 'conflict' })
  await discard(second.base)
  expect(await versions()).toEqual([])
})

/** One of two trainers does something: opens the page anew, or saves what she has typed since. */
const doing = fc.record({
  who: fc.nat({ max: 1 }),
  opens: fc.boolean(),
  types: fc.string({ minLength: 1, maxLength: 3 }),
})

test('in any order of opening and saving, no text is lost that its writer did not replace herself', async () => {
  const bo = await addTrainer(house)
  const writers = [cast.ada, bo]
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { minLength: 2, maxLength: 12 }), async (steps) => {
      await clearAll()
      const hands: { base: Base; seen: readonly string[] }[] = await Promise.all(writers.map(() => look()))
      /** Texts nobody has replaced who had them before her. */
      let standing: string[] = []
      let count = 0
      for (const { who, opens, types } of steps) {
        if (opens) hands[who] = await look()
        const hand = hands[who] as { base: Base; seen: readonly string[] }
        const text = `${types} ${++count}`
        const { base } = await saveAs(writers[who] as string, hand.base, text)
        standing = [...standing.filter((one) => !hand.seen.includes(one)), text]
        hands[who] = { base, seen: [text] }
        expect((await versions()).toSorted()).toEqual(standing.toSorted())
      }
    }),
    { numRuns: 40 },
  )
})

/** The editor shows the version written last; that one alone its reader has seen. */
async function look() {
  const shown = (await versions()).at(-1)
  return { base: await opened(), seen: shown ? [shown] : [] }
}

async function clearAll() {
  const { drafts } = await file()
  await house.as(cast.ada, (work) =>
    clearDrafts(
      work,
      drafts.map(({ id }) => id),
    ),
  )
}

test('texts nobody speaks of any more are thrown away, and what was published, shipped or is being written stays', async () => {
  let saved = await saveAs(cast.ada, await opened(), 'one')
  for (const text of ['two', 'three']) saved = await saveAs(cast.ada, saved.base, text)
  const kept = async () =>
    (await house.db.selectFrom('source_files').select('content').orderBy('content').execute()).map(
      ({ content }) => content,
    )
  expect(await kept()).toEqual(['one', 'published', 'three', 'two'])
  await house.as(clockwork, tidyDrafts)
  expect(await kept()).toEqual(['published', 'three'])
  await clearAll()
  house.at('2027-03-22T12:00:00Z')
  await house.as(clockwork, tidyDrafts)
  expect(await kept()).toEqual(['published'])
})

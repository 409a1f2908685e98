import { afterEach, beforeEach, expect, test } from 'vitest'
import { publishRevision } from '#courses/publish-revision.ts'
import { filesOf } from '#courses/source-store.ts'
import { findPublished, revisionsOf } from '#courses/store.ts'
import { stateOf } from '#drafts/draft.ts'
import { getWorkingFile } from '#drafts/store.ts'
import { clockwork } from '#policy.ts'
import { base, courseId, edited, openWritingTown, readSample, type WritingTown } from './town.ts'

let town: WritingTown
beforeEach(async () => {
  town = await openWritingTown()
})
afterEach(() => town.close())

const why = 'doer/da/01-hvorfor.md'
const publish = async (text: string, note: string) => {
  await town.write(why, text)
  await town.ada.open(`${base}/publication`)
  await town.ada.press('Publish', { note })
}

test('the list tells each revision with its day, who brought it and why, newest first', async () => {
  await publish(edited(why, 'Ring til', 'Ring straks til'), 'Straks <b>nu</b>')
  const { ada } = town
  await ada.open(`${base}/revisions`)
  expect(ada.page.querySelectorAll('ol.list > li h2').map((title) => title.text)).toEqual(['Revision 2', 'Revision 1'])
  expect(ada.text).toContain('by Ada Lund')
  expect(ada.text).toContain('Came with the software')
  expect(ada.html).toContain('Straks &lt;b&gt;nu')
})

test('an earlier revision is looked at whole, compared, and published again as it was', async () => {
  const { ada, house } = town
  await publish(edited(why, 'Ring til', 'Ring straks til'), 'Straks')
  await town.write('doer/da/02-hvordan.md', edited('doer/da/02-hvordan.md', 'Link', 'Henvisning'))

  await ada.open(`${base}/revisions/1`)
  await ada.click('The door')
  expect(ada.text).toContain('Why')
  expect(ada.text).toContain('the police')
  expect(ada.text).toContain('Fordi.')
  await ada.open(`${base}/revisions/1`)
  await ada.press('Compare', { from: '2' })
  expect(ada.heading).toBe('From revision 1 to revision 2')
  expect(ada.page.querySelectorAll('.changes ins strong').map((word) => word.text.trim())).toEqual(['straks'])

  await ada.open(`${base}/revisions/1`)
  expect(ada.text).toContain('1 draft stays')
  await ada.press('Publish again', { note: '' })
  expect(ada.status).toBe(422)
  await ada.press('Publish again', { note: 'Tilbage igen.' })
  expect(ada.url).toBe(`${base}/revisions?published=3`)
  const [third, , first] = await revisionsOf(house.db, courseId)
  expect(third).toMatchObject({ number: 3, origin: 'town', note: 'Tilbage igen.', sha256: first?.sha256 })
  expect(await filesOf(house.db, third?.id ?? '')).toEqual(await filesOf(house.db, first?.id ?? ''))
  expect((await findPublished(house.db, courseId))?.id).toBe(third?.id)
})

test('drafts on a text that was replaced by an earlier one wait to be looked at', async () => {
  await publish(edited(why, 'Ring til', 'Ring straks til'), 'Straks')
  await town.write(why, edited(why, 'Ring til', 'Ring straks og roligt til'))
  await town.ada.open(`${base}/revisions/1`)
  await town.ada.press('Publish again', { note: 'Tilbage igen.' })
  expect(stateOf(await getWorkingFile(town.house.db, courseId, why))).toBe('behind')
  await town.ada.open(`${base}/publication`)
  expect(town.ada.text).toContain('A newer text was published here')
})

test('a revision from before files were kept is compared by what learners read, and not published again', async () => {
  const { ada, house } = town
  const other = readSample()
  const [module] = other.modules
  if (!module) throw new Error('no module')
  const pages = module.pages.map((page) => ({ ...page, html: { da: '<p>En <em>anden</em> &amp; tekst</p>', en: '' } }))
  await house.as(clockwork, (work) => publishRevision(work, { ...other, modules: [{ ...module, pages }] }))
  await house.as(clockwork, (work) => publishRevision(work, { ...other, summary: { da: 'Ny', en: 'New' } }))
  await ada.open(`${base}/revisions/2`)
  expect(ada.text).toContain('not published again')
  expect(ada.has('textarea')).toBe(false)
  await ada.press('Compare', { from: '1' })
  expect(ada.text).toContain('only what learners read')
  expect(ada.text).toContain('En anden & tekst')
})

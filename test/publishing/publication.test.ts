import { afterEach, beforeEach, expect, test } from 'vitest'
import { filesOf } from '#courses/source-store.ts'
import { findPublished } from '#courses/store.ts'
import { publishedBase } from '#drafts/draft.ts'
import { saveDraft } from '#drafts/save-draft.ts'
import { workingFiles } from '#drafts/store.ts'
import { findAsked } from '#rereading/store.ts'
import { openBrowser } from '../support/browser.ts'
import { cookieOf } from '../support/sign-in.ts'
import { addTrainer } from '../support/trainers.ts'
import { base, bytesOf, courseId, edited, openWritingTown, type WritingTown } from './town.ts'

let town: WritingTown
beforeEach(async () => {
  town = await openWritingTown()
})
afterEach(() => town.close())

const why = 'doer/da/01-hvorfor.md'
const newest = async () => {
  const revision = await findPublished(town.house.db, courseId)
  if (!revision) throw new Error('nothing is published')
  return revision
}
const drafted = async () => (await workingFiles(town.house.db, courseId)).filter((file) => file.drafts.length > 0)

test('Ada sees what changes line by line, says which page is read again, and publishes', async () => {
  const { ada, house } = town
  await town.write(why, edited(why, 'Ring til', 'Ring straks til'))
  await ada.open(`${base}/publication`)
  expect(ada.heading).toBe('Publish Trial')
  expect(ada.page.querySelectorAll('.changes ins strong').map((word) => word.text.trim())).toEqual(['straks'])
  expect(ada.text).toContain('Nobody holds a valid certificate')

  await ada.press('Publish', {
    'again.doer/hvorfor': 'Must be read again',
    due: '2026-12-24',
    note: 'Ring før noget andet.',
  })
  expect(ada.url).toBe(`${base}/revisions?published=2`)
  const revision = await newest()
  expect(revision).toMatchObject({
    number: 2,
    origin: 'town',
    note: 'Ring før noget andet.',
    publishedBy: town.cast.ada,
  })
  expect(revision.document.modules[0]?.pages[0]?.html.da).toContain('Ring straks til')
  expect(await findAsked(house.db, revision.id)).toMatchObject({
    pages: [{ moduleId: 'doer', pageId: 'hvorfor' }],
    dueOn: '2026-12-24',
  })
  expect(await drafted()).toEqual([])
  expect((await filesOf(house.db, revision.id)).size).toBe(11)
  expect(ada.text).toContain('Revision 2 is published')
  await ada.open(`${base}/publication`)
  expect(ada.text).toContain('There is nothing to publish')
})

test('small changes ask nobody to read again, and no deadline is looked at', async () => {
  await town.write(why, edited(why, 'Ring til', 'Ring dog til'))
  await town.ada.open(`${base}/publication`)
  await town.ada.press('Publish', { due: '2020-01-01', note: 'Sproget.' })
  const revision = await newest()
  expect(revision.number).toBe(2)
  expect(await findAsked(town.house.db, revision.id)).toBeNull()
})

test('a changed question counts under its page', async () => {
  const quiz = 'doer/da/quiz.md'
  await town.write(quiz, edited(quiz, 'Hvilke?', 'Hvilke tegn?'))
  await town.ada.open(`${base}/publication`)
  expect(town.ada.text).toContain('1 changed question')
  expect(town.ada.has('input[name="again.doer/hvordan"]')).toBe(true)
  expect(town.ada.has('input[name="again.doer/hvorfor"]')).toBe(false)
})

test('without a note or with an impossible deadline nothing is published and what was typed stays', async () => {
  const { ada } = town
  await town.write(why, edited(why, 'Ring til', 'Ring straks til'))
  await ada.open(`${base}/publication`)
  await ada.press('Publish', { 'again.doer/hvorfor': 'Must be read again', due: '2026-11-24', note: ' ' })
  expect(ada.status).toBe(422)
  expect(ada.page.querySelectorAll('#faults a').map((link) => link.getAttribute('href'))).toEqual(['#note', '#due'])
  expect(ada.has('input[value="again"][checked]')).toBe(true)
  await ada.press('Publish', { note: 'x'.repeat(501), due: '2027-11-23' })
  expect(ada.status).toBe(422)
  expect(ada.page.querySelector('#note')?.text.trim()).toBe('x'.repeat(501))
  expect((await newest()).number).toBe(1)
})

test('what Bo writes meanwhile is not published unseen: Ada looks again, with what she had typed', async () => {
  const { ada, house } = town
  const bo = await addTrainer(house)
  await town.write(why, edited(why, 'Ring til', 'Ring straks til'))
  await ada.open(`${base}/publication`)
  house.at('2026-11-22T12:05:00Z')
  await town.write('doer/da/02-hvordan.md', '# Hvordan\n\nBo was here.\n', bo)
  await ada.press('Publish', { note: 'Min grund.' })
  expect(ada.status).toBe(422)
  expect(ada.text).toContain('Bo Krogh changed the course')
  expect(ada.page.querySelector('#note')?.text.trim()).toBe('Min grund.')
  expect((await newest()).number).toBe(1)
  await ada.press('Publish')
  expect((await newest()).note).toBe('Min grund.')
})

test('faults bar publishing, each with a link to its line', async () => {
  const { ada } = town
  const quiz = 'doer/da/quiz.md'
  await town.write(quiz, edited(quiz, '[x] 112', '[ ] 112'))
  await ada.open(`${base}/publication`)
  expect(ada.text).toContain('cannot be published yet')
  expect(ada.page.querySelector('.notice a')?.getAttribute('href')).toBe(`${base}/edit/${quiz}#line-3`)
  expect(ada.has('textarea')).toBe(false)
})

test('versions beside each other bar publishing until somebody has settled them', async () => {
  const { ada, house, cast } = town
  const { published } = town
  const began = publishedBase((await filesOf(house.db, published.id)).get(why) ?? null)
  const bo = await addTrainer(house)
  for (const [who, text] of [
    [cast.ada, 'Ada'],
    [bo, 'Bo'],
  ] as const)
    await house.as(who, (work) =>
      saveDraft(work, {
        courseId,
        path: why,
        base: began,
        bytes: bytesOf(edited(why, 'Ring til', `Ring til ${text}`)),
      }),
    )
  await ada.open(`${base}/publication`)
  expect(ada.page.querySelector('.notice a')?.getAttribute('href')).toBe(`${base}/versions/${why}`)
  expect(ada.has('textarea')).toBe(false)
})

test('an English text left behind is told and does not bar', async () => {
  await town.write(why, edited(why, 'Ring til', 'Ring straks til'))
  await town.ada.open(`${base}/publication`)
  expect(town.ada.text).toContain('the translation is behind')
  expect(town.ada.has('textarea')).toBe(true)
})

test('a comment no learner sees is published too, and its draft ends', async () => {
  await town.write('course.yaml', `${edited('course.yaml', 'id: prove', '# Skrevet af Ada\nid: prove')}`)
  await town.ada.open(`${base}/publication`)
  await town.ada.press('Publish', { note: 'En bemærkning.' })
  const revision = await newest()
  expect([revision.number, revision.sha256]).toEqual([2, town.published.sha256])
  expect(await drafted()).toEqual([])
  expect(town.ada.status).toBe(200)
})

test('nobody but trainers finds any of it', async () => {
  const { app, house, cast } = town
  for (const who of [cast.ines, cast.marco, cast.olga]) {
    const stranger = openBrowser(app, { cookie: await cookieOf(house, who) })
    for (const page of ['publication', 'revisions', 'revisions/1', 'updates'])
      expect((await stranger.open(`${base}/${page}`)).status).toBe(404)
  }
  expect((await town.ada.open('/authoring/nowhere/publication')).status).toBe(404)
  expect((await town.ada.open('/authoring/nowhere/revisions')).status).toBe(404)
  expect((await town.ada.open(`${base}/revisions/9`)).status).toBe(404)
})

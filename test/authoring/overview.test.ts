import { afterEach, beforeEach, expect, test } from 'vitest'
import { getWorkingFile, workingFolder } from '#drafts/store.ts'
import { base, courseId, edited, openWritingTown, type WritingTown } from '../publishing/town.ts'
import { post } from '../signin/post.ts'
import { cookieOf } from '../support/sign-in.ts'
import { addTrainer } from '../support/trainers.ts'

let town: WritingTown
beforeEach(async () => {
  town = await openWritingTown()
})
afterEach(() => town.close())

const module = `${base}/modules/doer`
const paths = async () => [...(await workingFolder(town.house.db, courseId)).files.keys()]
const textOf = async (path: string) =>
  new TextDecoder().decode((await workingFolder(town.house.db, courseId)).files.get(path) ?? undefined)

test('Ada sees what is published, what is being written by whom, and what is not translated', async () => {
  const { ada, house, write } = town
  await ada.open('/authoring')
  expect(ada.text).toContain('Trial Published Revision 1 of 22 November 2026')
  house.at('2026-11-22T13:05:00Z')
  await write(
    'doer/da/01-hvorfor.md',
    edited('doer/da/01-hvorfor.md', 'Ring til', 'Ring straks til'),
    await addTrainer(house),
  )
  await write('doer/en/02-hvordan.md', edited('doer/da/02-hvordan.md', 'Sådan', 'Sådan'))
  await ada.open('/authoring')
  expect(ada.text).toContain('2 texts are changed and not published, by')
  expect(ada.text).toContain('Bo Krogh')
  expect(ada.text).toContain(
    '1 text is not translated yet. That can wait. 1 text was changed in Danish but not in English.',
  )
  await ada.click('Trial')
  await ada.click('The door')
  expect(ada.text).toContain('Why Draft Changed in Danish only Changed by Bo Krogh, 22 November 2026')
  expect(ada.text).toContain('Not translated')
})

test('a page moves with both its languages, keeps its id, and moving it back leaves nothing changed', async () => {
  const { ada } = town
  await ada.open(module)
  await ada.press('Move down Why')
  expect(await paths()).toEqual(expect.arrayContaining(['doer/da/01-hvordan.md', 'doer/en/02-hvorfor.md']))
  expect(await paths()).not.toContain('doer/da/01-hvorfor.md')
  expect(await textOf('doer/da/02-hvorfor.md')).toContain('# Hvorfor')
  await ada.press('Move up Why')
  await ada.open('/authoring')
  expect(ada.text).not.toContain('changed and not published')
})

test('a page is renamed in both languages, begun with a title alone, taken out and brought back', async () => {
  const { ada } = town
  await ada.open(module)
  await ada.submit('form[action$="/titles"]:has([value="01-hvorfor.md"])', { titleDa: 'Derfor <b>', titleEn: '' })
  expect(await textOf('doer/en/01-hvorfor.md')).toMatch(/^# Derfor <b>\n/)
  expect(ada.html).toContain('Derfor &lt;b&gt;')
  expect(ada.html).not.toContain('Derfor <b>')

  await ada.press('New page', { titleDa: 'Nødudgangen' })
  expect(ada.url).toBe(`${base}/edit/doer/da/03-noedudgangen.md`)
  expect(await textOf('doer/en/03-noedudgangen.md')).toMatch(/^# Nødudgangen\n/)

  await ada.open(`${module}/removal?text=02-hvordan.md`)
  await ada.press('Remove')
  expect((await paths()).filter((path) => path.includes('hvordan'))).toEqual([])
  expect(ada.text).toContain('Removed in the draft')
  await ada.press('Bring back How')
  expect((await paths()).filter((path) => path.includes('hvordan'))).toHaveLength(2)
})

test('a title that is missing is refused, and what was typed stays', async () => {
  const cookie = await cookieOf(town.house, town.cast.ada)
  const answer = await post(
    town.app,
    `${module}/pages`,
    { kind: 'page', titleDa: ' ', titleEn: 'Exit "x"' },
    { cookie },
  )
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('href="#page-da"')
  expect(answer.body).toContain('value="Exit &quot;x&quot;"')
})

test('a removal takes what was seen: what Bo wrote meanwhile stays beside it', async () => {
  const { ada, house, write } = town
  await ada.open(`${module}/removal`)
  await write('doer/da/01-hvorfor.md', '# Bo skriver\n\nNy tekst.\n', await addTrainer(house))
  await ada.press('Remove')
  expect(ada.text).toContain('both versions stand there now')
  expect(ada.text).toContain('doer/da/01-hvorfor.md')
  const { drafts } = await getWorkingFile(house.db, courseId, 'doer/da/01-hvorfor.md')
  expect(drafts.map((draft) => draft.sha256 === null)).toEqual([false, true])
})

test('settings written from an older text stand beside the newer, and neither is lost', async () => {
  const { ada, house } = town
  const bo = await addTrainer(house)
  await ada.open(`${base}/settings`)
  const seen = ada.page.querySelector('[name=base]')?.getAttribute('value') as string
  const fields = { base: seen, summaryDa: 'Kort.', titleDa: 'Prøve', validity: '6' }
  await post(town.app, `${base}/settings`, fields, { cookie: await cookieOf(house, bo) })
  expect(await textOf('course.yaml')).toContain('validity: 6')
  await ada.press('Save', { validity: '7' })
  expect(ada.url).toBe(`${base}/versions/course.yaml`)
  await ada.open(base)
  expect(ada.text).toContain('1 text has several versions')
})

test('what is missing is told in words, each with the way to mend it; an unknown local fact as well', async () => {
  const { ada, write } = town
  await write('doer/da/01-hvorfor.md', '# Hvorfor\n\n{{lokalt:laege}}\n\n::: huskekort\nHusk.\n')
  await ada.open(`${base}/faults`)
  expect(ada.text).toMatch(/\d things have to be mended/)
  expect(ada.html).toContain(`href="${base}/edit/doer/da/01-hvorfor.md#line-3"`)
  await ada.open(base)
  expect(ada.text).toContain('Local facts: 2 of 2 are missing')
  expect(ada.text).toContain('laege Unknown')
  expect(ada.text).toContain('The association fills them in for the town')
})

test('a module is put into the course, moved, taken out whole and brought back whole', async () => {
  const { ada } = town
  await ada.open(`${base}/modules/new`)
  await ada.press('Begin', { titleDa: 'Vi lukker', summaryDa: 'De sidste ti minutter' })
  expect(ada.url).toBe(`${base}/modules/vi-lukker`)
  expect(ada.text).toContain('Lacks 6 questions')
  await ada.open(base)
  await ada.press('Move up Vi lukker')
  expect(await textOf('course.yaml')).toContain('modules: [vi-lukker, doer]')
  const before = await paths()
  await ada.open(`${module}/removal`)
  await ada.press('Remove')
  expect(await textOf('course.yaml')).toContain('modules: [vi-lukker]')
  expect((await paths()).filter((path) => path.startsWith('doer/'))).toEqual([])
  await ada.press('Bring back The door')
  expect(await paths()).toEqual(before)
  expect(await textOf('course.yaml')).toContain('modules: [vi-lukker, doer]')
})

test('whoever does not write courses finds nothing', async () => {
  for (const who of ['olga', 'marco', 'pernille', 'ines'] as const) {
    const cookie = await cookieOf(town.house, town.cast[who])
    for (const url of ['/authoring', base, module, `${base}/settings`, `${base}/faults`])
      expect((await town.app.inject({ url, headers: { cookie } })).statusCode).toBe(404)
  }
})

import { parse } from 'node-html-parser'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { getWorkingFile } from '#drafts/store.ts'
import { readBank } from '#reader/look.ts'
import { openBrowser } from '../support/browser.ts'
import { multipart } from '../support/multipart.ts'
import { cookieOf } from '../support/sign-in.ts'
import { type BankTown, bankUrl, openBankTown } from './bank-town.ts'

let town: BankTown
beforeAll(async () => {
  town = await openBankTown()
})
afterAll(() => town.close())
beforeEach(async () => {
  await town.ada.open(bankUrl)
})

const gift = `::A fire::What do you do first? {
=Get people out#Right.
~Look for the cause#Later.
~Wait
####People first.
}

::Essay::Tell us everything {}

::Match <b>::Who does what? {
=You -> stay
=&lt;script&gt;alert(1)&lt;/script&gt; -> fetches
}
`
const look = (text: string) => town.ada.press('See what can be used', { text })

test('what can be used is shown to be ticked, what cannot with its line and the reason, and nothing is saved yet', async () => {
  const before = await town.textOf('police/da/quiz.md')
  const { ada } = town
  await look(gift)
  expect(ada.text).toContain('2 questions can be used, 1 cannot.')
  expect(ada.text).toMatch(/Line 8: /)
  expect(ada.text).toContain('One right answer, line 1')
  expect(ada.text).toContain('1 wrong answer has no text.')
  expect(ada.html).toContain('&lt;script&gt;alert(1)')
  expect(ada.html).not.toContain('<script>alert')
  expect(ada.page.querySelector('#text')?.textContent.trim()).toBe(gift.trim())
  expect(await town.textOf('police/da/quiz.md')).toBe(before)
})

test('what is ticked goes to the end of both languages as a draft, on the page that was chosen', async () => {
  const { ada, textOf } = town
  await look(gift)
  await ada.press('Take those that are ticked', { page: 'Why', source: 'Loven', 'page-1': 'How' })
  expect(ada.url).toBe('/authoring/grundkursus/modules/police/questions')
  for (const language of ['da', 'en']) {
    const text = await textOf(`police/${language}/quiz.md`)
    expect(text).toMatch(/^# Quiz: Poli.*\n\n### Hvem ringer du til\?/)
    expect(text).toContain('### What do you do first? {#a-fire page=why source=law}\n1. [x] Get people out\n')
    expect(text).toContain('type=match page=how source=law}')
  }

  await ada.open(bankUrl)
  await look(gift.split('::Essay')[0] as string)
  await ada.press('Take those that are ticked', { page: 'Why', source: 'Loven' })
  expect(await textOf('police/da/quiz.md')).toContain('{#a-fire-2 page=why')
  expect((await getWorkingFile(town.house.db, 'grundkursus', 'police/da/quiz.md')).drafts).toHaveLength(1)
})

test('without a page, a source or a tick it says so and keeps what was chosen', async () => {
  const { ada } = town
  await look(gift)
  await ada.press('Take those that are ticked', { 'page-0': 'How' })
  expect(ada.status).toBe(422)
  expect(ada.text).toContain('Choose a page for the questions.')
  expect(ada.text).toContain('Choose a source for the questions.')
  expect(ada.page.querySelector('#page-0 option[selected]')?.textContent).toBe('How')
  await ada.press('Take those that are ticked', { 'take-0': [], 'take-1': [] })
  expect(ada.text).toContain('Tick at least one question.')
})

test('ticks belong to the text they were set for', async () => {
  const { ada, textOf } = town
  const before = await textOf('police/da/quiz.md')
  await look(gift)
  await ada.press('Take those that are ticked', {
    text: `::New::Other? {=a ~b}\n\n${gift}`,
    page: 'Why',
    source: 'Loven',
  })
  expect(ada.status).toBe(422)
  expect(ada.text).toContain('The text has changed since you ticked.')
  expect(ada.text).toContain('3 questions can be used')
  expect(await textOf('police/da/quiz.md')).toBe(before)
})

test('a file stands for the box: Aiken from an old Windows, as a browser sends it', async () => {
  const aiken = Buffer.from('Hvad er rødt?\r\nA) Blå\r\nB) Rød\r\nANSWER: B\r\n', 'latin1')
  const { payload, headers } = multipart([
    { name: 'text', text: '' },
    { name: 'format', text: '' },
    { name: 'language', text: 'da' },
    { name: 'file', file: 'bank.txt', type: 'text/plain', bytes: aiken },
  ])
  const answer = await town.app.inject({
    method: 'POST',
    url: bankUrl,
    payload,
    headers: { ...headers, cookie: town.cookie },
  })
  const page = parse(answer.body)
  expect(answer.statusCode).toBe(200)
  expect(page.querySelector('main')?.structuredText).toContain('Hvad er rødt?')
  expect(page.querySelector('#text')?.textContent).toContain('A) Blå')
})

test('nothing pasted, too much pasted, and a reader that is busy: it is said, and the text is kept', async () => {
  const { ada, house } = town
  await look('   ')
  expect([ada.status, ada.text.includes('Paste questions or choose a file.')]).toEqual([422, true])
  const long = `${gift}\n${'// x'.padEnd(1000, 'x')}\n`.repeat(1100)
  const sent = await town.app.inject({
    method: 'POST',
    url: bankUrl,
    ...withCookie(multipart([{ name: 'text', text: long }])),
  })
  expect(sent.body).toContain('1024 kB')
  expect(parse(sent.body).querySelector('#text')?.textContent.length).toBeGreaterThan(1_000_000)

  const { ask } = house.reader
  const { Refusal } = await import('#base/refusal.ts')
  house.reader.ask = async (task, question) => {
    if (task === 'bank') throw new Refusal('busy', 'reader')
    return ask.call(house.reader, task, question)
  }
  await ada.open(bankUrl)
  await look(gift)
  house.reader.ask = ask
  expect([ada.status, ada.text.includes('We are busy right now.')]).toEqual([503, true])
  expect(ada.page.querySelector('#text')?.textContent).toContain('::A fire::')
})

const withCookie = ({ payload, headers }: ReturnType<typeof multipart>) => ({
  payload,
  headers: { ...headers, cookie: town.cookie },
})

test('the bank goes out as GIFT, as it is being written, and comes in again with the same questions', async () => {
  const answer = await town.app.inject({ url: `${bankUrl}.gift?language=da`, headers: { cookie: town.cookie } })
  expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8')
  expect(answer.headers['content-disposition']).toBe('attachment; filename="grundkursus-police-da.gift.txt"')
  const read = await readBank(town.house, { text: answer.body, format: null, language: 'da' })
  expect(
    read.map((question) => ('refused' in question ? question : [question.id, question.kind, question.pageId])),
  ).toEqual([
    ['hvem', 'one', 'why'],
    ['a-fire', 'one', 'why'],
    ['match-b', 'match', 'how'],
    ['a-fire-2', 'one', 'why'],
  ])
  await town.ada.press('See what can be used', { text: answer.body })
  expect(town.ada.page.querySelector('#page-2 option[selected]')?.textContent).toBe('How')
})

test('a question whose faults hide what it means is named in a comment', async () => {
  const { ada, app, cookie } = town
  await ada.open(bankUrl)
  await town.house.as(town.cast.ada, async (work) => {
    const { saveDraft } = await import('#drafts/save-draft.ts')
    const { baseOf } = await import('#drafts/draft.ts')
    const path = 'police/en/quiz.md'
    const base = baseOf(await getWorkingFile(work.db, 'grundkursus', path))
    const bytes = new TextEncoder().encode('# Quiz\n\n### Broken? {#broken page=why source=law}\nNo list.\n')
    return saveDraft(work, { courseId: 'grundkursus', path, base, bytes })
  })
  const answer = await app.inject({ url: `${bankUrl}.gift?language=en`, headers: { cookie } })
  expect(answer.body).toContain('// Left out, because the question has faults: Broken? (broken)')
})

test('only trainers come here, and only to modules there are', async () => {
  const { house, cast, app, ada } = town
  for (const person of ['ines', 'marco', 'olga', 'pernille'] as const) {
    const other = openBrowser(app, { cookie: await cookieOf(house, cast[person]) })
    for (const url of [bankUrl, `${bankUrl}.gift?language=da`]) expect((await other.open(url)).status).toBe(404)
  }
  for (const url of ['/authoring/grundkursus/modules/nothing/bank', '/authoring/nothing/modules/police/bank.gift'])
    expect((await ada.open(url)).status).toBe(404)
})

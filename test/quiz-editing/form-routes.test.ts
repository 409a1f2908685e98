import { afterAll, beforeAll, expect, test } from 'vitest'
import { blankQuestion } from '#quiz-editing/twin-question.ts'
import { hostile } from './any-form-question.ts'
import { type BankTown, openBankTown } from './bank-town.ts'

let town: BankTown
beforeAll(async () => {
  town = await openBankTown()
})
afterAll(() => town.close())

const list = '/authoring/grundkursus/modules/police/questions'
const textOf = (language: 'da' | 'en' = 'da') => town.textOf(`police/${language}/quiz.md`)
const typedIn = (id: string) => town.ada.page.querySelector(`[id="${id}"]`)?.structuredText.replace(/^\n/, '')

test('Ada makes a question by form, an answer too many and one too few, and every button keeps what she typed', async () => {
  const { ada } = town
  await ada.open(list)
  await ada.click('New question')
  await ada.press('Go on', { kind: 'one' })
  await ada.press('One more answer', { 'answer-0-text-da': 'Ring 112' })
  expect(ada.status).toBe(422)
  expect(ada.text).toContain('Write the question. Then it can be saved.')
  expect(typedIn('answer-0-text-da')).toBe('Ring 112')
  expect(ada.has('#answer-4')).toBe(true)

  await ada.press('Remove Answer 5', { 'title-da': 'Hvad gør du nu?', 'answer-3-text-da': 'Vent', right: '3' })
  expect(ada.url).toBe(`${list}/hvad-goer-du-nu`)
  expect([typedIn('answer-0-text-da'), typedIn('answer-3-text-da')]).toEqual(['Ring 112', 'Vent'])
  await ada.press('Remove Answer 3', { 'answer-3-feedback-da': 'Ja.' })
  expect([typedIn('answer-2-text-da'), typedIn('answer-2-feedback-da')]).toEqual(['Vent', 'Ja.'])
  expect(await textOf()).toContain('{#hvad-goer-du-nu}\n1. [ ] Ring 112\n2. [ ]\n3. [x] Vent\n   > Ja.\n')
})

test('what is still to be mended is said at its field, and a draft is saved all the same', async () => {
  const { ada } = town
  await ada.open(`${list}/hvad-goer-du-nu`)
  expect(ada.text).toContain('4 things to mend before publishing')
  expect(ada.text).toContain('Choose the page that teaches it.')
  expect(ada.page.querySelector('#answer-0-feedback-da')?.getAttribute('aria-invalid')).toBe('true')
  await ada.press('Save draft', {
    'answer-0-feedback-da': 'Nej.',
    'explanation-da': 'Fordi.',
    'explanation-en': 'Because.',
    page: 'why',
    source: ['law', 'house'],
    flag: ['applied'],
  })
  expect(ada.text).not.toContain('to mend')
  expect(await textOf()).toContain(
    '### Hvad gør du nu? {#hvad-goer-du-nu applied page=why source="law house"}\n1. [ ] Ring 112\n   > Nej.\n2. [x] Vent\n   > Ja.\n> Fordi.\n',
  )
  expect(await textOf('en')).toContain('> Because.\n')
})

test('below its form a question stands as learners see it, the right answer not marked', async () => {
  const { ada } = town
  await ada.open(`${list}/hvad-goer-du-nu`)
  const shown = ada.page.querySelector('.shown')
  expect(shown?.querySelectorAll('label.answer').map((label) => label.structuredText.trim())).toEqual([
    'Ring 112',
    'Vent',
  ])
  expect(shown?.querySelectorAll('[checked]')).toEqual([])
})

test('the one page and source of a module are chosen already, and answers have an order only where it counts', async () => {
  const { ada } = town
  await ada.open(`${list}/new?kind=one`)
  expect(ada.page.querySelectorAll('[name=source][checked]')).toEqual([])
  const blank = blankQuestion('one', { pages: ['why'], sources: ['house'] })
  expect([blank.pageId, blank.sources]).toEqual(['why', ['house']])
  expect(ada.page.querySelectorAll('[value^=up-]')).toEqual([])
  await ada.open(`${list}/new?kind=order`)
  await ada.press('Up Number 2', { 'title-da': 'Hvad først?', 'answer-0-text-da': 'Så', 'answer-1-text-da': 'Først' })
  expect([typedIn('answer-0-text-da'), typedIn('answer-1-text-da')]).toEqual(['Først', 'Så'])
  await ada.open(`${list}/hvad-foerst/removal`)
  await ada.press('Yes, remove it')
})

test('a question that lacks nothing leads to the next, and one that does is shown with what it lacks', async () => {
  const { ada } = town
  await ada.open(`${list}/hvad-goer-du-nu`)
  await ada.press('Save, and write another')
  expect(ada.url).toBe(`${list}/new`)
  await ada.open(`${list}/new?kind=one`)
  await ada.press('Save, and write another', { 'title-da': 'Halvt?' })
  expect(ada.url).toBe(`${list}/halvt`)
  expect(ada.text).toContain('to mend before publishing')
  await ada.open(`${list}/halvt/removal`)
  await ada.press('Yes, remove it')
})

test('one right answer becomes several, and the text says so', async () => {
  const { ada } = town
  await ada.open(`${list}/hvad-goer-du-nu`)
  await ada.press('Save draft', { kind: 'several', right: ['0', '1'] })
  expect(await textOf()).toContain('- [x] Ring 112\n  > Nej.\n- [x] Vent\n')
  expect(ada.text).toContain('All answers are right. At least one has to be wrong.')
})

test('the list says what each question is, moves it and asks before one goes', async () => {
  const { ada } = town
  await ada.open(list)
  const lines = () => ada.page.querySelectorAll('ol.questions h2').map((one) => one.structuredText.trim())
  expect(lines()).toEqual(['1. Hvem ringer du til?', '2. Hvad gør du nu?'])
  expect(ada.text).toContain('Several right answers · The page Hvorfor · Asks what one does')
  await ada.press('Up Hvad gør du nu?')
  expect(lines()).toEqual(['1. Hvad gør du nu?', '2. Hvem ringer du til?'])
  await ada.click('Remove Hvad gør du nu?')
  expect(await textOf()).toContain('#hvad-goer-du-nu')
  await ada.press('Yes, remove it')
  expect(lines()).toEqual(['1. Hvem ringer du til?'])
  for (const language of ['da', 'en'] as const) expect(await textOf(language)).not.toContain('hvad-goer-du-nu')
})

test.each(['order', 'match', 'number'] as const)('a question of kind %s is made and read again', async (kind) => {
  const { ada } = town
  await ada.open(`${list}/new?kind=${kind}`)
  const answers =
    kind === 'number'
      ? { answer: '0,5', tolerance: '0', 'unit-da': 'meter' }
      : { 'answer-0-text-da': 'Et', 'answer-1-text-da': 'To', 'answer-2-text-da': 'Tre' }
  const pairs = { 'answer-0-match-da': '1', 'answer-1-match-da': '2', 'answer-2-match-da': '3' }
  await ada.press('Save draft', { 'title-da': `Om ${kind}`, ...answers, ...(kind === 'match' ? pairs : {}) })
  expect(ada.url).toBe(`${list}/om-${kind}`)
  expect(await textOf()).toContain(
    {
      order: '1. Et\n2. To\n3. Tre\n',
      match: '- Et -> 1\n- To -> 2\n- Tre -> 3\n',
      number: 'answer=0,5 tolerance=0 unit="meter"}\n',
    }[kind],
  )
})

test('whatever is typed in any field is text on every page that shows it', async () => {
  const { ada } = town
  const evil = hostile.join(' ').slice(0, 290)
  const script = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
  await ada.open(`${list}/new?kind=one`)
  const typed = Object.fromEntries(
    ['title', 'text', 'explanation', 'answer-0-text', 'answer-0-feedback', 'answer-1-text'].flatMap((name) => [
      [`${name}-da`, `${name} ${script}`],
      [`${name}-en`, `${evil} ${name}`.slice(-290)],
    ]),
  )
  await ada.press('Save draft', typed)
  const form = ada.url
  for (const url of [form, list, `${form}/removal`, form.replace('/new', '')]) {
    await ada.open(url)
    expect(ada.status).toBe(200)
    expect(ada.page.querySelectorAll('main script, main b, main [onerror], main img[src="x"]')).toHaveLength(0)
  }
  await ada.open(form)
  expect(typedIn('answer-0-feedback-da')).toContain('<script>alert(1)</script>')
  expect((await textOf('en')).match(/^### /gm)).toHaveLength(5)
})

test('a field that is too long comes back whole', async () => {
  const { ada } = town
  await ada.open(`${list}/hvem`)
  await ada.press('Save draft', { 'title-da': 'x'.repeat(301) })
  expect(ada.status).toBe(422)
  expect(typedIn('title-da')).toHaveLength(301)
})

test('a question no form can hold is shown as text, with the way to its line', async () => {
  const { ada } = town
  await ada.open(`${list}/hvem`)
  await ada.press('Save draft', { 'title-da': 'Hvem?' })
  const base = ada.page.querySelector('#base-da')?.getAttribute('value') as string
  await ada.open(`${list}`)
  const text = (await textOf()).replace('{#hvem', '{#hvem mystery')
  await town.app.inject({
    method: 'POST',
    url: '/authoring/grundkursus/edit/police/da/quiz.md',
    headers: {
      cookie: town.cookie,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams({ text, base }).toString(),
  })
  await ada.open(`${list}/hvem`)
  expect(ada.heading).toBe('Can only be corrected as text')
  expect(ada.page.querySelector('a[href="/authoring/grundkursus/edit/police/da/quiz.md#line-3"]')).not.toBeNull()
})

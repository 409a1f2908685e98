import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Twin } from '#courses/twins.ts'
import { type Base, baseOf, stateOf } from '#drafts/draft.ts'
import { saveDraft } from '#drafts/save-draft.ts'
import { getWorkingFile, textOfFile } from '#drafts/store.ts'
import { questionOf } from '#quiz-editing/find-question.ts'
import { findQuiz } from '#quiz-editing/find-quiz.ts'
import { moveQuestion } from '#quiz-editing/move-question.ts'
import { removeQuestion } from '#quiz-editing/remove-question.ts'
import { saveQuestion } from '#quiz-editing/save-question.ts'
import { blankQuestion, noTwinAnswer, nothing, type TwinQuestion } from '#quiz-editing/twin-question.ts'
import { languages } from '#web/language.ts'
import { addTrainer } from '../support/trainers.ts'
import { type BankTown, openBankTown } from './bank-town.ts'

let town: BankTown
let bo: string
beforeEach(async () => {
  town = await openBankTown()
  bo = await addTrainer(town.house)
  await save(town.cast.ada, answered('Hvad nu?'), await bases())
})
afterEach(() => town.close())

const place = { courseId: 'grundkursus', moduleId: 'police' }
const path = (language: 'da' | 'en') => `police/${language}/quiz.md`
const file = (language: 'da' | 'en') => getWorkingFile(town.house.db, place.courseId, path(language))
const bases = async (): Promise<Twin<Base>> => ({ da: baseOf(await file('da')), en: baseOf(await file('en')) })
const ids = async (language: 'da' | 'en') =>
  Array.from((await town.textOf(path(language))).matchAll(/\{#([a-z0-9-]+)/g), ([, id]) => id)
const versions = async (language: 'da' | 'en') =>
  Promise.all((await file(language)).drafts.map(({ sha256 }) => textOfFile(town.house.db, sha256)))
const opened = async (id: string): Promise<TwinQuestion> => {
  const found = questionOf(await findQuiz(town.house.db, place), { looks: null, refused: 'busy' }, id)
  if (!found?.question) throw new Error(`${id} is in no form`)
  return found.question
}
const save = (who: string, question: TwinQuestion, on: Twin<Base>, sitting = 'a') =>
  town.house.as(who, (work) =>
    saveQuestion(work, { place, question, bases: on, sitting, titles: { da: 'Quiz: Politi', en: 'Quiz: Police' } }),
  )
const both = (da: string, en = '') => ({ da, en })
const answered = (title: string): TwinQuestion => ({
  ...blankQuestion('one'),
  title: both(title),
  pageId: 'why',
  sources: ['law'],
  explanation: both('Fordi.', 'Because.'),
  answers: [
    { ...noTwinAnswer, right: true, text: both('Ring', 'Call') },
    { ...noTwinAnswer, text: both('Vent'), feedback: both('Nej.', 'No.') },
  ],
})

test('a new question stands last in both languages, with the Danish words where there are no English ones', async () => {
  expect(await ids('da')).toEqual(['hvem', 'hvad-nu'])
  expect(await town.textOf(path('da'))).toMatch(
    /\n\n### Hvad nu\? \{#hvad-nu page=why source=law\}\n1\. \[x\] Ring\n2\. \[ \] Vent\n {3}> Nej\.\n> Fordi\.\n$/,
  )
  expect(await town.textOf(path('en'))).toMatch(
    /\n\n### Hvad nu\? \{#hvad-nu page=why source=law\}\n1\. \[x\] Call\n2\. \[ \] Vent\n {3}> No\.\n> Because\.\n$/,
  )
})

test('its id is made from its words, in signs an id may have, and is never one that is used or means a page', async () => {
  const idOf = async (title: string) => (await save(town.cast.ada, answered(title), await bases())).id
  expect(await idOf('Æder du på åen, Søren?')).toBe('aeder-du-paa-aaen-soeren')
  expect(await idOf('Hvad nu?')).toBe('hvad-nu-2')
  expect(await idOf('New')).toBe('new-2')
  expect(await idOf('???')).toBe('q')
})

test('saving a question as it is changes nothing; what it is goes to both languages, its words to one', async () => {
  const before = { da: await town.textOf(path('da')), en: await town.textOf(path('en')) }
  await save(town.cast.ada, await opened('hvem'), await bases())
  expect({ da: await town.textOf(path('da')), en: await town.textOf(path('en')) }).toEqual(before)

  const question = await opened('hvad-nu')
  const changed = { ...question, must: true, title: both('Hvad så?'), answers: question.answers.toReversed() }
  await save(town.cast.ada, changed, await bases())
  expect(await town.textOf(path('en'))).toContain('### Hvad så? {#hvad-nu must page=why source=law}\n1. [ ] Vent')
  expect(await town.textOf(path('en'))).toContain('2. [x] Call')
})

test('two trainers on two questions: both changes stand in one text', async () => {
  const seen = await bases()
  const [first, second] = [await opened('hvem'), await opened('hvad-nu')]
  expect(await save(town.cast.ada, { ...first, title: both('Fra Ada') }, seen, 'a2')).toMatchObject({ beside: false })
  expect(await save(bo, { ...second, title: both('Fra Bo') }, seen, 'b')).toMatchObject({ beside: false })
  expect(await save(bo, answered('Ny fra Bo'), seen, 'b')).toMatchObject({ beside: false })
  const text = await town.textOf(path('da'))
  for (const words of ['Fra Ada', 'Fra Bo', 'Ny fra Bo']) expect(text).toContain(words)
  expect(stateOf(await file('da'))).toBe('draft')
})

test('two trainers on one question: their versions stand beside each other and nothing is lost', async () => {
  const [seen, question] = [await bases(), await opened('hvad-nu')]
  await save(bo, { ...question, title: both('Fra Bo', 'From Bo') }, seen, 'b')
  expect(await save(town.cast.ada, { ...question, title: both('Fra Ada', 'From Ada') }, seen, 'a2')).toMatchObject({
    beside: true,
  })
  for (const language of languages) {
    const all = (await versions(language)).join()
    for (const words of language === 'da' ? ['Fra Bo', 'Fra Ada'] : ['From Bo', 'From Ada'])
      expect(all).toContain(words)
  }
})

test('from one opened form the saves follow each other, also when an answer got lost on the way', async () => {
  const [seen, question] = [await bases(), await opened('hvad-nu')]
  await save(town.cast.ada, { ...question, title: both('Et') }, seen, 'form')
  expect(await save(town.cast.ada, { ...question, title: both('Et og to') }, seen, 'form')).toMatchObject({
    beside: false,
  })
  expect(await versions('da')).toHaveLength(1)
})

test('a question of one language gets its twin at the same place', async () => {
  const base = baseOf(await file('en'))
  const english = (await town.textOf(path('en'))).replace(/### [\s\S]*?(?=### )/, '')
  await town.house.as(town.cast.ada, (work) =>
    saveDraft(work, { courseId: place.courseId, path: path('en'), base, bytes: Buffer.from(english) }),
  )
  expect(await ids('en')).toEqual(['hvad-nu'])
  await save(town.cast.ada, await opened('hvem'), await bases())
  expect(await ids('en')).toEqual(['hvem', 'hvad-nu'])
})

test('questions move and go in both languages; one that was changed meanwhile stays', async () => {
  await town.house.as(town.cast.ada, (work) =>
    moveQuestion(work, place, { id: 'hvad-nu', beside: 'hvem', to: 'before' }),
  )
  for (const language of languages) expect(await ids(language)).toEqual(['hvad-nu', 'hvem'])

  const remove = (on: Twin<Base>) =>
    town.house.as(bo, (work) => removeQuestion(work, place, { id: 'hvad-nu', bases: on }))
  const seen = await bases()
  await save(town.cast.ada, { ...(await opened('hvad-nu')), title: both('Nyt') }, seen)
  expect(await remove(seen)).toBe('changed')
  expect(await remove(await bases())).toBe('removed')
  for (const language of languages) expect(await ids(language)).toEqual(['hvem'])
})

test('only who writes courses saves a question, and only one that is there', async () => {
  const question = await opened('hvad-nu')
  await expect(save(town.cast.ines, { ...question, title: both('x') }, await bases())).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(save(town.cast.ada, { ...question, id: 'gone', title: nothing }, await bases())).rejects.toMatchObject({
    code: 'not-found',
  })
})

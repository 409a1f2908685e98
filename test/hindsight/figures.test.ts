import { expect, test } from 'vitest'
import { eraseAnswersOf } from '#learning/erase-answers.ts'
import { settleCast } from '../support/cast.ts'
import { openTestHouse } from '../support/house.ts'
import { choose, judged, of, publish, readPage, someLearners, study, tryQuiz, withQuestion } from './class.ts'

const friend = { call: ['2'] }

test('eight of eleven take the same wrong answer, and that comes first', async () => {
  const house = await openTestHouse()
  await settleCast(house)
  for (const [place, who] of (await someLearners(house, 11)).entries()) await study(house, who, place < 8 ? friend : {})
  const module = await judged(house)

  expect(module.questions[0]?.question.id).toBe('call')
  const call = of(module, 'call')
  expect(call.figures).toEqual({
    answered: 11,
    right: 3,
    options: [3, 8, 0],
    wrong: [{ wrong: { kind: 'option', place: 1 }, people: 8 }],
  })
  expect(call.concern.kind).toBe('unclear')
  expect(of(module, 'steps').concern.kind).toBe('easy')
  await house.close()
})

test('four people show nothing, the fifth shows all five', async () => {
  const house = await openTestHouse()
  await settleCast(house)
  const [last, ...others] = await someLearners(house, 5)
  for (const who of others) await study(house, who, friend)
  expect(of(await judged(house), 'call').concern).toEqual({ kind: 'few' })

  await study(house, last as (typeof others)[0], friend)
  expect(of(await judged(house), 'call').concern.kind).toBe('unclear')
  await house.close()
})

test('the first answer handed in counts, and an open question is no answer', async () => {
  const house = await openTestHouse()
  await settleCast(house)
  const people = await someLearners(house, 6)
  for (const [place, who] of people.entries()) await study(house, who, { call: place === 0 ? null : ['3'] })
  for (const who of people) await tryQuiz(house, who)
  const { figures } = of(await judged(house), 'call')
  expect(figures).toMatchObject({ answered: 6, right: 1, options: [1, 0, 5] })
  expect(of(await judged(house), 'signs').figures).toMatchObject({ answered: 6, right: 6 })
  await house.close()
})

test('a question with other words begins again; a full stop or another explanation changes nothing', async () => {
  const house = await openTestHouse()
  await settleCast(house)
  for (const who of await someLearners(house, 6)) await study(house, who, friend)
  const same = withQuestion('call', (question) => ({
    ...question,
    title: { da: 'question  Call (da)!', en: 'Question call' },
    explanationHtml: { da: '<p>Andet.</p>', en: '<p>Other.</p>' },
  }))
  await publish(house, same)
  expect(of(await judged(house), 'call').figures.answered).toBe(6)

  await publish(
    house,
    withQuestion('call', (question) => ({ ...question, title: { da: 'Hvem først?', en: 'Who first?' } })),
  )
  expect(of(await judged(house), 'call').concern).toEqual({ kind: 'few' })
  expect(of(await judged(house), 'signs').figures.answered).toBe(6)

  for (const who of await someLearners(house, 5, 7)) await study(house, who)
  expect(of(await judged(house), 'call').figures).toMatchObject({ answered: 5, right: 5 })
  expect(of(await judged(house), 'signs').figures.answered).toBe(11)
  await house.close()
})

test('who has stopped is known after a week, and short of that nobody has', async () => {
  const house = await openTestHouse({ now: '2026-11-01T12:00:00Z' })
  await settleCast(house)
  const people = await someLearners(house, 8)
  for (const who of people) await readPage(house, who, 'why')
  for (const who of people.slice(0, 5)) await readPage(house, who, 'how')
  for (const who of people.slice(0, 4)) await choose(house, who, 0)
  expect((await judged(house)).pages.map(({ figures }) => figures.read)).toEqual([0, 0])

  house.at('2026-11-09T12:00:00Z')
  expect((await judged(house)).pages.map(({ figures }) => figures)).toEqual([
    { read: 8, on: 5 },
    { read: 5, on: 4 },
  ])
  await house.close()
})

test('a situation counts the way somebody goes the first time', async () => {
  const house = await openTestHouse()
  await settleCast(house)
  const people = await someLearners(house, 6)
  for (const [place, who] of people.entries()) await choose(house, who, place < 4 ? 1 : 0)
  for (const who of people) await choose(house, who, 0)
  const { steps, endings } = await judged(house)
  expect(steps.map(({ step, ways }) => [step.id, ways])).toEqual([['start', [2, 4]]])
  expect(endings).toEqual({ good: 2, fair: 0, bad: 4 })
  await house.close()
})

test('what an erased person answered is not in the figures', async () => {
  const house = await openTestHouse()
  await settleCast(house)
  const people = await someLearners(house, 6)
  for (const who of people) await study(house, who, friend)
  const [gone] = people
  await house.as(gone as (typeof people)[0], (work) => eraseAnswersOf(work, work.actor.personId))
  expect(of(await judged(house), 'call').figures.answered).toBe(5)
  await house.close()
})

test('PostgreSQL counts the same', async () => {
  const house = await openTestHouse({ on: 'postgres' })
  await settleCast(house)
  for (const who of await someLearners(house, 5)) await study(house, who, friend)
  house.at('2026-12-01T12:00:00Z')
  const module = await judged(house)
  expect(of(module, 'call').figures).toMatchObject({ answered: 5, right: 0, options: [0, 5, 0] })
  expect(module.pages.map(({ figures }) => figures.on)).toEqual([5, 5])
  expect(module.endings).toEqual({ good: 5, fair: 0, bad: 0 })
  await house.close()
})

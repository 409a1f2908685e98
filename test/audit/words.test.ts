import { expect, test } from 'vitest'
import { actionKinds, nounOf, ownNouns } from '#audit/actions.ts'
import { allWords } from '#web/words.ts'
import { filesUnder } from '../support/source.ts'

/** Everything that looks like an action in a call of `record`, also the second of two between which it chooses. */
const recorded = new Set(
  filesUnder('src', '.ts')
    .flatMap(({ text }) => [...text.matchAll(/\brecord\(([^;]*?)\)(?:\n|;|$)/g)].map((call) => call[1] as string))
    .flatMap((call) =>
      [...call.matchAll(/'([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)'/g)].map((match) => match[1] as string),
    ),
)

test('the search finds what is recorded', () => {
  for (const action of ['employment.joined', 'answer.saved', 'answer.removed', 'local-fact.emptied', 'person.joined'])
    expect(recorded).toContain(action)
  expect(recorded.size).toBeGreaterThan(25)
})

test.each(['da', 'en'] as const)('every action that is recorded anywhere has words in %s', (language) => {
  const missing = [...recorded].filter((action) => !allWords[language][`audit.action.${action}`])
  expect(missing.sort()).toEqual([])
})

test('every action with words is recorded somewhere', () => {
  const worded = Object.keys(allWords.da).flatMap((key) => (key.startsWith('audit.action.') ? key.slice(13) : []))
  expect(worded.filter((action) => !recorded.has(action)).sort()).toEqual([])
})

test('every action belongs to one kind, or is nobody else’s to see', () => {
  const known = [...Object.values(actionKinds).flat(), ...ownNouns] as string[]
  expect(new Set(known).size).toBe(known.length)
  expect([...recorded].filter((action) => !known.includes(nounOf(action))).sort()).toEqual([])
  const nouns = new Set([...recorded].map(nounOf))
  expect(known.filter((noun) => !nouns.has(noun))).toEqual([])
})

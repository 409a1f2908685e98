import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Browser } from '../support/browser.ts'
import { tinyQuestions } from '../support/tiny-course.ts'
import { answerAll, openTown, rightAnswers, study, type Town } from './learner.ts'

let town: Town
beforeEach(async () => {
  town = await openTown()
})
afterEach(() => town.close())

/** Everything of the bank that only the result may say, in both languages. */
const keys = tinyQuestions.flatMap((question) => [
  ...Object.values(question.explanationHtml),
  ...(question.kind === 'one' || question.kind === 'several'
    ? question.options.flatMap((option) => Object.values(option.feedbackHtml ?? {}))
    : []),
])
const plain = (html: string) => html.replaceAll(/<[^>]*>/g, '')
const suspicious = /data-(?!kind|state|failed|refused|focus)[a-z]+|correct|tolerance|"right"|explanation|feedback|<!--/i

function holdsKey(html: string): string[] {
  return [...keys.map(plain).filter((key) => html.includes(key)), ...(html.match(suspicious) ?? [])]
}

async function lookEverywhere(browser: Browser): Promise<void> {
  const id = /attempts\/([^/]+)\//.exec(browser.seen.map((one) => one.url).join(' '))?.[1]
  for (let n = 1; n <= 5; n++) await browser.open(`/learning/attempts/${id}/questions/${n}`)
  for (const url of [`/learning/attempts/${id}/review`, `/learning/attempts/${id}/result`]) await browser.open(url)
  for (const url of ['/learning', '/learning/grundkursus', '/learning/grundkursus/police/quiz']) await browser.open(url)
}

test('before an attempt is handed in, no response says what is right', async () => {
  const ines = await town.browserOf('ines')
  await study(ines, 'police')
  await answerAll(ines, 'police', { 'Question call?': 'No one', 'Question age?': '17' })
  await lookEverywhere(ines)
  for (const { url, html } of ines.seen) expect({ url, keys: holdsKey(html) }).toEqual({ url, keys: [] })
  expect(keys.some((key) => ines.html.includes(plain(key)))).toBe(false)

  await ines.open('/learning/grundkursus/police/quiz')
  await ines.press('Continue the quiz')
  await ines.press('Overview')
  await ines.press('Hand in')
  expect(holdsKey(ines.html)).toContain('Because call.')
})

test('right and wrong options are written alike', async () => {
  const ines = await town.browserOf('ines')
  await study(ines, 'police')
  await answerAll(ines, 'police')
  await lookEverywhere(ines)
  const questions = ines.seen.filter((one) => one.method === 'GET' && one.url.includes('/questions/'))
  const shapes = questions.flatMap(({ html }) =>
    [...html.matchAll(/<label class="answer">.*?<\/label>/g)].map(([label]) =>
      label.replace(/<span>.*<\/span>/, '').replace(/ checked|value="\d"| id="choice(-\d)?"|type="\w+"/g, ''),
    ),
  )
  expect(shapes.length).toBeGreaterThan(6)
  expect(new Set(shapes).size).toBe(1)
})

test('a failed attempt explains but does not give the right answers away; a passed one does', async () => {
  const ines = await town.browserOf('ines')
  await study(ines, 'police')
  await answerAll(ines, 'police', { 'Question call?': 'A friend' })
  await ines.press('Hand in')
  expect(ines.text).toContain('About A friend.')
  expect(ines.text).not.toContain('Right answer')
  expect(ines.text).not.toContain('About 112.')

  await answerAll(ines, 'police', { 'Question signs?': 'Pale' })
  await ines.press('Hand in')
  expect(ines.heading).toBe('Passed')
  expect(ines.text).toContain(`Right answer ${(rightAnswers['Question signs?'] as string[]).join(' ')}`)
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { walkWithAxe } from '../support/axe.ts'
import { openChromium } from '../support/chromium.ts'
import { certificateOf, finishOnOwnText, readAgain, readUpTo, shippedModule } from '../support/writing/learners.ts'
import { goToPage, makeAndMendFault, typeSentence } from '../support/writing/page.ts'
import { publishWithRereading, whoHasRead } from '../support/writing/publication.ts'
import { addQuestion, correctAsText } from '../support/writing/question.ts'
import { openWritingTown, type WritingTown } from '../support/writing/town.ts'
import { appointInes, seeBoth, settleOnAdas, writeAtOnce } from '../support/writing/two-trainers.ts'
import { changePage, publishAsTrifle } from '../support/writing/without-script.ts'

let browser: Browser
let town: WritingTown

beforeAll(async () => {
  browser = await openChromium()
  town = await openWritingTown(browser)
}, 120_000)
afterAll(async () => {
  await browser.close()
  await town.close()
})

const onPhone = { language: 'da', javaScript: true } as const

test('Ada changes a page and asks about it on her phone; Marco reads that page alone and keeps his certificate, Noor finishes on her text', {
  timeout: 240_000,
}, async () => {
  const module = await shippedModule()
  await readUpTo(town, module)
  const marco = await town.phoneOf('marco', onPhone)
  const before = await certificateOf(marco)

  const ada = await town.phoneOf('ada', onPhone)
  await goToPage(ada)
  await typeSentence(ada)
  await makeAndMendFault(ada)
  await addQuestion(ada)
  await correctAsText(ada)
  const dueOn = await publishWithRereading(ada)
  const none = await whoHasRead(ada)

  await readAgain(marco, module, dueOn)
  expect(await certificateOf(marco)).toEqual(before)
  expect(await whoHasRead(ada)).toBe(none.replace(/^0/, '1'))

  const noor = await town.phoneOf('noor', onPhone)
  await finishOnOwnText(noor, module)
  for (const walker of [ada, marco, noor]) await walker.close()
})

test('without a script, in English: a page is looked at, saved with a fault, mended, and published as a trifle', {
  timeout: 120_000,
}, async () => {
  const ada = await town.phoneOf('ada', { language: 'en', javaScript: false })
  await changePage(ada)
  await publishAsTrifle(ada)
  await ada.close()
})

test('Ada and Ines write on one page at once: both texts stand side by side until one is taken', {
  timeout: 120_000,
}, async () => {
  await appointInes(town)
  const ada = await town.phoneOf('ada', onPhone)
  const ines = await town.phoneOf('ines', { language: 'da', javaScript: false })
  await writeAtOnce(ada, ines)
  await seeBoth(ines)
  await settleOnAdas(ada, ines)
  for (const walker of [ada, ines]) await walker.close()
})

const course = '/authoring/grundkursus'
const module = `${course}/modules/foerstehjaelp`
const stops = [
  '/authoring',
  course,
  module,
  `${course}/edit/foerstehjaelp/da/01-fire-trin.md`,
  `${course}/edit/foerstehjaelp/da/09-ny.md`,
  `${course}/edit/foerstehjaelp/da/quiz.md`,
  `${module}/questions/new?kind=one`,
  `${module}/pictures`,
  '/authoring/tryg-for-alle/publication',
  `${course}/revisions`,
  `${course}/reviews`,
  `${course}/figures`,
]

test('axe finds nothing where she writes, on a narrow dark screen and a wide light one', {
  timeout: 240_000,
}, async () => {
  expect(await walkWithAxe(browser, town.server, { who: 'ada', stops })).toEqual([])
})

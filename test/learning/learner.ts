import { buildApp } from '../../src/app.ts'
import { type Browser, openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

/** A town with the cast and its site. `close` closes both. */
export interface Town {
  house: TestHouse
  cast: Cast
  /** A browser of somebody of the cast, signed in. */
  browserOf(person: keyof Cast): Promise<Browser>
  close(): Promise<void>
}

export async function openTown(now?: string): Promise<Town> {
  const house = await openTestHouse(now === undefined ? {} : { now })
  const cast = await settleCast(house)
  const app = await buildApp(house)
  return {
    house,
    cast,
    browserOf: async (person) => openBrowser(app, { cookie: await cookieOf(house, cast[person]) }),
    async close() {
      await app.close()
      await house.close()
    },
  }
}

/** The right answers of the tiny course, as labels on the page, by question. */
export const rightAnswers: Readonly<Record<string, string | readonly string[]>> = {
  'Question call?': '112',
  'Question signs?': ['Pale', 'Cold sweat'],
  'Question steps?': ['Look', 'Call', 'Stay'],
  'Question numbers?': ['Acute', 'Police', 'Doctor'],
  'Question age?': '18',
}

/** Reads both pages of a module and ends its situation, from wherever the browser is. */
export async function study(browser: Browser, module: string): Promise<void> {
  await browser.open(`/learning/grundkursus/${module}/why`)
  await browser.press('Read, go on')
  await browser.press('Read, go on')
  await browser.press('Talk calmly')
}

/** Starts the quiz of a module from its page and answers every question, right except where `wrong` says otherwise. */
export async function answerAll(
  browser: Browser,
  module: string,
  wrong: Readonly<Record<string, string | readonly string[]>> = {},
): Promise<void> {
  await browser.open(`/learning/grundkursus/${module}/quiz`)
  await browser.press('Start the quiz')
  for (let n = 1; n <= 5; n++) {
    const question = browser.page.querySelector('legend')?.textContent.trim() ?? ''
    const answer = wrong[question] ?? rightAnswers[question]
    if (answer === undefined) throw new Error(`no answer known to "${question}"`)
    await browser.press('Save and go on', { choice: answer })
  }
}

/** What is wrong in the one question that has to be right. */
export const missedMust = { 'Question call?': 'No one' }

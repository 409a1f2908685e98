import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { openChromium } from '../support/chromium.ts'
import { askEveryDay } from '../support/story/figures.ts'
import { correctName, loseThePhone, moveToDoor, passCourse, threeVenues } from '../support/story/learner.ts'
import { claimAccount, confirmAndReject, pasteTwenty } from '../support/story/list.ts'
import { openNordlys } from '../support/story/opening.ts'
import { openStoryTown, type StoryWay } from '../support/story/town.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openChromium()
})
afterAll(() => browser.close())

const ways: readonly StoryWay[] = [
  { language: 'da', javaScript: false },
  { language: 'en', javaScript: true },
]

test.each(ways)(
  'a venue opens, a list is pasted, Ines changes job, name, phone and venues, and every day between adds up: language $language, JavaScript $javaScript',
  { timeout: 300_000 },
  async (way) => {
    const town = await openStoryTown(browser, way)
    const maja = await openNordlys(town)
    const slip = await pasteTwenty(town, maja)
    const ines = await claimAccount(town, slip)
    await confirmAndReject(town, maja)
    await moveToDoor(town, maja)
    const number = await passCourse(town, ines)
    await correctName(town, ines, number)
    const found = await loseThePhone(town, ines)
    await threeVenues(town, found)
    await askEveryDay(town)
    await town.close()
  },
)

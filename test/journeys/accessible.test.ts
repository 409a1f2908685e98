import { rmSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { walkWithAxe } from '../support/axe.ts'
import { openChromium } from '../support/chromium.ts'
import { newDemoFolder } from '../support/demo-folder.ts'
import { ourServer, type RunningServer, startServer } from '../support/server.ts'
import { posterAddress } from '../support/town.ts'
import { walkToResult } from '../support/walk.ts'

let folder: string
let server: RunningServer
let browser: Browser
/** Addresses that come to be only by doing something: an attempt in each of its states, a certificate, a poster. */
let found: { question: string; review: string; failed: string; certificate: string; number: string; poster: string }

beforeAll(async () => {
  folder = await newDemoFolder()
  server = await startServer([...ourServer, '--demo'], { DATA_DIR: folder })
  browser = await openChromium()
  await server.says(/\(DEMO\)/)
  found = { ...(await walkToResult(server)), poster: await posterAddress(browser, server) }
}, 180_000)
afterAll(async () => {
  await browser.close()
  await server.end()
  rmSync(folder, { recursive: true, force: true })
})

const course = '/learning/grundkursus'

/** Every page there is, by who sees it. */
const pages: Readonly<Record<string, () => string[]>> = {
  nobody: () => [
    '/',
    '/sign-in',
    found.poster,
    `${found.poster}/account`,
    '/join/unknown1',
    '/demo',
    '/verify',
    `/verify/${found.number}`,
    '/verify/unknown',
    '/nowhere',
  ],
  ines: () => [
    '/learning',
    course,
    `${course}/politisamarbejde/ring`,
    `${course}/politisamarbejde/situation`,
    `${course}/politisamarbejde/quiz`,
  ],
  noor: () => [found.question, found.review, found.failed, '/learning', found.poster],
  marco: () => ['/venues/havnen', '/venues/havnen/poster', '/venues/havnen?on=2026-01-31', found.certificate],
  olga: () => ['/coverage', '/coverage?sort=coverage&direction=desc', '/coverage?on=2099-01-01', '/venues/kilden'],
  pernille: () => ['/coverage', '/venues/havnen'],
}

test.each(Object.keys(pages))(
  'axe finds nothing and nothing scrolls sideways, at 320 px dark and 1280 px light: %s',
  { timeout: 300_000 },
  async (who) => {
    const stops = (pages[who] as () => string[])()
    expect(await walkWithAxe(browser, server, { who, stops })).toEqual([])
  },
)

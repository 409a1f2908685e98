import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium, openPhone } from '../support/chromium.ts'
import { ourServer, type RunningServer, startServer } from '../support/server.ts'
import { posterAddress } from '../support/town.ts'
import { walkToResult } from '../support/walk.ts'

let folder: string
let server: RunningServer
let browser: Browser
/** Addresses that come to be only by doing something: an attempt in each of its states, a certificate, a poster. */
let found: { question: string; review: string; failed: string; certificate: string; number: string; poster: string }

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trygt-axe-'))
  server = await startServer([...ourServer, '--demo'], { DATA_DIR: folder })
  browser = await openChromium()
  await server.says(/\(DEMO\)/)
  found = { ...(await walkToResult(browser, server)), poster: await posterAddress(browser, server) }
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

const screens = [
  { width: 320, dark: true },
  { width: 320, dark: false },
  { width: 1280, dark: true },
  { width: 1280, dark: false },
]

test.each(screens)(
  'axe finds nothing and nothing scrolls sideways: $width px, dark $dark',
  { timeout: 300_000 },
  async (screen) => {
    const wrong: string[] = []
    for (const [who, list] of Object.entries(pages)) {
      const { page, complaints, close } = await openPhone(browser, { baseUrl: server.url, ...screen, height: 740 })
      if (who !== 'nobody') await signIn(page, who)
      for (const address of list()) {
        await page.goto(address)
        wrong.push(...(await faultsOf(page)).map((fault) => `${who} ${address}: ${fault}`))
      }
      wrong.push(...complaints.filter((line) => !/status of 4(04|10|22)/.test(line)))
      await close()
    }
    expect(wrong).toEqual([])
  },
)

async function signIn(page: Page, who: string): Promise<void> {
  await page.goto('/demo')
  await page.locator(`button[value=${who}]`).click()
}

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const sideways = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target} (${nodes.length})`)
  return sideways > 0 ? [...found, `scrolls sideways by ${sideways} px`] : found
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium, openPhone } from '../support/chromium.ts'
import { ourServer, type RunningServer, startServer } from '../support/server.ts'
import { type Learner, settleOnDisk } from '../support/town-on-disk.ts'

let folder: string
let server: RunningServer
let browser: Browser
let learner: Learner

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trygt-saving-'))
  learner = (await settleOnDisk(folder, 1))[0] as Learner
  server = await start()
  browser = await openChromium()
})
afterAll(async () => {
  await browser.close()
  await server.end()
  rmSync(folder, { recursive: true, force: true })
})

async function start(port?: number): Promise<RunningServer> {
  const begun = await startServer(ourServer, { DATA_DIR: folder, ...(port ? { PORT: String(port) } : {}) })
  await begun.says(/Trygt Natteliv: /)
  return begun
}

/** The learner's phone, on the question of the attempt that has options to choose from. */
async function openQuestion(): Promise<Page> {
  const { page, context } = await openPhone(browser, { baseUrl: server.url })
  const [name, value] = learner.cookie.split('=') as [string, string]
  await context.addCookies([{ name, value, url: server.url }])
  for (let n = 1; n <= 5; n++) {
    await page.goto(`/learning/attempts/${learner.attemptId}/questions/${n}`)
    if ((await page.locator('input[type=radio]').count()) > 0) return page
  }
  throw new Error('no question with one right answer')
}

test('an answer is saved when it is chosen, is there on another device, and waits for a server that is away', async () => {
  const phone = await openQuestion()
  const status = phone.locator('#saved')
  await phone.getByLabel('A friend (da)', { exact: true }).check()
  await expect.poll(() => status.textContent()).toMatch(/^\s*Gemt \d\d\.\d\d\s*$/)

  const tablet = await openQuestion()
  expect(await tablet.getByLabel('A friend (da)', { exact: true }).isChecked()).toBe(true)

  const { port } = server
  await server.end('SIGKILL')
  await phone.getByLabel('112 (da)', { exact: true }).check()
  await expect.poll(() => status.textContent()).toContain('Ikke gemt endnu')

  server = await start(port)
  await expect.poll(() => status.textContent(), { timeout: 30_000 }).toMatch(/Gemt \d\d\.\d\d/)
  await tablet.reload()
  expect(await tablet.getByLabel('112 (da)', { exact: true }).isChecked()).toBe(true)
})

import { rmSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterAs } from '../support/axe.ts'
import { openChromium, openPhone } from '../support/chromium.ts'
import { newDemoFolder } from '../support/demo-folder.ts'
import { ourServer, type RunningServer, startServer } from '../support/server.ts'

let folder: string
let server: RunningServer
let browser: Browser
let page: Page
let context: BrowserContext

beforeAll(async () => {
  folder = await newDemoFolder()
  server = await startServer([...ourServer, '--demo'], { DATA_DIR: folder })
  browser = await openChromium()
  await server.says(/\(DEMO\)/)
  ;({ page, context } = await openPhone(browser, { baseUrl: server.url }))
  await enterAs(page, 'ada')
}, 180_000)
afterAll(async () => {
  await browser.close()
  await server.end()
  rmSync(folder, { recursive: true, force: true })
})

const url = '/authoring/grundkursus/edit/politisamarbejde/da/02-ring.md'
const box = () => page.locator('#text')
const status = () => page.locator('#saved').textContent()
const soon = (what: () => Promise<string | null>) => expect.poll(what, { timeout: 20_000 })
const saved = /Gemt \d\d\.\d\d/

async function typeAtEnd(text: string): Promise<void> {
  await box().focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(text)
}

test('while Ada writes her text is saved, its faults lead to their lines, and it looks as learners will see it', async () => {
  await page.goto(url)
  await typeAtEnd('\n::: huskkort\nFjerde regel.\n')
  await soon(() => page.locator('.faulty').textContent()).toContain('boksen "huskkort" er ukendt')
  expect(await page.locator('.shown .prose').textContent()).toContain('Fjerde regel.')
  await soon(status).toMatch(saved)
  expect(await page.locator('#meta').textContent()).toContain('Kladde')
  await page.locator('.faulty a').first().click()
  const chosen = await page.evaluate(
    '((text) => text.value.slice(text.selectionStart, text.selectionEnd))(document.getElementById("text"))',
  )
  expect(chosen).toBe('::: huskkort')
  await page.reload()
  expect(await box().inputValue()).toContain('Fjerde regel.')
})

test('the toolbar writes Markdown, also our own boxes and local fields', async () => {
  await page.goto(url)
  await typeAtEnd('\nslut')
  await page.locator('[data-box=advarsel]').click()
  await page.keyboard.type('Pas på')
  await page.locator('#local-field').selectOption('politi-direkte')
  expect(await box().inputValue()).toMatch(/slut\n\n::: advarsel\nPas på\{\{lokalt:politi-direkte\}\}\n:::\n$/)
  await soon(status).toMatch(saved)
})

test('a sign-in that runs out is told beside the text, which is saved once she is signed in again', async () => {
  await page.goto(url)
  const cookies = await context.cookies()
  await context.clearCookies()
  await typeAtEnd('\nEfter udløb.\n')
  await page.locator('#signed-out').waitFor({ state: 'visible' })
  expect(page.url()).toContain(url)
  expect(await status()).not.toMatch(saved)
  await context.addCookies(cookies)
  await page.evaluate("window.dispatchEvent(new Event('focus'))")
  await soon(status).toMatch(saved)
  expect(await page.locator('#signed-out').isVisible()).toBe(false)
})

test('what could not be sent before the tab was closed is offered back on this device', async () => {
  await page.goto(url)
  await context.route('**/edit/**', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  await typeAtEnd('Kun her.')
  await soon(status).toContain('Ikke gemt endnu')
  await page.waitForTimeout(500)
  await page.close({ runBeforeUnload: false })
  await context.unroute('**/edit/**')
  page = await context.newPage()
  await page.goto(url)
  expect(await box().inputValue()).not.toContain('Kun her.')
  await page.getByRole('button', { name: 'Sæt det ind' }).click()
  await soon(status).toMatch(saved)
  await page.reload()
  expect(await box().inputValue()).toContain('Kun her.')
  expect(await page.locator('#kept').isVisible()).toBe(false)
})

import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { openPhone } from './chromium.ts'
import type { RunningServer } from './server.ts'

/** A page to look at: its address, or the way to it where it comes to be only by pressing something. */
export type Stop = string | ((page: Page) => Promise<unknown>)

/** Both widths and both palettes, each once: which colours meet does not hang on the width, what is too small does not on the palette. */
const screens = [
  { width: 320, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
] as const
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const visual = ['color-contrast', 'target-size', 'scrollable-region-focusable']

/** What an address asks for in vain: what is not there, and days that nobody may ask for. */
const inVain = /unknown|nowhere|2099/
const refused = /status of 4(04|10|22)/

/**
 * Goes through pages of a demo town as one of the cast (or nobody), and gives what axe finds, what scrolls sideways and what the browser
 * complains of, at 320 px in the dark and 1280 px in the light palette. Only what asks in vain may answer with a fault.
 */
export async function walkWithAxe(
  browser: Browser,
  server: RunningServer,
  { who, stops }: { who: string; stops: readonly Stop[] },
): Promise<string[]> {
  const { page, complaints, close } = await openPhone(browser, { baseUrl: server.url, width: 320 })
  if (who !== 'nobody') await enterAs(page, who)
  const wrong: string[] = []
  for (const stop of stops) {
    await (typeof stop === 'string' ? page.goto(stop) : stop(page))
    const mayRefuse = typeof stop !== 'string' || inVain.test(stop)
    const said = complaints.splice(0).filter((line) => !mayRefuse || !refused.test(line))
    wrong.push(
      ...[...said, ...(await faultsOf(page))].map((fault) => `${who} ${new URL(page.url()).pathname}: ${fault}`),
    )
  }
  await close()
  return wrong
}

export async function enterAs(page: Page, who: string): Promise<void> {
  await page.goto('/demo')
  await Promise.all([page.waitForEvent('load'), page.locator(`button[value=${who}]`).click()])
}

/** All rules once; on the other screen those that depend on colours and sizes. */
export async function faultsOf(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const [place, { width, colorScheme }] of screens.entries()) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await showWhole(page, width)
    const axe = new AxeBuilder({ page }).setLegacyMode()
    const { violations } = await (place === 0 ? axe.withTags(tags) : axe.withRules(visual)).analyze()
    const sideways = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    found.push(
      ...violations.map(({ id, nodes }) => `${width} px ${colorScheme} ${id}: ${nodes[0]?.target} (${nodes.length})`),
    )
    if (sideways > 0) found.push(`${width} px scrolls sideways by ${sideways} px`)
  }
  return found
}

/** As tall as the page is: what a bar that stays in sight lies across is then a matter of the page and not of how far it was scrolled. */
async function showWhole(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 740 })
  const height = await page.evaluate<number>('document.documentElement.scrollHeight')
  await page.setViewportSize({ width, height: Math.max(740, height) })
}

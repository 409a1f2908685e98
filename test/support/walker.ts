import type { Browser, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Language } from '#web/language.ts'
import { type Words, wordsIn } from '#web/words.ts'
import { openPhone, type PhoneOptions } from './chromium.ts'

export interface WalkerOptions extends PhoneOptions {
  language: Language
}

/** Somebody with a phone who finds the way by what stands on the page, in one language. Every page on the way is looked at. */
export interface Walker {
  page: Page
  w: Words
  open(path: string): Promise<void>
  /** Presses the button of these words, and waits for the page it leads to. */
  press(label: string): Promise<void>
  follow(label: string): Promise<void>
  /** What leads to another page. */
  click(what: Locator): Promise<void>
  /** Fills in fields by their name; a drop-down and a group of choices by the value. */
  fill(fields: Readonly<Record<string, string>>, form?: Locator): Promise<void>
  /** The one part of the page that is its own, spaces single. */
  text(): Promise<string>
  heading(): Promise<string>
  signIn(login: string, password: string): Promise<void>
  close(): Promise<void>
}

/** What a browser says of every form that was refused, and of a link that was used. */
const refused = /status of 4(10|22)/

export async function openWalker(browser: Browser, options: WalkerOptions): Promise<Walker> {
  const phone = await openPhone(browser, options)
  const { page, complaints } = phone
  const w = wordsIn(options.language)

  const look = async () => {
    const sideways = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    )
    const wrong = complaints.filter((line) => !refused.test(line))
    const seen = {
      sideways,
      h1: await page.locator('h1').count(),
      lang: await page.locator('html').getAttribute('lang'),
    }
    expect({ at: page.url(), ...seen, wrong }).toEqual({
      ...{ at: page.url(), sideways: 0, h1: 1, lang: options.language },
      wrong: [],
    })
  }
  const after = async (step: () => Promise<unknown>) => {
    const loaded = page.waitForEvent('load')
    await Promise.all([loaded, step()])
    await look()
  }
  const one = (role: 'button' | 'link', name: string) => page.getByRole(role, { name }).filter({ visible: true })

  const walker: Walker = {
    page,
    w,
    open: (path) => after(() => page.goto(path)),
    press: (label) => after(() => one('button', label).click()),
    follow: (label) => after(() => one('link', label).click()),
    click: (what) => after(() => what.click()),
    async fill(fields, form = page.locator('main')) {
      for (const [name, value] of Object.entries(fields)) await give(form.locator(`[name="${name}"]`), value)
    },
    text: async () => plain(await page.locator('main').innerText()),
    heading: async () => plain(await page.locator('h1').innerText()),
    async signIn(login, password) {
      await page.context().clearCookies({ name: 'session' })
      await walker.open('/sign-in')
      await walker.fill({ login, password })
      await walker.press(w.t('signin.submit'))
    },
    close: phone.close,
  }
  await choose(page, options)
  return walker
}

/** Whoever reads no Danish presses the button in the footer first. */
async function choose(page: Page, { language }: WalkerOptions): Promise<void> {
  await page.goto('/')
  if ((await page.locator('html').getAttribute('lang')) === language) return
  await page.locator(`footer button[value=${language}]`).click()
  await page.locator(`html[lang=${language}]`).waitFor()
}

/** Fills in a field, chooses in a drop-down or ticks one of a group, by its value. */
export async function give(field: Locator, value: string): Promise<void> {
  const kind = await field.first().evaluate((element) => element.getAttribute('type') ?? element.tagName.toLowerCase())
  if (kind === 'select') await field.selectOption(value)
  else if (kind === 'radio' || kind === 'checkbox') await field.and(field.page().locator(`[value="${value}"]`)).check()
  else await field.fill(value)
}

export const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium as driver, type Page } from 'playwright-core'

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The browser that npm brings. The variable, set before its package is loaded, makes it unpack the system libraries it needs as well. */
export async function openChromium(): Promise<Browser> {
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x'
  const { default: chromium } = await import('@sparticuz/chromium')
  const path = await chromium.executablePath()
  process.env.LD_LIBRARY_PATH = [process.env.LD_LIBRARY_PATH, join(tmpdir(), 'al2023/lib'), tmpdir()]
    .filter(Boolean)
    .join(':')
  return driver.launch({ executablePath: path, args })
}

export interface Phone {
  page: Page
  context: BrowserContext
  /** Console messages, page errors and requests to other hosts: there should be none. */
  complaints: string[]
  close(): Promise<void>
}

export interface PhoneOptions {
  baseUrl: string
  javaScript?: boolean
  dark?: boolean
  width?: number
  height?: number
}

/** A phone (or another screen) of one person: 360 px, its own cookies, watched for complaints. */
export async function openPhone(browser: Browser, options: PhoneOptions): Promise<Phone> {
  const { baseUrl, javaScript = true, dark = true, width = 360, height = 740 } = options
  const context = await browser.newContext({
    baseURL: baseUrl,
    javaScriptEnabled: javaScript,
    colorScheme: dark ? 'dark' : 'light',
    viewport: { width, height },
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
  })
  const page = await context.newPage()
  const complaints: string[] = []
  const host = new URL(baseUrl).host
  page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => complaints.push(`page error: ${error.message}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.host !== host && url.protocol.startsWith('http')) complaints.push(`request to ${url.host}`)
  })
  return { page, context, complaints, close: () => context.close() }
}

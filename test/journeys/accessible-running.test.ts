import { rmSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '#base/clock.ts'
import { addDays, dayOf } from '#base/dates.ts'
import { enterAs, type Stop, walkWithAxe } from '../support/axe.ts'
import { openChromium, openPhone } from '../support/chromium.ts'
import { newDemoFolder } from '../support/demo-folder.ts'
import { ourServer, type RunningServer, startServer } from '../support/server.ts'
import { give } from '../support/walker.ts'

let folder: string
let server: RunningServer
let browser: Browser
/** Addresses of things with ids, and links that are shown once. */
let found: Awaited<ReturnType<typeof findAddresses>>

beforeAll(async () => {
  folder = await newDemoFolder()
  server = await startServer([...ourServer, '--demo'], { DATA_DIR: folder })
  browser = await openChromium()
  await server.says(/\(DEMO\)/)
  found = await findAddresses()
}, 180_000)
afterAll(async () => {
  await browser.close()
  await server.end()
  rmSync(folder, { recursive: true, force: true })
})

const havnen = '/venues/havnen'
const requirement = `course=grundkursus&job=door&days=14&from=${addDays(dayOf(systemClock()), 30)}`

/** The pages for running a town and one's own account, by who sees them. */
const stops: Readonly<Record<string, () => Stop[]>> = {
  olga: () => [
    ...['/town', '/town/venues', '/town/venues/new', `${havnen}/settings`, '/roles', found.roleEnd],
    submit('/town/venues/new', 'main form', {}),
    submit('/roles', '#invite form', { name: 'Per Politi' }),
    submit('/roles', '#invite form', { role: 'partner', name: 'Per Politi' }),
    ...['/people', '/people?name=noor', found.noor, `${found.noor}/reset-link`, `${found.marco}`],
    ...['/duplicates', duplicatesOf(found.noor), `${duplicatesOf(found.noor)}/${idIn(found.marco)}`],
    submit(`${found.noor}/reset-link`, 'main form', {}),
    ...[
      '/requirements',
      '/requirements/new',
      found.requirementEnd,
      `/requirements/preview?${requirement}`,
      '/requirements/preview?from=2099-01-01',
    ],
    ...['/settings', '/settings/local', '/letters', found.letter, '/audit', '/audit?page=2'],
    ...[`${found.certificate}/revocation`, found.invitation],
  ],
  marco: () => [
    ...[havnen, found.pending, found.employment, `${found.employment}/reset-link`, `${havnen}/list`, `${havnen}/local`],
    ...[`${havnen}/staff`, '/account', '/account/venues'],
    submit(`${havnen}/staff`, 'main form', { text: pasted }),
    submit(`${havnen}/staff`, 'form[action$="/invitations"]', {}),
  ],
  ines: () => [
    ...['/account', '/account/name', '/account/login', '/account/password', '/account/sign-ins', '/account/codes'],
    ...['/account/data', '/account/history', '/account/leave', '/account/venues', found.leaving, '/news'],
    submit('/account/leave', 'main form', {}),
    submit('/account/codes', 'main form', {}),
  ],
  nobody: () => [
    ...['/recovery', found.invitation, '/invitation/unknown', found.reset, '/reset/unknown', '/account/gone'],
    submit('/recovery', 'form[action="/recovery"]', { login: 'ines@example.dk', code: 'AAAAA-AAAAA' }),
  ],
}

test.each(Object.keys(stops))(
  'axe finds nothing on the pages for running a town, at 320 px dark and 1280 px light: %s',
  { timeout: 300_000 },
  async (who) => {
    const list = (stops[who] as () => Stop[])()
    expect(await walkWithAxe(browser, server, { who, stops: list })).toEqual([])
  },
)

const pasted = 'Mie Krog; mie@example.dk; bar\n; uden@example.dk\nTom Lund; intet'

/** Opens a page, fills in a form as the browser lets one and sends it, without its own checks. */
function submit(address: string, form: string, fields: Readonly<Record<string, string>>) {
  return async (page: Page) => {
    await page.goto(address)
    const shown = page.locator(form).first()
    for (const [name, value] of Object.entries(fields)) {
      const field = shown.locator(`[name="${name}"]`)
      await give(field, value)
    }
    await shown.evaluate((element) => element.setAttribute('novalidate', ''))
    await Promise.all([page.waitForEvent('load'), shown.locator('button').first().click()])
  }
}

const idIn = (address: string) => address.split('/').at(-1) as string
const duplicatesOf = (address: string) => `/duplicates/${idIn(address)}`

async function findAddresses() {
  const { page, close } = await openPhone(browser, { baseUrl: server.url })
  const link = async (address: string, selector: string) => {
    await page.goto(address)
    return (await page.locator(selector).first().getAttribute('href')) ?? ''
  }
  await enterAs(page, 'olga')
  const noor = await link('/people?name=noor', 'main li a')
  const marco = await link('/people?name=marco', 'main li a')
  const of = {
    noor,
    marco,
    roleEnd: await link('/roles', 'main a[href$="/end"]'),
    requirementEnd: await link('/requirements', 'main a[href*="/ending"]'),
    letter: await link('/letters', 'main a[href^="/letters/"]'),
    certificate: (await link(marco, 'main a[href$="/revocation"]')).replace('/revocation', ''),
    invitation: await shown(page, submit('/roles', '#invite form', { role: 'partner' })),
  }
  await enterAs(page, 'marco')
  await page.goto(`${havnen}/poster`)
  const poster = `http://${(await page.locator('.address').innerText()).trim()}`
  const employment = await link(havnen, 'main h3 a:text-is("Ines Sørensen")')
  await submit(`${havnen}/staff`, 'main form', { text: 'Kaja Ravn; kaja@example.dk' })(page)
  await Promise.all([page.waitForEvent('load'), page.locator('button[formaction]').first().click()])
  const reset = await shown(page, submit(`${employment}/reset-link`, 'main form', {}))
  await enterAs(page, 'noor')
  await submit(new URL(poster).pathname, 'main form', { job: 'bar' })(page)
  await enterAs(page, 'marco')
  const pending = await link(havnen, '#pending ~ ul a')
  await enterAs(page, 'ines')
  const leaving = await link('/account/venues', 'main a[href$="/leaving"]')
  await close()
  return { ...of, pending, employment, reset, leaving }
}

/** The link on a page that shows one. */
async function shown(page: Page, go: (page: Page) => Promise<void>): Promise<string> {
  await go(page)
  return new URL((await page.locator('.address').innerText()).trim()).pathname
}

import { parse } from 'csv-parse/sync'
import type { Browser } from 'playwright-core'
import { systemClock } from '#base/clock.ts'
import { addDays, dayOf } from '#base/dates.ts'
import { openPhone } from './chromium.ts'
import type { RunningServer } from './server.ts'

/** The cookie of a member of the cast in a demo town. */
export async function signInAs(server: RunningServer, person: string): Promise<string> {
  const answer = await fetch(`${server.url}/demo/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ person }),
    redirect: 'manual',
  })
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('session='))
  if (!cookie) throw new Error(`${person} could not sign in: ${answer.status}`)
  return cookie.split(';')[0] as string
}

/** The address in print on Havnen's poster, as Marco sees it, on this server. */
export async function posterAddress(browser: Browser, server: RunningServer): Promise<string> {
  const phone = await asMarco(browser, server)
  await phone.page.goto('/venues/havnen/poster')
  const address = (await phone.page.locator('.address').textContent()) ?? ''
  await phone.close()
  return `/join/${address.trim().split('/join/')[1]}`
}

/** Marco confirms somebody who joined, with one click. */
export async function confirmAsManager(browser: Browser, server: RunningServer, name: string): Promise<void> {
  const phone = await asMarco(browser, server)
  await phone.page.goto('/venues/havnen')
  await phone.page.getByRole('button', { name: `Bekræft ${name}` }).click()
  await phone.page.getByText('Bekræftet').first().waitFor()
  await phone.close()
}

async function asMarco(browser: Browser, server: RunningServer) {
  const phone = await openPhone(browser, { baseUrl: server.url, javaScript: false })
  await phone.page.goto('/demo')
  await phone.page.locator('button[value=marco]').click()
  return phone
}

export interface Count {
  counted: number
  covered: number
  /** Within the deadline: shown apart, and not counted. */
  within: number
}

export const oneMoreCovered = (count: Count): Count => ({
  ...count,
  counted: count.counted + 1,
  covered: count.covered + 1,
})
export const oneMoreWithin = (count: Count): Count => ({ ...count, within: count.within + 1 })

/** The figures of Havnen and of the town, today and yesterday, as the association's sheet tells them. */
export async function counted(server: RunningServer) {
  const today = dayOf(systemClock())
  const yesterday = addDays(today, -1)
  const cookie = await signInAs(server, 'olga')
  const on = async (day: string) => {
    const sheet = await (await fetch(`${server.url}/coverage.csv?on=${day}`, { headers: { cookie } })).text()
    const rows = parse(sheet, { bom: true }) as string[][]
    const find = (name: string) => rows.find((row) => row[0] === name) as string[]
    const count = (row: string[]): Count => ({
      counted: Number(row[2]),
      covered: Number(row[3]),
      within: Number(row[5]),
    })
    return { venue: count(find('Havnen')), town: count(rows.at(-1) as string[]) }
  }
  const [now, then] = [await on(today), await on(yesterday)]
  return { venueToday: now.venue, townToday: now.town, venueYesterday: then.venue, townYesterday: then.town }
}

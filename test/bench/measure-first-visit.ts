import { openChromium, openPhone } from '../support/chromium.ts'
import { signInAs } from '../support/town.ts'
import { lessonUrl } from './bare-page.ts'
import { startDemo } from './demo-server.ts'
import { type Row, row } from './row.ts'

/** What a browser fetches on its first visit to a lesson and on the next one: compressed bytes on the wire with headers, and requests. */
export async function measureFirstVisit(folder: string): Promise<Row[]> {
  const server = await startDemo(folder)
  const cookie = await signInAs(server, 'noor')
  const url = await lessonUrl(server, cookie)
  const [name, value] = cookie.split('=') as [string, string]

  const browser = await openChromium()
  const phone = await openPhone(browser, { baseUrl: server.url })
  await phone.context.addCookies([{ name, value, url: server.url }])
  const network = await phone.context.newCDPSession(phone.page)
  await network.send('Network.enable')
  let seen = { kilobytes: 0, requests: 0 }
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    if (encodedDataLength === 0) return
    seen.kilobytes += encodedDataLength / 1000
    seen.requests++
  })
  const visit = async (address: string) => {
    seen = { kilobytes: 0, requests: 0 }
    await phone.page.goto(address, { waitUntil: 'networkidle' })
    return { ...seen }
  }

  const first = await visit(url)
  const next = await visit(await phone.page.evaluate<string>(nextLesson))
  const bare = await (await fetch(url, { headers: { cookie, 'accept-encoding': 'gzip' } })).arrayBuffer()
  await browser.close()
  await server.end()
  return [
    row('first-visit', first.kilobytes, bare.byteLength / 1000, 'kB', '≤ 40 kB'),
    row('first-visit-requests', first.requests, 1, 'requests', '≤ 5'),
    row('next-lesson', next.kilobytes, null, 'kB', '≤ 8 kB'),
    row('next-lesson-requests', next.requests, 1, 'requests', '1'),
  ]
}

/** Run in the page: the address of another lesson of the same module, or of this one again. */
const nextLesson = `(() => {
  const folder = location.href.slice(0, location.href.lastIndexOf('/') + 1)
  const other = [...document.links].find((link) => link.href.startsWith(folder) && !link.hash && link.href !== location.href)
  return other ? other.href : location.href
})()`

import type { FastifyInstance } from 'fastify'
import { buildApp } from '#app.ts'
import { type Browser, openBrowser } from '../../support/browser.ts'
import { openTestHouse, type TestHouse } from '../../support/house.ts'
import { type RunningTown, settleRunningTown } from '../../support/running-town.ts'
import { freePort } from '../../support/server.ts'
import { cookieOf } from '../../support/sign-in.ts'

/** Where Ada writes, and what was written: by its number, the place it was typed into. */
export interface Desk {
  house: TestHouse
  app: FastifyInstance
  town: RunningTown
  baseUrl: string
  written: Map<number, string>
  /** A text that would be markup, and run, wherever it is not escaped; its number is in it. `where`: the field it goes into. */
  mark(where: string): string
  as(who: string, language?: 'da' | 'en'): Promise<Browser>
  cookieOf(who: string): Promise<string>
}

export const course = '/authoring/prove'
export const module = `${course}/modules/doer`
export const editUrl = (path: string) => `${course}/edit/${path}`

/** The running town with its sample course, on a port for real browsers as well. */
export async function openDesk(): Promise<Desk> {
  const port = await freePort()
  const baseUrl = `http://127.0.0.1:${port}`
  const house = await openTestHouse({ config: { port, baseUrl } })
  const town = await settleRunningTown(house)
  const app = await buildApp(house)
  await app.listen({ port, host: '127.0.0.1' })
  const written = new Map<number, string>()
  const signedIn = (who: string) => cookieOf(house, town.people[who] as string)
  return {
    ...{ house, app, town, baseUrl, written, cookieOf: signedIn },
    mark(where) {
      const n = written.size + 1
      written.set(n, where)
      return `=${n}"'><img src=x onerror=__hit=${n}>`
    },
    as: async (who, language = 'da') => openBrowser(app, { cookie: await signedIn(who), language }),
  }
}

/** Larger boxes take what breaks out of more than an attribute. */
export const outbreak = '</textarea></pre></title></script><script>__hit=9999</script>{{7*7}}<%= it %>'

/** As somebody writes it who knows Markdown: text that is read as the mark itself. */
export const inMarkdown = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('_', '\\_')

/** Throws where a form was refused: a test that means a text to be saved has to know. */
export function mustBe(browser: Browser, what: string, status = 200): void {
  if (browser.status === status) return
  throw new Error(`${what}: ${browser.status} ${browser.has('main') ? browser.text.slice(0, 600) : ''}`)
}

import type { FastifyInstance } from 'fastify'
import { type HTMLElement, parse } from 'node-html-parser'
import { fillForm, type Given } from './form.ts'

/** One answer that was received, redirects included. */
export interface Seen {
  method: string
  url: string
  status: number
  html: string
}

/** A browser without JavaScript: it knows nothing but the HTML we served, and fails where a person would be stuck. */
export interface Browser {
  /** Everything received so far, oldest first. */
  readonly seen: readonly Seen[]
  readonly status: number
  /** Path and query of the page that is open. */
  readonly url: string
  readonly html: string
  readonly page: HTMLElement
  /** The text of the one h1. */
  readonly heading: string
  /** The text of the main part, spaces single. */
  readonly text: string
  open(url: string): Promise<Browser>
  /** Follows the link with this text. */
  click(text: string): Promise<Browser>
  /** Presses the button with this text, its form filled in first: fields by name, choices by their label. Form and button have to be there. */
  press(button: string, fields?: Given): Promise<Browser>
  /** Sends the form a selector finds, as pressing Enter would: with its first button. */
  submit(form: string, fields?: Given): Promise<Browser>
  has(selector: string): boolean
}

const mostRedirects = 5

/** `cookie` is a Cookie header to begin with (sign-in.ts). The language of a stranger is English unless another is given. */
export function openBrowser(app: FastifyInstance, { cookie = '', language = 'en' } = {}): Browser {
  const jar = new Map<string, string>([['language', language]])
  for (const pair of cookie.split('; ').filter(Boolean)) keep(jar, pair)
  const seen: Seen[] = []
  let page = parse('')
  let url = '/'

  async function go(method: 'GET' | 'POST', to: string, payload?: string, redirects = 0): Promise<Browser> {
    const address = new URL(to, `http://localhost${url}`)
    if (address.host !== 'localhost') throw new Error(`${to} leads away from the site`)
    const path = address.pathname + address.search
    const form = payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await app.inject({
      method,
      url: path,
      headers: { host: 'localhost', 'sec-fetch-site': 'same-origin', cookie: cookieHeader(jar), ...form },
      ...(payload === undefined ? {} : { payload }),
    })
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) keep(jar, line)
    seen.push({ method, url: path, status: answer.statusCode, html: answer.body })
    const { location } = answer.headers
    if (answer.statusCode === 303 && typeof location === 'string') {
      if (redirects === mostRedirects) throw new Error(`${path} redirects in circles`)
      url = path
      return go('GET', location, undefined, redirects + 1)
    }
    page = parse(answer.body, { comment: false })
    url = path
    return browser
  }

  function send(form: HTMLElement, button: HTMLElement | null, fields: Given): Promise<Browser> {
    const payload = fillForm(form, button, fields).toString()
    const action = button?.getAttribute('formaction') ?? form.getAttribute('action') ?? url
    if (form.getAttribute('method')?.toLowerCase() === 'post') return go('POST', action, payload)
    return go('GET', `${action.split('?')[0]}?${payload}`)
  }

  const last = () => seen.at(-1) as Seen
  const browser: Browser = {
    seen,
    get status() {
      return last().status
    },
    get url() {
      return url
    },
    get html() {
      return last().html
    },
    get page() {
      return page
    },
    get heading() {
      return textOf(one(page.querySelectorAll('h1'), 'h1', url))
    },
    get text() {
      return textOf(one(page.querySelectorAll('main'), 'main', url))
    },
    open: (to) => go('GET', to),
    click(text) {
      const links = page.querySelectorAll('a[href]').filter((link) => textOf(link) === text)
      const addresses = new Set(links.map((link) => link.getAttribute('href')))
      if (addresses.size > 1) throw new Error(`${url} has several links "${text}"`)
      return go('GET', one(links.slice(0, 1), `link "${text}"`, url).getAttribute('href') as string)
    },
    press(text, fields = {}) {
      const buttons = page.querySelectorAll('button').filter((button) => textOf(button) === text)
      const button = one(buttons, `button "${text}"`, url)
      const form = button.closest('form')
      if (!form) throw new Error(`the button "${text}" on ${url} is in no form`)
      return send(form, button, fields)
    },
    submit(selector, fields = {}) {
      const form = one(page.querySelectorAll(selector), selector, url)
      return send(form, form.querySelector('button:not([type="button"])'), fields)
    },
    has: (selector) => page.querySelector(selector) !== null,
  }
  return browser
}

export const textOf = (element: HTMLElement): string => element.structuredText.replaceAll(/\s+/g, ' ').trim()

function one(elements: readonly HTMLElement[], what: string, url: string): HTMLElement {
  if (elements.length !== 1) throw new Error(`${url} has ${elements.length} of ${what}, not 1`)
  return elements[0] as HTMLElement
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(/;\s*/)
  const name = pair.slice(0, pair.indexOf('='))
  const ended = attributes.some((attribute) => /^max-age=0$/i.test(attribute) || /^expires=.*1970/i.test(attribute))
  if (ended) jar.delete(name)
  else jar.set(name, pair.slice(name.length + 1))
}

const cookieHeader = (jar: ReadonlyMap<string, string>) =>
  [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

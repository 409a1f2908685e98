import { parse } from 'node-html-parser'
import { expectHarmless } from '../hostile-town.ts'
import type { Desk } from './desk.ts'

/** What somebody sees who opens pages: each is looked at, and what was written on it is noted. */
export interface Reader {
  /** Numbers of the marks that were seen so far. */
  seen: Set<number>
  /** Opens one page; gives its links. */
  open(url: string): Promise<string[]>
  /** Opens a page and whatever it leads to under the same beginnings, each page once; gives how many there were. */
  crawl(from: readonly string[], under: RegExp): Promise<string[]>
  look(html: string, where: string): void
}

/** `cookie`: of whom; '' for a stranger. */
export function openReader(
  { app }: Desk,
  { cookie, language, seen }: { cookie: string; language: 'da' | 'en'; seen: Set<number> },
): Reader {
  const inLanguage = (url: string) => `${url}${url.includes('?') ? '&' : '?'}lang=${language}`
  const look = (html: string, where: string) => {
    expectHarmless(html, where)
    const page = parse(html, { comment: true })
    const runs = page.querySelectorAll('*').filter((element) => {
      const { attributes } = element
      return Object.entries(attributes).some(
        ([name, value]) => /^on/i.test(name) || (/^(href|src|action|formaction)$/i.test(name) && isCode(value)),
      )
    })
    if (runs.length > 0) throw new Error(`${where}: ${runs[0]?.toString().slice(0, 200)}`)
    for (const [, n] of html.matchAll(/__hit=(\d+)/g)) seen.add(Number(n))
  }
  const reader: Reader = {
    seen,
    look,
    async open(url) {
      const answer = await app.inject({ url: inLanguage(url), headers: { cookie } })
      if (answer.statusCode >= 500) throw new Error(`${url}: ${answer.statusCode}`)
      for (const value of Object.values(answer.headers))
        if (String(value).includes('__hit')) throw new Error(`${url}: in a header`)
      if (!String(answer.headers['content-type']).includes('html')) return []
      look(answer.body, url)
      const page = parse(answer.body)
      await preview(page.querySelector('#look')?.getAttribute('hx-post'), page.querySelector('#text')?.textContent)
      return page
        .querySelectorAll('a[href], [hx-get]')
        .map((one) => one.getAttribute('href') ?? one.getAttribute('hx-get') ?? '')
    },
    async crawl(from, under) {
      const known = new Set(from)
      for (const url of known)
        for (const link of await reader.open(url)) {
          const { pathname, search, origin } = new URL(link, `http://here${url}`)
          if (origin === 'http://here' && under.test(pathname)) known.add(pathname + search)
        }
      return [...known]
    },
  }

  /** What the editor shows as somebody types. */
  async function preview(url: string | undefined, text: string | undefined): Promise<void> {
    if (url === undefined || text === undefined) return
    const payload = new URLSearchParams({ text, base: 'none', sitting: 'x' }).toString()
    const headers = { cookie, 'hx-request': 'true', 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await app.inject({ method: 'POST', url: inLanguage(url), payload, headers })
    if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode}`)
    look(answer.body, url)
  }
  return reader
}

const isCode = (address: string) => /^\s*(javascript|data|vbscript):/i.test(address)

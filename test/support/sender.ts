import { type HTMLElement, parse } from 'node-html-parser'
import { fillForm, type Given } from './form.ts'

/** Somebody who is signed in on a server and sends, without a browser, what a browser would: it knows nothing but the HTML that was served. */
export interface Sender {
  open(path: string): Promise<HTMLElement>
  /** Sends a form that needs no filling in; gives where it leads. Throws when it was refused. */
  post(path: string, fields?: Readonly<Record<string, string>>): Promise<string>
  /** Fills in the form a selector finds on a page and sends it with its first button; gives where it leads. */
  submit(page: HTMLElement, form: string, fields: Given): Promise<string>
}

/** `cookie` is the Cookie header of a browser that is signed in. */
export function openSender(url: string, cookie: string): Sender {
  const sender: Sender = {
    async open(path) {
      const answer = await fetch(url + path, { headers: { cookie } })
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
      return parse(await answer.text(), { comment: false })
    },
    async post(path, fields = {}) {
      const body = new URLSearchParams(fields)
      return send(path, body)
    },
    submit(page, selector, fields) {
      const form = page.querySelector(selector)
      if (!form) throw new Error(`no form ${selector}`)
      return send(form.getAttribute('action') ?? '', fillForm(form, form.querySelector('button'), fields))
    },
  }
  async function send(path: string, body: URLSearchParams): Promise<string> {
    const answer = await fetch(url + path, { method: 'POST', headers: { cookie }, body, redirect: 'manual' })
    const to = answer.headers.get('location')
    if (answer.status !== 303 || to === null) throw new Error(`${path} with "${body}" answers ${answer.status}`)
    return to
  }
  return sender
}

/** The Cookie header of a browser, from its jar. */
export const cookieHeader = (jar: readonly { name: string; value: string }[]): string =>
  jar.map(({ name, value }) => `${name}=${value}`).join('; ')

import { parse } from 'node-html-parser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endAllSignIns } from '#signin/sign-in.ts'
import { base, openWritingTown, type WritingTown } from '../publishing/town.ts'
import { openBrowser } from '../support/browser.ts'
import { fillForm } from '../support/form.ts'
import { multipart } from '../support/multipart.ts'
import { cookieOf } from '../support/sign-in.ts'

let town: WritingTown
beforeAll(async () => {
  town = await openWritingTown()
})
afterAll(() => town.close())

const written = 'Skrevet <længe>\n"og" meget'
const line = 'I én linje </textarea>'

const forms: readonly (readonly [string, string, Record<string, string>, shown: readonly string[]])[] = [
  ['a text', `${base}/edit/doer/da/01-hvorfor.md`, { text: written, base: 'x', sitting: 's' }, [written]],
  ['versions put together', `${base}/versions/doer/da/01-hvorfor.md`, { bases: 'a', text: written }, [written]],
  ['a merged text', `${base}/updates/merging`, { path: 'p', shipped: 'none', text: written }, [written]],
  ['a publication', `${base}/publication`, { seen: 'x', due: '2026-12-24', note: written }, ['2026-12-24', written]],
  ['a text published again', `${base}/revisions/1/publication`, { note: written }, [written]],
  ['a new course', '/authoring', { titleDa: line, audience: 'guard', summaryDa: written }, [line, written]],
  ['a course', `${base}/settings`, { base: 'x', titleEn: line, 'local-0-labelDa': written }, [line, written]],
  ['a new module', `${base}/modules`, { summaryEn: written, objectivesDa: line, minutes: '5' }, [written, line, '5']],
  ['a module', `${base}/modules/doer/settings`, { base: 'x', 'source-2-title': line, draw: '4' }, [line, '4']],
  ['a review request', `${base}/reviews`, { module: 'doer', toName: line, message: written }, [line, written]],
  [
    'a question',
    `${base}/modules/doer/questions/new`,
    { kind: 'one', right: '1', 'title-da': line, 'answer-0-text-en': written },
    [line, written],
  ],
  ['pasted questions', `${base}/modules/doer/bank`, { text: written, format: '', language: 'da' }, [written]],
  ['ticked questions', `${base}/modules/doer/bank/questions`, { text: written, 'take-3': 'yes' }, [written]],
]

const strangers = (url: string, payload: Buffer | string, headers: Record<string, string>) =>
  town.app.inject({ method: 'POST', url, payload, headers: { ...headers, 'sec-fetch-site': 'same-origin' } })

test.each(forms)(
  '%s sent after the sign-in ran out is all there, to be read and sent again',
  async (_of, url, sent, shown) => {
    const answer = await strangers(url, new URLSearchParams(sent).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect(answer.statusCode).toBe(401)
    const page = parse(answer.body)
    const form = page.querySelector('main form')
    if (!form) throw new Error('no form')
    expect([form.getAttribute('action'), form.hasAttribute('enctype')]).toEqual([url, false])
    expect(page.querySelector('main a[href="/sign-in"]')?.getAttribute('target')).toBe('_blank')
    expect(Object.fromEntries(fillForm(form, null, {}))).toEqual(sent)
    const seen = form
      .querySelectorAll('.field input, .field textarea')
      .map((one) => one.getAttribute('value') ?? one.textContent.replace(/^\n/, ''))
    expect(seen).toEqual(shown)
  },
)

test('a form with a file comes back as one, its file in the box, with as many ticks as it had', async () => {
  const ticks = Array.from({ length: 250 }, (_, n) => ({ name: `take-${n}`, text: 'yes' }))
  const bytes = Buffer.from('Hvad er rødt?\n')
  const { payload, headers } = multipart([
    { name: 'text', text: '' },
    ...ticks,
    { name: 'file', file: 'bank.txt', type: 'text/plain', bytes },
  ])
  const answer = await strangers(`${base}/modules/doer/bank/questions`, payload, headers)
  expect(answer.statusCode).toBe(401)
  const form = parse(answer.body).querySelector('main form')
  expect(form?.getAttribute('enctype')).toBe('multipart/form-data')
  expect(form?.querySelectorAll('input[type="hidden"]')).toHaveLength(250)
  expect(form?.querySelector('[name="text"]')?.textContent).toContain('Hvad er rødt?')
})

test('signed in again in another tab she presses the button, and it is saved', async () => {
  const { app, house, cast } = town
  const ada = openBrowser(app, { cookie: await cookieOf(house, cast.ada) })
  await ada.open(`${base}/settings`)
  await house.as(cast.ada, (work) => endAllSignIns(work, cast.ada))
  await ada.press('Save', { titleDa: 'Et nyt navn', summaryEn: 'Two\nlines' })
  expect([ada.status, ada.heading]).toEqual([401, 'You are no longer signed in'])
  const form = ada.page.querySelector('main form')
  if (!form) throw new Error('no form')
  const again = await app.inject({
    method: 'POST',
    url: form.getAttribute('action') ?? '',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      cookie: await cookieOf(house, cast.ada),
    },
    payload: fillForm(form, null, {}).toString(),
  })
  expect(again.statusCode).toBe(303)
  const later = openBrowser(app, { cookie: await cookieOf(house, cast.ada) })
  await later.open(`${base}/settings`)
  expect(later.page.querySelector('[name="titleDa"]')?.getAttribute('value')).toBe('Et nyt navn')
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import { getWorkingFile, textOfFile } from '#drafts/store.ts'
import { endAllSignIns } from '#signin/sign-in.ts'
import { base, courseId, openWritingTown, type WritingTown } from '../publishing/town.ts'
import { post } from '../signin/post.ts'
import { cookieOf } from '../support/sign-in.ts'

let town: WritingTown
beforeEach(async () => {
  town = await openWritingTown()
})
afterEach(() => town.close())

const path = 'doer/da/01-hvorfor.md'
const url = `${base}/edit/${path}`
const signOut = () => town.house.as(town.cast.ada, (work) => endAllSignIns(work, town.cast.ada))
const stands = async () => {
  const { db } = town.house
  const { drafts } = await getWorkingFile(db, courseId, path)
  return Promise.all(drafts.map((draft) => textOfFile(db, draft.sha256)))
}

test('what was typed when the sign-in ran out is on the page one lands on, and is sent again from there', async () => {
  const { ada, app, house, cast } = town
  await ada.open(url)
  await signOut()
  await ada.press('Save draft', { text: '# Skrevet\n\nI en time </textarea><script>alert(1)</script>.\n' })
  expect([ada.status, ada.heading, ada.url]).toEqual([401, 'You are no longer signed in', url])
  expect(ada.page.querySelector('main textarea')?.text).toContain('I en time </textarea><script>')
  expect(ada.page.querySelector('main a[href="/sign-in"]')?.getAttribute('target')).toBe('_blank')
  expect(await stands()).toEqual([])

  // Signed in again in another tab, she presses the button: what the form sends now is saved.
  const fields = Object.fromEntries(
    ada.page
      .querySelectorAll('main form input')
      .map((one) => [one.getAttribute('name') ?? '', one.getAttribute('value') ?? '']),
  )
  const text = ada.page.querySelector('main textarea')?.text.replace(/^\n/, '') ?? ''
  const again = await post(app, url, { ...fields, text }, { cookie: await cookieOf(house, cast.ada) })
  expect([again.statusCode, again.headers.location]).toEqual([303, url])
  expect(await stands()).toEqual(['# Skrevet\n\nI en time </textarea><script>alert(1)</script>.\n'])
})

test('a script is told that the sign-in ran out, and nothing is saved', async () => {
  await signOut()
  const answer = await town.app.inject({
    method: 'POST',
    url,
    headers: { 'hx-request': 'true', 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'text=x&base=published+none',
  })
  expect([answer.statusCode, answer.headers['hx-redirect'], answer.body]).toEqual([200, '/sign-in', ''])
  expect(await stands()).toEqual([])
})

test('a stranger is shown nothing but what the stranger sent', async () => {
  const { app } = town
  const sent = await post(app, url, { text: 'mit', base: 'x' })
  expect(sent.statusCode).toBe(401)
  expect(sent.body).not.toMatch(/Hvorfor|Døren|Trial/)
  const empty = await post(app, url, {})
  expect([empty.statusCode, empty.headers.location]).toEqual([303, '/sign-in'])
})

test('texts put together are kept the same way, with the versions they were to settle', async () => {
  const { ada, write } = town
  await write(path, 'en kladde\n')
  await ada.open(url)
  await signOut()
  const sent = await post(town.app, `${base}/versions/${path}`, { bases: 'a b', text: 'samlet' })
  expect(sent.statusCode).toBe(401)
  expect(sent.body).toMatch(/name="bases" value="a b"[\s\S]*samlet/)
})

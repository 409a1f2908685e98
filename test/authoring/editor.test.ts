import { afterEach, beforeEach, expect, test } from 'vitest'
import { Refusal } from '#base/refusal.ts'
import { getWorkingFile } from '#drafts/store.ts'
import { fillLocalFacts } from '#town/fill-local-facts.ts'
import { localFactsOf } from '#town/local-facts-store.ts'
import { sampleFiles } from '../courses/sample-course.ts'
import { base, courseId, openWritingTown, type WritingTown } from '../publishing/town.ts'
import { openBrowser } from '../support/browser.ts'
import { cookieOf } from '../support/sign-in.ts'

let town: WritingTown
beforeEach(async () => {
  town = await openWritingTown()
})
afterEach(() => town.close())

const path = 'doer/da/01-hvorfor.md'
const url = `${base}/edit/${path}`
const text = sampleFiles[path]
const written = async (of = path) => (await getWorkingFile(town.house.db, courseId, of)).drafts

/** As the script on the page sends it. */
async function send(to: string, fields: Record<string, string>) {
  return town.app.inject({
    method: 'POST',
    url: to,
    headers: {
      cookie: `${await cookieOf(town.house, town.cast.ada)}; language=en`,
      'hx-request': 'true',
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: new URLSearchParams(fields).toString(),
  })
}

test('a page stands in a box beside what learners see, with local facts and pictures in place', async () => {
  const { ada } = town
  await ada.open(url)
  expect(ada.heading).toBe('Page: Hvorfor (Danish)')
  expect(ada.text).toMatch(/^Trial The door Page: Hvorfor/)
  expect(ada.page.querySelector('#text')?.getAttribute('lang')).toBe('da')
  expect(ada.page.querySelector('.shown .as-title')?.text).toBe('Hvorfor')
  expect(ada.page.querySelector('.shown .prose mark.local')?.text).toBe('politiet')
  expect(ada.html).toContain(`src="${base}/pictures/doer/kort.svg"`)
  expect(ada.text).toContain('Nummer Not filled in. Until then it says: politiet')
  await ada.click('The English text')
  expect(ada.url).toBe(`${base}/edit/doer/en/01-hvorfor.md`)
})

test('what the town has filled in stands in the text', async () => {
  const { house, cast, ada } = town
  await house.as(cast.olga, (work) => fillLocalFacts(work, null, [{ key: 'politi', da: '<114>', en: '', seen: null }]))
  expect(await localFactsOf(house.db, null)).toHaveLength(1)
  await ada.open(url)
  expect(ada.html).toContain('<mark class="local">&lt;114&gt;</mark>')
})

test('every question, every scene and a help card are shown as learners see them, with the key folded', async () => {
  const { ada, write } = town
  await ada.open(`${base}/edit/doer/da/quiz.md`)
  expect(ada.page.querySelectorAll('.asked')).toHaveLength(5)
  expect(ada.page.querySelectorAll('.asked details')[0]?.text).toContain('112 Rigtigt')
  expect(ada.page.querySelector('#editor')?.querySelectorAll('fieldset')).toHaveLength(0)
  await ada.open(`${base}/edit/doer/da/situation.md`)
  expect(ada.page.querySelector('#step-start a.choice')?.getAttribute('href')).toBe('#step-ring')
  await write('doer/da/hjaelpekort.md', '# Kort\n\nRing.\n')
  await ada.open(`${base}/edit/doer/da/hjaelpekort.md`)
  expect(ada.page.querySelector('.pocket .side')?.text).toContain('Kort')
})

test('a draft with faults is saved, and each fault stands with its line and what it says', async () => {
  const { ada } = town
  await ada.open(url)
  await ada.press('Save draft', { text: `${text}\n::: huh\r\nx <b>y</b>\r\n:::` })
  expect([ada.url, ada.text.startsWith('The draft is saved.')]).toEqual([url, true])
  expect(ada.text).toContain('2 faults Line 14 the box "huh" is unknown')
  expect(ada.page.querySelector('.faulty a')?.getAttribute('href')).toBe('#line-14')
  expect(ada.page.querySelector('#line-14[data-faulty]')?.text).toBe('::: huh')
  expect(ada.text).toContain('Draft Written by Ada Lund')
  expect((await written()).length).toBe(1)
})

test('looking without a script keeps what was typed and saves nothing', async () => {
  const { ada } = town
  await ada.open(url)
  await ada.press('Show', { text: '# Ny titel\n\nNy tekst.\n' })
  expect(ada.text).toContain('Not saved yet.')
  expect(ada.page.querySelector('.shown .as-title')?.text).toBe('Ny titel')
  expect(await written()).toEqual([])
  await ada.press('Save draft')
  expect(ada.page.querySelector('#text')?.text).toContain('Ny tekst.')
  expect((await written()).length).toBe(1)
})

test('a script is told when it was saved and what the next save goes on from; the same version is written on', async () => {
  const { ada } = town
  await ada.open(url)
  const first = ada.page.querySelector('#base')?.getAttribute('value') ?? ''
  const saved = await send(url, { text: 'et', base: first, sitting: 's' })
  expect(saved.body).toContain('Saved 13:00')
  const next = /id="base" value="([^"]+)"/.exec(saved.body)?.[1] ?? ''
  expect(next).not.toBe(first)
  await send(url, { text: 'to', base: next, sitting: 's' })
  // The answer to that got lost on the way.
  await send(url, { text: 'tre', base: next, sitting: 's' })
  expect((await written()).length).toBe(1)
  const look = await send(`${base}/preview/${path}`, { text: '# Se\n\nHer.\n', base: next })
  expect(look.body).toContain('<h2 class="as-title">Se</h2>')
  expect(look.body).not.toContain('<html')
})

test('a text that is too long comes back whole, and says so', async () => {
  const { ada } = town
  await ada.open(url)
  const long = 'ord '.repeat(30_000)
  await ada.press('Save draft', { text: long })
  expect([ada.status, ada.page.querySelector('#text')?.text.trim().length]).toEqual([422, long.trim().length])
  expect(ada.text).toContain('larger than 100 kB')
})

test('a text nobody can read in time is shown and saved all the same', async () => {
  const { ada, house } = town
  const refuse = async () => {
    throw new Refusal('too-large', 'slow')
  }
  Object.assign(house, { reader: { ask: refuse, close: async () => {} } })
  await ada.open(url)
  expect([ada.status, ada.text.includes('takes too long to read')]).toEqual([200, true])
  await ada.press('Save draft', { text: 'x' })
  expect((await written()).length).toBe(1)
})

test('only trainers find the editor, and only for texts a course can have', async () => {
  const { app, house, cast, ada } = town
  for (const who of [cast.marco, cast.olga, cast.ines]) {
    const other = openBrowser(app, { cookie: await cookieOf(house, who) })
    expect((await other.open(url)).status).toBe(404)
  }
  const nowhere = ['doer/kort.svg', 'doer/da/..%2fx.md', 'doer/fr/01-x.md', 'nowhere/da/01-x.md', '../course.yaml']
  for (const one of nowhere) expect([one, (await ada.open(`${base}/edit/${one}`)).status]).toEqual([one, 404])
  expect((await ada.open('/authoring/nowhere/edit/course.yaml')).status).toBe(404)
})

test('a draft is thrown away after being asked twice', async () => {
  const { ada, write } = town
  await write(path, 'x')
  await ada.open(url)
  await ada.press('Yes, throw the draft away')
  expect(ada.page.querySelector('#text')?.text.trim()).toBe(text.trim())
  expect(await written()).toEqual([])
})

test('nothing hostile that a trainer writes becomes more than text, in the box or beside it', async () => {
  const { ada, write } = town
  const mark = '"\'><img src=x onerror=alert(1)></textarea><script>alert(1)</script>'
  const yaml = (was: string) => was.replace('Trial', JSON.stringify(mark).slice(1, -1).replaceAll("'", "''"))
  await write(
    'course.yaml',
    yaml(sampleFiles['course.yaml'].replace('en: Trial', 'en: "Trial"')).replace(
      'politiet',
      `'${mark.replaceAll("'", "''")}'`,
    ),
  )
  await write(
    path,
    `# ${mark}\n\n${mark}\n\n[x](javascript:alert(1)) ![${mark}](kort.svg) {{lokalt:politi}}\n\n::: ${mark}\n`,
  )
  await write(
    'doer/da/situation.md',
    sampleFiles['doer/da/situation.md'].replaceAll('Ring', mark).replaceAll('#ro', `#"${mark}`),
  )
  await write('doer/da/quiz.md', sampleFiles['doer/da/quiz.md'].replaceAll('Fordi.', mark).replaceAll('112', mark))
  for (const of of [path, 'doer/da/situation.md', 'doer/da/quiz.md', 'course.yaml']) {
    await ada.open(`${base}/edit/${of}`)
    const wrong = ada.page
      .querySelectorAll('*')
      .filter(
        (one) =>
          (one.tagName === 'SCRIPT' && !one.getAttribute('src')) ||
          Object.entries(one.attributes).some(
            ([name, value]) => /^on/i.test(name) || /^javascript:/i.test(value) || (name === 'src' && value === 'x'),
          ),
      )
    expect([of, ada.status, wrong.map(String)]).toEqual([of, 200, []])
  }
})

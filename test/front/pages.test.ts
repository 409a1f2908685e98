import { expect, test } from 'vitest'
import { toFrontPage } from '#front/pages.ts'
import { type Words, wordsIn } from '#web/words.ts'

const offered = ['da', 'en'] as const
const facts = { town: 'Holstebro', logo: null, contact: null, offered, home: null, demo: false }
const everything = (w: Words) => JSON.stringify(toFrontPage(w, facts))

test('who is signed in is led on to where she works: courses, venue, town, or what is new', () => {
  const steps = ['/learning', '/venues/havnen', '/coverage', '/news'].map(
    (home) => toFrontPage(wordsIn('da'), { ...facts, home }).next,
  )
  expect(steps).toEqual([
    [{ url: '/learning', label: 'Gå til mine kurser' }],
    [{ url: '/venues/havnen', label: 'Gå til dit sted' }],
    [{ url: '/coverage', label: 'Se byens dækning' }],
    [{ url: '/news', label: 'Se dine beskeder' }],
  ])
})

test('a demo town offers to try it first', () => {
  const urls = toFrontPage(wordsIn('en'), { ...facts, demo: true }).next.map((step) => step.url)
  expect(urls).toEqual(['/demo/', '/sign-in'])
})

test('nobody is told that violence fell, and the cases the police wrote down are named', () => {
  for (const language of ['da', 'en'] as const) {
    const text = everything(wordsIn(language))
    expect(text).not.toMatch(
      /vold\w* (er )?fald|mindre vold|violence (has )?(fell|fallen|dropped)|less violence|\d+ %/i,
    )
    expect(text).toMatch(/flere sager om vold|more cases of violence/)
  }
})

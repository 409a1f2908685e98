import { expect, test } from 'vitest'
import { readAsked, readOrder } from '#coverage/forms.ts'
import { toTownPage } from '#coverage/town-pages.ts'
import { wordsIn } from '#web/words.ts'

const form = readAsked({ on: '2026-01-01' }, new Date('2026-03-01T12:00:00Z'))
const figures = { covered: 4, within: 0, late: 1 }
const venues = Array.from({ length: 450 }, (_, n) => {
  const slug = `sted-${String(n).padStart(3, '0')}`
  return { venueId: slug, slug, name: slug, figures }
})

const show = (query: object) => {
  const page = toTownPage(
    { form, order: readOrder(query), figures: { venues, town: figures }, small: true },
    wordsIn('da'),
  )
  return { names: [page.rows[0]?.name, page.rows.at(-1)?.name], pages: page.pages }
}

test('a town of very many venues comes in pages that keep the day and the order', () => {
  expect(show({})).toEqual({
    names: ['sted-000', 'sted-199'],
    pages: {
      text: 'Sted 1 til 200 af 450',
      previousUrl: null,
      nextUrl: '/coverage?on=2026-01-01&sort=name&direction=asc&page=2',
    },
  })
  expect(show({ page: '3', direction: 'desc' })).toEqual({
    names: ['sted-049', 'sted-000'],
    pages: {
      text: 'Sted 401 til 450 af 450',
      previousUrl: '/coverage?on=2026-01-01&sort=name&direction=desc&page=2',
      nextUrl: null,
    },
  })
})

test.each(['99', '0', '-1', '1.5', 'x', ''])('page %j is a page there is', (page) => {
  expect(show({ page }).names[0]).toBe(page === '99' ? 'sted-400' : 'sted-000')
})

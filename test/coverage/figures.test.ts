import fc from 'fast-check'
import { parse } from 'node-html-parser'
import { expect, test } from 'vitest'
import { barsSvg, chartWidth } from '#coverage/chart.ts'
import { countedIn, figuresOf, shareOf } from '#coverage/figures.ts'
import { fewest, hiddenGroups, smallGroups } from '#coverage/small-figures.ts'

test('people within the deadline are not counted in the share', () => {
  const figures = figuresOf(['covered', 'covered', 'within', 'late', 'covered'])
  expect(figures).toEqual({ covered: 3, within: 1, late: 1 })
  expect([countedIn(figures), shareOf(figures)]).toEqual([4, 0.75])
  expect(shareOf(figuresOf(['within']))).toBeNull()
})

test.each([
  [
    [12, 3, 20],
    [1, 0],
  ],
  [
    [4, 1, 20],
    [0, 1],
  ],
  [[5, 6, 7], []],
  [[0, 9], []],
  [[3], [0]],
  [
    [2, 1, 30, 40],
    [0, 1, 2],
  ],
])('of groups of %j, those at %j are hidden', (sizes, places) => {
  expect([...hiddenGroups(sizes)].sort()).toEqual([...places].sort())
})

test('groups that are no parts of a whole hide only themselves', () => {
  expect([...smallGroups([12, 3, 0, 4, 5])]).toEqual([1, 3])
})

test('with the total and every group shown, nothing about fewer than five people can be reckoned', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 12 }), (sizes) => {
      const hidden = hiddenGroups(sizes)
      const total = sizes.reduce((sum, size) => sum + size, 0)
      sizes.forEach((size, place) => {
        if (!hidden.has(place)) expect(size === 0 || size >= fewest).toBe(true)
      })
      if (hidden.size === 0 || total < fewest) return
      const rest = sizes.filter((_, place) => hidden.has(place)).reduce((sum, size) => sum + size, 0)
      const allHidden = sizes.every((size, place) => size === 0 || hidden.has(place))
      expect(rest >= fewest && (hidden.size > 1 || allHidden)).toBe(true)
    }),
  )
})

test('bars are as long as their share, apart for those within the deadline, and never too thin to see', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(5000), fc.nat(5000), (covered, within, late) => {
      const bars = parse(barsSvg({ covered, within, late })).querySelectorAll('rect')
      const shown = { covered, late, within }
      const expected = Object.entries(shown).filter(([, count]) => count > 0)
      expect(bars.map((bar) => bar.getAttribute('class'))).toEqual(expected.map(([kind]) => `bar ${kind}`))
      let end = 0
      for (const bar of bars) {
        const [x, width] = [Number(bar.getAttribute('x')), Number(bar.getAttribute('width'))]
        expect(x).toBeGreaterThanOrEqual(end - 0.2)
        expect(width).toBeGreaterThan(2.5)
        end = x + width
      }
      if (bars.length > 0) expect(Math.abs(end - chartWidth)).toBeLessThan(0.5)
    }),
  )
})

test('half covered is half the bar', () => {
  expect(barsSvg({ covered: 5, within: 0, late: 5 })).toBe(
    '<rect class="bar covered" x="0" y="0" width="150" height="28"/><rect class="bar late" x="150" y="0" width="150" height="28"/>',
  )
  expect(barsSvg({ covered: 0, within: 0, late: 0 })).toBe('')
})

import { expect } from 'vitest'
import { plain, type Walker } from '../walker.ts'
import type { StoryTown } from './town.ts'

/** Covered, not covered, within the deadline. */
type Figures = readonly [number, number, number]

interface Expected {
  on: string
  known?: string
  town: Figures
  nordlys?: Figures
  kilden?: Figures
}

/**
 * Written by hand. At Nordlys 16 begin at the bar on 4 November (due 4 December), Bo on the 6th (confirmed on the 7th, due 6 December), Kaj at
 * the door on the 16th (due 30 November for the door course). Ines is covered from 12 November; at the door from 1 December she is due on
 * 15 December. At Kilden she alone works from 23 November (confirmed on the 24th) to 10 December. Tove at Havnen is due on 2 December.
 */
const expected: readonly Expected[] = [
  { on: '2026-11-03', town: [0, 0, 1], nordlys: [0, 0, 0] },
  { on: '2026-11-04', town: [0, 0, 17], nordlys: [0, 0, 16] },
  { on: '2026-11-06', town: [0, 0, 18], nordlys: [0, 0, 17] },
  { on: '2026-11-06', known: '2026-11-06', town: [0, 0, 17], nordlys: [0, 0, 16] },
  { on: '2026-11-11', town: [0, 0, 18], nordlys: [0, 0, 17] },
  { on: '2026-11-12', town: [1, 0, 17], nordlys: [1, 0, 16] },
  { on: '2026-11-12', known: '2026-11-11', town: [0, 0, 18], nordlys: [0, 0, 17] },
  { on: '2026-11-16', town: [1, 0, 18], nordlys: [1, 0, 17] },
  { on: '2026-11-22', town: [1, 0, 18], kilden: [0, 0, 0] },
  { on: '2026-11-23', town: [1, 0, 18], kilden: [1, 0, 0] },
  { on: '2026-11-23', known: '2026-11-23', town: [1, 0, 18], kilden: [0, 0, 0] },
  { on: '2026-11-30', town: [1, 0, 18], nordlys: [1, 0, 17] },
  { on: '2026-12-01', town: [0, 1, 18], nordlys: [0, 1, 17] },
  { on: '2026-12-01', known: '2026-11-30', town: [0, 1, 18], nordlys: [0, 1, 17] },
  { on: '2026-12-01', known: '2026-11-09', town: [0, 1, 18], nordlys: [0, 1, 17] },
  { on: '2026-12-04', town: [0, 2, 17], nordlys: [0, 1, 17] },
  { on: '2026-12-05', town: [0, 17, 2], nordlys: [0, 16, 2] },
  { on: '2026-12-10', town: [0, 18, 1], kilden: [1, 0, 0] },
  { on: '2026-12-11', town: [0, 18, 1], kilden: [0, 0, 0] },
  { on: '2026-12-15', town: [0, 18, 1], nordlys: [0, 17, 1] },
  { on: '2026-12-16', town: [0, 19, 0], nordlys: [0, 18, 0] },
]

/** On 20 December Olga asks for each of these days: the pages say what stands here. */
export async function askEveryDay(town: StoryTown): Promise<void> {
  town.house.at('2026-12-20T12:00:00Z')
  const olga = await town.phoneOf('olga@example.dk')
  const told: Expected[] = []
  for (const { on, known, nordlys, kilden } of expected) {
    const asked = known ? `?on=${on}&known=${known}` : `?on=${on}`
    await olga.open(`/coverage${asked}`)
    const whole = await figuresOn(olga)
    const of = async (venue: string) => {
      await olga.open(`/venues/${venue}${asked}`)
      return figuresOn(olga)
    }
    told.push({
      ...{ on, ...(known ? { known } : {}), town: whole },
      ...(nordlys ? { nordlys: await of('nordlys') } : {}),
      ...(kilden ? { kilden: await of('kilden') } : {}),
    })
  }
  expect(told).toEqual(expected)
  await olga.close()
}

/** Read from the table beside the picture, by the words in front of each number. */
async function figuresOn({ page, w }: Walker): Promise<Figures> {
  const rows = (await page.locator('figure.chart + table tr').allInnerTexts()).map(plain)
  const of = (label: string) => {
    const row = rows.find((text) => text.startsWith(label))
    if (!row) throw new Error(`${page.url()}: no row "${label}" in ${rows.join(' | ')}`)
    return Number(row.slice(label.length))
  }
  return [of(w.t('coverage.standing.covered')), of(w.t('coverage.standing.late')), of(w.t('coverage.withinApart'))]
}

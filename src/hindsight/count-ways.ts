import type { CourseDocument, Outcome } from '#courses/course.ts'
import { pageKey, situationKey, stepKey } from './same-text.ts'
import type { PagesRead, WayTaken } from './store.ts'
import { add, type Tally } from './tally.ts'

/** Adds who read which pages of the published course. `same`: the keys that count. */
export function countPages(
  tally: Tally,
  rows: readonly PagesRead[],
  { published, same }: { published: CourseDocument; same: ReadonlySet<string> },
): void {
  const modules = new Map(published.modules.map((module) => [module.id, module]))
  for (const { moduleId, pages, beyond, people } of rows) {
    const read = new Set(pages.split(' '))
    const order = modules.get(moduleId)?.pages ?? []
    for (const [place, { id }] of order.entries()) {
      const key = pageKey(moduleId, id)
      if (!read.has(id) || !same.has(key)) continue
      const next = order[place + 1]
      const isOn = next ? read.has(next.id) : beyond === 1
      const known = tally.pages.get(key) ?? { read: 0, on: 0 }
      tally.pages.set(key, { read: known.read + people, on: known.on + (isOn ? people : 0) })
    }
  }
}

/** Adds which ways people went. What somebody chose the first time counts: whoever plays again tries out the other ways. */
export function countWays(tally: Tally, rows: readonly WayTaken[], same: ReadonlySet<string>): void {
  for (const { moduleId, way, people } of rows) {
    const taken = way.split('\n').map((line) => line.split(' '))
    const first = new Map(taken.toReversed().map(([stepId = '', choice]) => [stepId, Number(choice)]))
    for (const [stepId, choice] of first) {
      const key = stepKey(moduleId, stepId)
      if (same.has(key)) add(tally.ways, { key, thing: choice, people })
    }
    const ending = taken.map(([, , outcome]) => outcome).find((outcome) => outcome !== '') as Outcome | undefined
    const key = situationKey(moduleId)
    if (ending && same.has(key)) add(tally.endings, { key, thing: ending, people })
  }
}

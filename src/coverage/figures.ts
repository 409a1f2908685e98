import type { Standing } from './standing.ts'

/** How many distinct people stand how. Those within the deadline are shown apart: they do not count yet. */
export type Figures = Readonly<Record<Standing, number>>

export const nobody: Figures = { covered: 0, within: 0, late: 0 }

export function figuresOf(standings: Iterable<Standing>): Figures {
  const figures = { ...nobody }
  for (const standing of standings) figures[standing]++
  return figures
}

/** The people coverage is a share of. */
export const countedIn = (figures: Figures): number => figures.covered + figures.late

/** From 0 to 1; null when nobody counts yet. */
export const shareOf = (figures: Figures): number | null =>
  countedIn(figures) === 0 ? null : figures.covered / countedIn(figures)

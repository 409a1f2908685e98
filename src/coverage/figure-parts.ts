import type { Key, Words } from '#web/words.ts'
import { barsSvg, chartHeight, chartWidth } from './chart.ts'
import { countedIn, type Figures, shareOf } from './figures.ts'
import { smallGroups } from './small-figures.ts'
import type { Standing } from './standing.ts'

export const standingKey = (standing: Standing): Key => `coverage.standing.${standing}`

/** A picture of figures; `title` says the same in words. */
export interface Picture {
  title: string
  viewBox: string
  barsSvg: string
}

/** The figures of a place, with a picture and a table. */
export interface FiguresPart {
  caption: string
  share: string
  shareText: string
  picture: Picture
  rows: readonly { standing: Standing; label: string; count: string }[]
}

const listed: readonly Standing[] = ['covered', 'late', 'within']

export function figuresPart(shown: ShownFigures, caption: string, w: Words): FiguresPart {
  const said = { covered: w.number(shown.covered), counted: w.number(shown.counted) }
  return {
    caption,
    share: shareText(shown, w),
    shareText: shown.counted === 0 ? w.t('coverage.nobodyCounts') : w.t('coverage.shareOf', said),
    picture: pictureOf(shown, w),
    rows: listed.map((standing) => ({
      standing,
      label: w.t(standing === 'within' ? 'coverage.withinApart' : standingKey(standing)),
      count: countText(shown[standing], w),
    })),
  }
}

/** One group's figures as people may see them: what is hidden is null. */
export interface ShownFigures {
  counted: number
  covered: number
  late: number
  within: number | null
  share: number | null
}

export const shownWhole = (figures: Figures): ShownFigures => ({
  counted: countedIn(figures),
  covered: figures.covered,
  late: figures.late,
  within: figures.within,
  share: shareOf(figures),
})

/**
 * The groups as partners see them: null where the figures would be about fewer than five people. For the parts of a whole `hide` is `hiddenGroups`,
 * so that nothing hidden can be reckoned from the rest.
 */
export function shownToPartners(groups: readonly Figures[], hide = smallGroups): (ShownFigures | null)[] {
  const hidden = hide(groups.map(countedIn))
  const withinHidden = hide(groups.map((group) => group.within))
  return groups.map((group, place) => {
    if (hidden.has(place)) return null
    return { ...shownWhole(group), within: withinHidden.has(place) ? null : group.within }
  })
}

/** One line of a table of figures; `few` stands instead of hidden ones. */
export interface FigureRow {
  name: string
  url: string | null
  few: string | null
  share: string
  picture: Picture | null
  cells: readonly string[]
}

export function figureRow(of: { name: string; url: string | null }, shown: ShownFigures | null, w: Words): FigureRow {
  if (shown === null) return { ...of, few: w.t('coverage.few'), share: '', picture: null, cells: [] }
  return {
    ...of,
    few: null,
    share: shareText(shown, w),
    picture: shown.counted + (shown.within ?? 0) === 0 ? null : pictureOf(shown, w),
    cells: [shown.counted, shown.covered, shown.late, shown.within].map((count) => countText(count, w)),
  }
}

const shareText = ({ share }: ShownFigures, w: Words) => (share === null ? w.t('coverage.noShare') : w.percent(share))
const countText = (count: number | null, w: Words) => (count === null ? w.t('coverage.few') : w.number(count))

function pictureOf(shown: ShownFigures, w: Words): Picture {
  const said = listed.map((standing) => `${w.t(standingKey(standing))}: ${countText(shown[standing], w)}`)
  const bars = barsSvg({ ...shown, within: shown.within ?? 0 })
  return { title: said.join('. '), viewBox: `0 0 ${chartWidth} ${chartHeight}`, barsSvg: bars }
}

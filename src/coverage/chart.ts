import { countedIn, type Figures } from './figures.ts'
import type { Standing } from './standing.ts'

/** A picture in its own units; the page stretches it. */
export const chartWidth = 300
export const chartHeight = 28
const gap = 6
/** So that one person among a thousand is still seen. */
const leastWidth = 3

/**
 * The bars of a picture of figures, as SVG to stand inside an `svg` of this size: covered and late side by side, those within
 * the deadline apart. What each is shows in its class, and so in colour and pattern. Nobody gives no bars.
 */
export function barsSvg(figures: Figures): string {
  const people = countedIn(figures) + figures.within
  if (people === 0) return ''
  const room = chartWidth - (figures.within > 0 && people > figures.within ? gap : 0)
  const wanted = order.map((standing) =>
    figures[standing] === 0 ? 0 : Math.max(leastWidth, (figures[standing] / people) * room),
  )
  const scale = room / wanted.reduce((sum, width) => sum + width, 0)
  let x = 0
  return order
    .map((standing, place) => {
      const width = (wanted[place] as number) * scale
      if (width === 0) return ''
      if (standing === 'within' && x > 0) x += gap
      const bar = `<rect class="bar ${standing}" x="${tenth(x)}" y="0" width="${tenth(width)}" height="${chartHeight}"/>`
      x += width
      return bar
    })
    .join('')
}

const order: readonly Standing[] = ['covered', 'late', 'within']
const tenth = (length: number) => Math.round(length * 10) / 10

import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { type AskPart, askedQuery, askPart } from './ask-part.ts'
import {
  type FigureRow,
  type FiguresPart,
  figureRow,
  figuresPart,
  type ShownFigures,
  shownToPartners,
  shownWhole,
} from './figure-parts.ts'
import { type Asked, type AskedForm, firstDirection, type Order, type Sort, sorts } from './forms.ts'
import { hiddenGroups } from './small-figures.ts'
import type { TownFigures } from './town-store.ts'

/** All venues in figures: for the association and partners. */
export interface TownPage {
  title: string
  ask: AskPart
  /** Null when they would be about fewer than five people, and a partner asks. */
  figures: FiguresPart | null
  columns: readonly Column[]
  rows: readonly FigureRow[]
  /** Null when all venues are on one page. */
  pages: Pages | null
  /** Told when something is hidden. */
  hidesFew: boolean
  csvUrl: string
}

/** Which of many venues are on the page, and the addresses before and after it. */
export interface Pages {
  text: string
  previousUrl: string | null
  nextUrl: string | null
}

/** More rows than a phone can carry; the sheet has them all. */
const rowsAPage = 200

/** A column's heading, with the address that sorts by it and how it is sorted now. */
export interface Column {
  label: string
  url: string | null
  sorted: 'ascending' | 'descending' | null
  /** Its cells are numbers. */
  number: boolean
}

export const townPage = page<TownPage>('coverage/town')

export interface TownView {
  form: AskedForm
  order: Order
  figures: TownFigures
  /** May figures about fewer than five people be shown? */
  small: boolean
}

export interface ShownVenue {
  name: string
  slug: string
  shown: ShownFigures | null
}

/** The venues as the reader may see them, by name. */
export function shownVenues({ figures, small }: Pick<TownView, 'figures' | 'small'>): ShownVenue[] {
  const all = figures.venues.map((venue) => venue.figures)
  const shown = small ? all.map(shownWhole) : shownToPartners(all, hiddenGroups)
  return figures.venues.map(({ name, slug }, place) => ({ name, slug, shown: shown[place] ?? null }))
}

/** The figures of everybody as the reader may see them. */
export const shownTown = ({ figures, small }: Pick<TownView, 'figures' | 'small'>): ShownFigures | null =>
  small ? shownWhole(figures.town) : (shownToPartners([figures.town])[0] ?? null)

export function toTownPage(view: TownView, w: Words): TownPage {
  const { form, order } = view
  const town = shownTown(view)
  const venues = shownVenues(view)
  const query = askedQuery(form.asked)
  const from = firstRow(order, venues.length)
  return {
    title: w.t('coverage.town'),
    ask: askPart(form, '/coverage', w, [
      { name: 'sort', value: order.sort },
      { name: 'direction', value: order.direction },
    ]),
    figures: town && figuresPart(town, w.t('coverage.howManyPeople'), w),
    columns: columnsOf(order, form.asked, w),
    rows: inOrder(venues, order, w)
      .slice(from, from + rowsAPage)
      .map(({ name, slug, shown }) => figureRow({ name, url: `/venues/${slug}${query}` }, shown, w)),
    pages: venues.length <= rowsAPage ? null : pagesAt(from, venues.length, view, w),
    hidesFew: town === null || venues.some(({ shown }) => shown === null || shown.within === null),
    csvUrl: `/coverage.csv${query}`,
  }
}

/** The place of the first row of the page asked for; past the end it is the last page. */
const firstRow = ({ page }: Order, count: number): number =>
  Math.min(page - 1, Math.max(Math.ceil(count / rowsAPage) - 1, 0)) * rowsAPage

function pagesAt(from: number, count: number, { form, order: { sort, direction } }: TownView, w: Words): Pages {
  const url = (first: number) =>
    `/coverage${askedQuery(form.asked, { sort, direction, page: String(first / rowsAPage + 1) })}`
  const to = Math.min(from + rowsAPage, count)
  const said = { from: w.number(from + 1), to: w.number(to), all: w.number(count) }
  return {
    text: w.t('coverage.pages', said),
    previousUrl: from === 0 ? null : url(from - rowsAPage),
    nextUrl: to === count ? null : url(to),
  }
}

/** Sorted as asked, then by name; what is hidden or has no coverage comes last, so that its place tells nothing. */
function inOrder(venues: readonly ShownVenue[], { sort, direction }: Order, w: Words): ShownVenue[] {
  const collator = new Intl.Collator(w.language)
  const sign = direction === 'asc' ? 1 : -1
  const byName = (a: ShownVenue, b: ShownVenue) => collator.compare(a.name, b.name)
  if (sort === 'name') return venues.toSorted((a, b) => sign * byName(a, b))
  const value = ({ shown }: ShownVenue) => (shown === null ? null : sortedBy[sort](shown))
  return venues.toSorted((a, b) => {
    const [one, other] = [value(a), value(b)]
    if (one === null || other === null) return Number(one === null) - Number(other === null) || byName(a, b)
    return sign * (one - other) || byName(a, b)
  })
}

const sortedBy: Record<Exclude<Sort, 'name'>, (shown: ShownFigures) => number | null> = {
  coverage: (shown) => shown.share,
  late: (shown) => shown.late,
  people: (shown) => shown.counted,
}

function columnsOf(order: Order, asked: Asked, w: Words): Column[] {
  const sortable = (sort: Sort, label: string): Column => {
    const now = order.sort === sort
    const direction = now ? (order.direction === 'asc' ? 'desc' : 'asc') : firstDirection(sort)
    return {
      label,
      url: `/coverage${askedQuery(asked, { sort, direction })}`,
      sorted: now ? (order.direction === 'asc' ? 'ascending' : 'descending') : null,
      number: sort !== 'name',
    }
  }
  const plain = (label: string, number = true): Column => ({ label, url: null, sorted: null, number })
  const [name, coverage, late, people] = sorts
  return [
    sortable(name, w.t('coverage.venue')),
    sortable(coverage, w.t('coverage.share')),
    plain(w.t('coverage.picture'), false),
    sortable(people, w.t('coverage.counted')),
    plain(w.t('coverage.standing.covered')),
    sortable(late, w.t('coverage.standing.late')),
    plain(w.t('coverage.standing.within')),
  ]
}

import { jobKey, jobs } from '#people/job.ts'
import type { Notice } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { type AskPart, askedQuery, askPart } from './ask-part.ts'
import { closedNotice } from './closed-notice.ts'
import { type FigureRow, type FiguresPart, figureRow, figuresPart, shownToPartners } from './figure-parts.ts'
import { countedIn, type Figures, figuresOf } from './figures.ts'
import type { VenueView } from './pages.ts'
import { hiddenGroups, smallGroups } from './small-figures.ts'
import type { StaffMember } from './staff.ts'

/** One venue in figures, without anybody's name: for partners. */
export interface VenueFiguresPage {
  title: string
  ask: AskPart
  /** Said when it is closed that day: then there are no figures at all. */
  closed: Notice | null
  /** Null when they would be about fewer than five people. */
  figures: FiguresPart | null
  tables: readonly FigureTable[]
  csvUrl: string
}

export interface FigureTable {
  caption: string
  first: string
  rows: readonly FigureRow[]
}

export const venueFiguresPage = page<VenueFiguresPage>('coverage/venue-figures')

export type FiguresView = Pick<VenueView, 'venue' | 'form' | 'staff' | 'courses' | 'closings'>

export function toVenueFiguresPage(view: FiguresView, w: Words): VenueFiguresPage {
  const [whole] = shownToPartners([figuresOf(view.staff.map((one) => one.standing))])
  const address = `/venues/${view.venue.slug}`
  const closed = view.closings.now !== null
  return {
    title: view.venue.name,
    ask: askPart(view.form, address, w),
    closed: closed ? closedNotice(view.closings, w) : null,
    figures: whole && !closed ? figuresPart(whole, w.t('coverage.howManyPeople'), w) : null,
    tables: closed
      ? []
      : [
          {
            caption: w.t('coverage.byCourse'),
            first: w.t('coverage.course'),
            rows: rowsOf(byCourse(view, w), smallGroups, w),
          },
          {
            caption: w.t('coverage.byJob'),
            first: w.t('coverage.job'),
            rows: rowsOf(byJob(view.staff, w), hiddenGroups, w),
          },
        ],
    csvUrl: `${address}.csv${askedQuery(view.form.asked)}`,
  }
}

export interface Group {
  name: string
  figures: Figures
}

/** How the people each course is required of stand with that course. */
export const byCourse = ({ staff, courses }: FiguresView, w: Words): Group[] =>
  courses.map(({ courseId, document }) => ({
    name: document.title[w.language],
    figures: figuresOf(
      staff.flatMap((one) => one.courses.filter((line) => line.courseId === courseId)).map((line) => line.standing),
    ),
  }))

/** How the people of each job stand; whoever has two is in both. */
export const byJob = (staff: readonly StaffMember[], w: Words): Group[] =>
  jobs
    .map((job) => ({
      name: w.t(jobKey(job)),
      figures: figuresOf(staff.filter((one) => one.jobs.includes(job)).map((one) => one.standing)),
    }))
    .filter(({ figures }) => countedIn(figures) + figures.within > 0)

function rowsOf(groups: readonly Group[], hide: typeof hiddenGroups, w: Words): FigureRow[] {
  const figures = groups.map((group) => group.figures)
  const shown = shownToPartners(figures, hide)
  return groups.map(({ name }, place) => figureRow({ name, url: null }, shown[place] ?? null, w))
}

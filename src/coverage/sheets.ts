import { jobKey } from '#people/job.ts'
import type { Words } from '#web/words.ts'
import { type Cell, toCsv } from './csv.ts'
import { type ShownFigures, shownToPartners, standingKey } from './figure-parts.ts'
import type { Asked } from './forms.ts'
import { byNeed, hasPassed, type VenueView } from './pages.ts'
import { byCourse, byJob, type FiguresView, type Group } from './partner-pages.ts'
import { hiddenGroups, smallGroups } from './small-figures.ts'
import { shownTown, shownVenues, type TownView } from './town-pages.ts'

/** The people of a venue × modules and certificates, as CSV in the reader's language; days as YYYY-MM-DD. */
export function venueSheet(view: VenueView, w: Words): string {
  const courses = view.courses.map(({ courseId, document }) => ({
    courseId,
    title: document.title[w.language],
    modules: document.modules,
  }))
  const header = [
    ...[w.t('coverage.name'), w.t('coverage.job'), w.t('coverage.firstDay')],
    ...[w.t('coverage.standing'), w.t('coverage.deadline'), w.t('coverage.lateSince')],
    ...courses.flatMap(({ title, modules }) => [
      ...modules.map((module) => `${title}: ${module.title[w.language]}`),
      w.t('coverage.certificateOf', { course: title }),
      w.t('coverage.lastDayOf', { course: title }),
    ]),
  ]
  const passed = w.t('coverage.module.passed')
  const missing = w.t('coverage.module.missing')
  const rows = byNeed(view, w).map(({ member, name }) => [
    ...[name, w.list(member.jobs.map((job) => w.t(jobKey(job)))), member.firstOn],
    ...[w.t(standingKey(member.standing)), member.lateSince === null ? member.dueOn : null, member.lateSince],
    ...courses.flatMap(({ courseId, modules }): Cell[] => {
      const line = member.courses.find((one) => one.courseId === courseId)
      if (!line) return [...modules.map(() => null), w.t('coverage.notRequired'), null]
      const states = modules.map((module) => (hasPassed(line, module.id) ? passed : missing))
      return [...states, w.t(`coverage.sheet.${line.state}`), line.lastOn]
    }),
  ])
  return toCsv(header, rows)
}

/** The figures of a venue by course and by job, without names. */
export function venueFiguresSheet(view: FiguresView, w: Words): string {
  const lines = (kind: string, groups: readonly Group[], hide: typeof hiddenGroups) => {
    const figures = groups.map((group) => group.figures)
    const shown = shownToPartners(figures, hide)
    return groups.map(({ name }, place) => [kind, name, ...cellsOf(shown[place] ?? null, w)])
  }
  return toCsv(
    [w.t('coverage.kind'), w.t('coverage.name'), ...figureHeader(w)],
    [
      ...lines(w.t('coverage.course'), byCourse(view, w), smallGroups),
      ...lines(w.t('coverage.job'), byJob(view.staff, w), hiddenGroups),
    ],
  )
}

/** All venues, and last the whole town, in which everybody counts once. */
export function townSheet(view: TownView, w: Words): string {
  const rows = shownVenues(view).map(({ name, shown }) => [name, ...cellsOf(shown, w)])
  const whole = [w.t('coverage.wholeTown'), ...cellsOf(shownTown(view), w)]
  return toCsv([w.t('coverage.venue'), ...figureHeader(w)], [...rows, whole])
}

const figureHeader = (w: Words) => [
  w.t('coverage.sharePerCent'),
  w.t('coverage.counted'),
  w.t(standingKey('covered')),
  w.t(standingKey('late')),
  w.t(standingKey('within')),
]

function cellsOf(shown: ShownFigures | null, w: Words): Cell[] {
  const few = w.t('coverage.few')
  if (shown === null) return [few, few, few, few, few]
  const share = shown.share === null ? null : Math.floor(shown.share * 100)
  return [share, shown.counted, shown.covered, shown.late, shown.within ?? few]
}

/** `daekning-havnen-2026-11-22.csv`: what, for which day, and as known when. */
export function sheetName(place: string | null, { on, known }: Asked, w: Words): string {
  const parts = [w.t('coverage.file'), place, on, known === null ? null : w.t('coverage.fileKnown', { day: known })]
  return `${parts.filter((part) => part !== null).join('-')}.csv`
}

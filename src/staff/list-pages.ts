import type { Day } from '#base/dates.ts'
import type { Revision } from '#courses/course.ts'
import { standingKey } from '#coverage/figure-parts.ts'
import type { CourseLine, StaffMember } from '#coverage/staff.ts'
import { jobKey } from '#people/job.ts'
import type { Venue } from '#people/venue.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'

/** A venue's list of staff as it stands today, for printing on A4. */
export interface ListPage {
  title: string
  back: { url: string; label: string }
  /** Of which day it is, and how many are on it. */
  seen: string
  rows: { name: string; jobs: string; since: string; standing: string; certificates: string[] }[]
}
export const listPage = page<ListPage>('staff/list')

export interface ListView {
  venue: Venue
  today: Day
  staff: readonly StaffMember[]
  names: ReadonlyMap<string, string | null>
  courses: readonly Revision[]
}

export function toListPage(w: Words, { venue, today, staff, names, courses }: ListView): ListPage {
  const collator = new Intl.Collator(w.language)
  const titles = new Map(courses.map(({ courseId, document }) => [courseId, document.title[w.language]]))
  const rows = staff.map((member) => ({
    name: names.get(member.personId) ?? w.t('coverage.nameless'),
    jobs: w.list(member.jobs.map((job) => w.t(jobKey(job)))),
    since: w.date(member.firstOn),
    standing: w.t(standingKey(member.standing)),
    certificates: member.courses.map((line) => `${titles.get(line.courseId) ?? line.courseId}: ${lastDay(line, w)}`),
  }))
  return {
    title: w.t('staff.list.title', { venue: venue.name }),
    back: { url: `/venues/${venue.slug}`, label: w.t('staff.slips.back', { venue: venue.name }) },
    seen: w.t('staff.list.seen', { day: w.date(today), count: rows.length }),
    rows: rows.toSorted((a, b) => collator.compare(a.name, b.name)),
  }
}

function lastDay({ state, lastOn }: CourseLine, w: Words): string {
  if (state === 'valid' && lastOn === null) return w.t('coverage.certificate.lasting')
  return w.t(`coverage.certificate.${state}`, { day: lastOn === null ? '' : w.date(lastOn) })
}

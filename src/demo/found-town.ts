import { addDays } from '#base/dates.ts'
import { foundPartnership } from '#people/found-partnership.ts'
import { openVenue } from '#people/open-venue.ts'
import { clockwork } from '#policy.ts'
import { setRequirement } from '#requirements/set-requirement.ts'
import { basicCourse } from './curriculum.ts'
import type { Diary } from './diary.ts'
import { townAgeDays } from './lives.ts'
import { townName, townVenues } from './town.ts'

/** The first day: the partnership, its venues, and the requirement that everybody passes the basic course in 30 days. */
export function foundTown(diary: Diary): void {
  diary.on(
    addDays(diary.today, -townAgeDays),
    5,
    () => clockwork,
    async (work) => {
      await foundPartnership(work, { name: townName, demo: true })
      for (const venue of townVenues) diary.venues.set(venue.slug, (await openVenue(work, venue)).id)
      await setRequirement(work, { job: 'any', courseId: basicCourse, days: 30, countsFromOn: work.today })
    },
  )
}

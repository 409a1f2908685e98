import { addDays, type Day } from '#base/dates.ts'
import type { Work } from '#db/work.ts'
import { inviteToRole } from '#invitations/invite-to-role.ts'
import { closeVenue } from '#people/close-venue.ts'
import { describePartnership } from '#people/describe-partnership.ts'
import { reopenVenue } from '#people/reopen-venue.ts'
import { setRequirement } from '#requirements/set-requirement.ts'
import { fillLocalFacts } from '#town/fill-local-facts.ts'
import { furtherCourses } from './curriculum.ts'
import { type Diary, theAssociation } from './diary.ts'
import { townAgeDays } from './lives.ts'
import { havnensFacts, townFacts } from './town.ts'

/** What Olga does for the town: contact and signatory, further requirements, local facts, a venue that was closed, one that will, an invited partner. */
export function settleTown(diary: Diary): void {
  const { today } = diary
  const olga = theAssociation(diary)
  const on = (day: Day, happens: (work: Work) => Promise<unknown>) => diary.on(day, 18, olga, happens)
  const venueId = (slug: string) => diary.venues.get(slug) as string

  on(addDays(today, 1 - townAgeDays), (work) =>
    describePartnership(work, {
      contact: 'forening@demo.example',
      signatory: { name: 'Olga Holm', title: 'formand for restauratørforeningen' },
    }),
  )
  for (const { courseId, jobs, days, sinceDaysAgo } of furtherCourses)
    for (const job of jobs)
      on(addDays(today, -sinceDaysAgo), (work) =>
        setRequirement(work, { job, courseId, days, countsFromOn: work.today }),
      )
  on(addDays(today, -90), (work) => fillLocalFacts(work, null, townFacts))
  on(addDays(today, -80), (work) => fillLocalFacts(work, venueId('havnen'), havnensFacts))
  on(addDays(today, -170), (work) => closeVenue(work, { venueId: venueId('idraetshallen'), firstOn: work.today }))
  on(addDays(today, -142), (work) => reopenVenue(work, { venueId: venueId('idraetshallen'), firstOn: work.today }))
  on(addDays(today, -5), (work) => closeVenue(work, { venueId: venueId('hjoernet'), firstOn: addDays(today, 40) }))
  on(addDays(today, -1), (work) =>
    inviteToRole(work, {
      role: 'partner',
      venueId: null,
      toName: 'Karen fra kommunen',
      toAddress: null,
      language: 'da',
    }),
  )
}

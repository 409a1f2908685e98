import { addDays, type Day } from '#base/dates.ts'
import type { Job } from '#people/job.ts'
import type { Role } from '#policy.ts'
import { basicCourse } from './curriculum.ts'
import { type Life, townAgeDays, wholeCourse } from './lives.ts'

/** A person one signs in as with one click; the same cast as in the tests (design.md 2 and 10). */
export interface CastMember {
  key: string
  name: string
  role: Role | null
  /** Short name of the venue they work at or manage. */
  venue: string | null
  job: Job | null
}

export const cast: readonly CastMember[] = [
  { key: 'olga', name: 'Olga Holm', role: 'association', venue: null, job: null },
  { key: 'ines', name: 'Ines Sørensen', role: null, venue: 'havnen', job: 'bar' },
  { key: 'marco', name: 'Marco Rossi', role: 'manager', venue: 'havnen', job: 'manager' },
  { key: 'ada', name: 'Ada Lund', role: 'trainer', venue: null, job: null },
  { key: 'pernille', name: 'Pernille Skov', role: 'partner', venue: null, job: null },
  { key: 'noor', name: 'Noor Haddad', role: null, venue: 'kilden', job: 'floor' },
]

/** The life behind a member of the cast: Ines is new and has done nothing, Noor is half-way, Marco lacks only the newest, the rest were there first. */
export function lifeOf(member: CastMember, today: Day): Life {
  const { name, venue, job } = member
  const firstOn = addDays(today, -({ ines: 3, noor: 20 }[member.key] ?? townAgeDays))
  const runs = {
    noor: [{ courseId: basicCourse, on: addDays(today, -12), modules: 1, stumbles: false }],
    marco: [
      { courseId: basicCourse, on: addDays(today, -300), modules: wholeCourse, stumbles: false },
      { courseId: 'tryg-for-alle', on: addDays(today, -240), modules: wholeCourse, stumbles: false },
      { courseId: 'vagtansvarlig', on: addDays(today, -180), modules: wholeCourse, stumbles: false },
      { courseId: 'husets-regler', on: addDays(today, -120), modules: wholeCourse, stumbles: false },
    ],
  }[member.key]
  return {
    name,
    language: 'da',
    job: job ?? 'other',
    venues: venue ? [venue] : [],
    firstOn,
    lastOn: null,
    confirmedAfterDays: 0,
    runs: runs ?? [],
  }
}

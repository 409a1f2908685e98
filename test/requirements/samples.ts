import type { Revision } from '#courses/course.ts'
import type { Affected } from '#requirements/affected.ts'
import { endingPage, toEndingPage } from '#requirements/ending-pages.ts'
import { requirementsPage, toRequirementsPage } from '#requirements/pages.ts'
import { previewPage, toPreviewPage } from '#requirements/preview-pages.ts'
import type { Requirement } from '#requirements/requirement.ts'
import { newRequirementPage, toNewRequirementPage } from '#requirements/setting-pages.ts'
import { wordsIn } from '#web/words.ts'
import { asRevision } from '../support/revision.ts'
import { tinyCourse } from '../support/tiny-course.ts'

const w = wordsIn('da')
const today = '2026-11-22'
const courseId = tinyCourse.id
const courses: readonly Revision[] = [asRevision(tinyCourse)]
const now: Requirement = { job: 'any', courseId, days: 30, countsFromOn: '2026-03-01', lastOn: '2026-12-31' }
const requirements: readonly Requirement[] = [
  { job: 'any', courseId, days: 14, countsFromOn: '2025-01-01', lastOn: '2026-02-28' },
  now,
  { job: 'any', courseId, days: 10, countsFromOn: '2027-01-01', lastOn: null },
  { job: 'door', courseId: 'gone', days: 1, countsFromOn: '2027-01-01', lastOn: '2027-06-30' },
]
const change = (personId: string, was: string | null, becomes: string | null) => ({
  personId,
  venueId: 'v1',
  was,
  becomes,
})
const many = Array.from({ length: 120 }, (_, n) => change(`p${n}`, null, '2026-12-31'))
const affected: Affected = {
  people: 124,
  venues: 1,
  holders: 1,
  unconfirmed: 2,
  changes: [
    change('ines', '2026-10-01', today),
    ...many,
    change('noor', '2026-12-01', '2026-12-01'),
    change('sam', '2026-12-01', null),
  ],
}
const names = {
  people: new Map([
    ['ines', 'Ines <Sørensen>'],
    ['sam', null],
  ]),
  venues: new Map([['v1', 'Havnen']]),
}
const view = { affected, names, day: today, today }
const setting = { courseId, job: 'any', days: 0, from: today } as const
const ending = { requirement: now, courses, today, typed: '', refused: false, affected: null }
const few = { ...view, affected: { ...affected, changes: affected.changes.slice(-2) } }

export const samples = [
  { page: requirementsPage, model: toRequirementsPage({ requirements, courses, today }, w) },
  { page: requirementsPage, model: toRequirementsPage({ requirements: [], courses, today }, w) },
  { page: newRequirementPage, model: toNewRequirementPage({ courses, today }, w, { typed: { course: courseId } }) },
  {
    page: newRequirementPage,
    model: toNewRequirementPage({ courses, today }, w, {
      typed: { days: 'x' },
      faults: { days: 'requirements.graceFault', course: 'requirements.courseFault' },
    }),
  },
  { page: previewPage, model: toPreviewPage({ ...view, setting, known: requirements, courses }, w) },
  { page: endingPage, model: toEndingPage(ending, w) },
  { page: endingPage, model: toEndingPage({ ...ending, typed: '2020-01-01', refused: true }, w) },
  { page: endingPage, model: toEndingPage({ ...ending, typed: today, affected: few }, w) },
]

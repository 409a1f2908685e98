import type { Job } from '#people/job.ts'
import type { RequiredJob } from '#requirements/requirement.ts'

/** A course the demo town requires besides the basic one: of whom, within how many days, and since how many days ago. */
export interface FurtherCourse {
  courseId: string
  jobs: readonly RequiredJob[]
  days: number
  sinceDaysAgo: number
}

export const basicCourse = 'grundkursus'

/** What the association added to the basic course in the last year, one course after the other. */
export const furtherCourses: readonly FurtherCourse[] = [
  { courseId: 'ansvarlig-udskaenkning', jobs: ['bar', 'floor', 'duty-manager'], days: 30, sinceDaysAgo: 330 },
  { courseId: 'tryg-for-alle', jobs: ['any'], days: 60, sinceDaysAgo: 270 },
  { courseId: 'vagtansvarlig', jobs: ['duty-manager', 'manager'], days: 60, sinceDaysAgo: 210 },
  { courseId: 'husets-regler', jobs: ['any'], days: 60, sinceDaysAgo: 150 },
  { courseId: 'partnerskabet', jobs: ['manager'], days: 90, sinceDaysAgo: 60 },
]

export const furtherCoursesFor = (job: Job): FurtherCourse[] =>
  furtherCourses.filter(({ jobs }) => jobs.some((one) => one === 'any' || one === job))

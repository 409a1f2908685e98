import { freeSlug, slugOf } from '#courses/slug.ts'
import { listPublished } from '#courses/store.ts'
import type { Work } from '#db/work.ts'
import { draftedCourses } from '#drafts/store.ts'
import { type CourseSettings, newCourseFile } from './course-settings.ts'
import { writeFiles } from './write-files.ts'

/** Addresses beside the courses' own. */
const reserved = ['new', 'import']

/** Begins a course that nobody but trainers sees; its id is made from its Danish title. Refuses: forbidden. */
export async function beginCourse(work: Work, settings: CourseSettings): Promise<string> {
  const published = (await listPublished(work.db)).map((revision) => revision.courseId)
  const id = freeSlug(slugOf(settings.title.da) || 'kursus', [
    ...published,
    ...(await draftedCourses(work.db)),
    ...reserved,
  ])
  await writeFiles(work, id, [{ path: 'course.yaml', text: newCourseFile(id, settings) }])
  return id
}

import type { Notice, State } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { courseUrl, importUrl, newCourseUrl, updatesUrl } from './addresses.ts'
import type { CourseStanding } from './find-standing.ts'
import { draftsText, type Names, revisionText, statesOf, translationTexts } from './standing-words.ts'

/** Every course, as its writers find it. */
export interface CoursesPage {
  title: string
  newUrl: string
  importUrl: string
  courses: readonly CourseLine[]
}

export interface CourseLine {
  title: string
  url: string
  states: readonly State[]
  lines: readonly string[]
  /** Texts that came along with the software and differ; null when there are none. */
  updates: { url: string; label: string } | null
}

export const coursesPage = page<CoursesPage>('authoring/courses')

export const toCoursesPage = (courses: readonly CourseStanding[], names: Names, w: Words): CoursesPage => ({
  title: w.t('authoring.title'),
  newUrl: newCourseUrl,
  importUrl,
  courses: courses.map((course) => ({
    title: course.title[w.language],
    url: courseUrl(course.id),
    ...standingPart(course, names, w),
  })),
})

/** The state of a course in words. */
export function standingPart(course: CourseStanding, names: Names, w: Words): Omit<CourseLine, 'title' | 'url'> {
  const { revision, drafts, updates, translation } = course
  const unsettled = course.unsettled.length
  const drafted = draftsText(drafts, names, w)
  return {
    states: statesOf({ published: revision !== null, drafts, unsettled, translation }, w),
    lines: [
      revisionText(revision, names, w),
      ...(drafted ? [drafted] : []),
      ...(unsettled > 0 ? [w.t('authoring.unsettled', { count: unsettled })] : []),
      ...translationTexts(translation, w),
    ],
    updates: updates > 0 ? { url: updatesUrl(course.id), label: w.t('authoring.updates', { count: updates }) } : null,
  }
}

/** A course from a time when files were not kept cannot be written here. */
export const noFiles = (w: Words): Notice => ({ kind: 'info', text: w.t('authoring.noFiles') })

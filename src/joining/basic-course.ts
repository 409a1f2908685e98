/** What every town begins with: everybody needs this course within so many days of their first. */
export const basicCourse = { courseId: 'grundkursus', days: 30 } as const

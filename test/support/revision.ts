import type { CourseDocument, Revision } from '#courses/course.ts'

/** A text as if it had been published, for pages that only show it. */
export const asRevision = (document: CourseDocument, of: Partial<Revision> = {}): Revision => ({
  id: 'r1',
  courseId: document.id,
  number: 1,
  sha256: 'a'.repeat(64),
  publishedAt: '2026-11-22T12:00:00.000Z',
  publishedBy: 'clockwork',
  origin: 'shipped',
  note: null,
  document,
  ...of,
})

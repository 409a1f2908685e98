import type { CourseDocument } from '#courses/course.ts'
import { publishRevision } from '#courses/publish-revision.ts'
import { findStanding } from '#learning/find-standing.ts'
import { askToReread } from '#rereading/ask-to-reread.ts'
import type { Cast } from '../support/cast.ts'
import type { TestHouse } from '../support/house.ts'
import { tinyCourse } from '../support/tiny-course.ts'

export const courseId = 'grundkursus'
/** The page "how" of the police module, whose one question is about the age. */
export const policeHow = { moduleId: 'police', pageId: 'how' }
/** The page "how" of the first-aid module, which no question is about. */
export const aidHow = { moduleId: 'aid', pageId: 'how' }

/** The tiny course with the question about the age on the page "how" in the police module, so that this page has a question of its own. */
export const firstText: CourseDocument = {
  ...tinyCourse,
  modules: tinyCourse.modules.map((module) =>
    module.id === 'police'
      ? {
          ...module,
          questions: module.questions.map((one) => (one.id === 'age' ? { ...one, pageId: 'how' } : one)),
        }
      : module,
  ),
}

/** The same with other words on the pages "how". */
export const textNo = (n: number): CourseDocument => ({
  ...firstText,
  modules: firstText.modules.map((module) => ({
    ...module,
    pages: module.pages.map((page) =>
      page.id === 'how' ? { ...page, html: { da: `<p>Tekst ${n}</p>`, en: `<p>Text ${n}</p>` } } : page,
    ),
  })),
})

/** Ada publishes a text in which pages are to be read again by a day. */
export const change = (
  house: TestHouse,
  { ada }: Cast,
  text: CourseDocument,
  pages: readonly { moduleId: string; pageId: string }[],
  dueOn: string,
) =>
  house.as(ada, async (work) => {
    const revision = await publishRevision(work, text, { files: new Map(), origin: 'town' })
    return { revision, ...(await askToReread(work, { revision, pages, dueOn })) }
  })

/** What a person is shown of the course: its revision's number, pages by module, questions, and how many pages are owed. */
export async function shownTo(house: TestHouse, personId: string) {
  const today = house.clock().toISOString().slice(0, 10)
  const { revision, short, enrolment } = await findStanding(house.db, personId, courseId, today)
  return {
    number: revision.number,
    pages: revision.document.modules.map((module) => `${module.id}: ${module.pages.map(({ id }) => id).join(' ')}`),
    questions: revision.document.modules.flatMap((module) => module.questions.map(({ id }) => id)),
    owed: short?.owed.pages.length ?? 0,
    dueOn: short?.owed.dueOn ?? null,
    begun: enrolment !== null,
  }
}

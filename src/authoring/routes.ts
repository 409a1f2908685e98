import type { FastifyPluginAsync } from 'fastify'
import { listPublished } from '#courses/store.ts'
import { inWork } from '#db/work.ts'
import { draftedCourses } from '#drafts/store.ts'
import type { House } from '#house.ts'
import { namesOf } from '#publishing/store.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { asksWriting } from '#web/signed-out-pages.ts'
import { wordsIn } from '#web/words.ts'
import { courseUrl, homeUrl, newCourseUrl } from './addresses.ts'
import { beginCourse } from './begin-course.ts'
import { courseWritten, readCourseForm } from './course-forms.ts'
import { courseRoutes } from './course-routes.ts'
import { courseSettingsPage, newCourse, toNewCoursePage } from './course-settings-pages.ts'
import { editorRoutes } from './editor-routes.ts'
import { type CourseStanding, findStanding } from './find-standing.ts'
import { moduleRoutes } from './module-routes.ts'
import { coursesPage, toCoursesPage } from './pages.ts'
import { settingsRoutes } from './settings-routes.ts'
import { writersIn } from './standing-words.ts'

/** Writing courses: all of them, each one, its modules, their settings, and the editor of every text. */
export const authoringRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    const { db } = house
    await app.register(courseRoutes(house))
    await app.register(moduleRoutes(house))
    await app.register(settingsRoutes(house))
    await app.register(editorRoutes(house))

    app.get(homeUrl, asks('writeCourse'), async (request, reply) => {
      const courses = await findAll(house)
      const names = await namesOf(
        db,
        courses.flatMap(({ drafts, revision }) => writersIn([drafts], revision)),
      )
      return coursesPage(reply, toCoursesPage(courses, names, wordsIn(languageOf(request))))
    })

    app.get(newCourseUrl, asks('writeCourse'), (request, reply) => {
      const form = { settings: newCourse, faults: {}, others: [] }
      return courseSettingsPage(reply, toNewCoursePage(form, wordsIn(languageOf(request))))
    })

    app.post(homeUrl, asksWriting('writeCourse', courseWritten), async (request, reply) => {
      const read = readCourseForm(request.body)
      if (Object.keys(read.faults).length > 0)
        return courseSettingsPage(reply, toNewCoursePage({ ...read, others: [] }, wordsIn(languageOf(request))), 422)
      const id = await inWork(house, actorOf(request), (work) => beginCourse(work, read.settings))
      leaveFlash(reply, 'authoring.courseBegun', isSecure(house.config))
      return seeOther(reply, courseUrl(id))
    })
  }

/** Published and begun courses, in the order of their ids. */
async function findAll({ db }: House): Promise<CourseStanding[]> {
  const published = (await listPublished(db)).map((revision) => revision.courseId)
  const ids = [...new Set([...published, ...(await draftedCourses(db))])].toSorted()
  return Promise.all(ids.map((id) => findStanding(db, id)))
}

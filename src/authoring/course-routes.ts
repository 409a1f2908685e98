import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { found } from '#base/refusal.ts'
import { inWork } from '#db/work.ts'
import { workingFolder } from '#drafts/store.ts'
import type { House } from '#house.ts'
import { may } from '#policy.ts'
import { namesOf } from '#publishing/store.ts'
import { readWhole, refusedBecause } from '#reader/look.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { wordsIn } from '#web/words.ts'
import { courseUrl } from './addresses.ts'
import { coursePage, toCoursePage } from './course-pages.ts'
import { faultsPage, type ReadCourse, toFaultsPage } from './faults-pages.ts'
import { findCourse } from './find-course.ts'
import { findLocal } from './find-local.ts'
import { readMove } from './forms.ts'
import { moveModule } from './move-module.ts'
import { writersIn } from './standing-words.ts'

interface CourseUrl {
  Params: { course: string }
}

/** One course: its modules in order, and what is missing in it. */
export const courseRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    const { db } = house

    app.get<CourseUrl>('/authoring/:course', asks('writeCourse'), async (request, reply) => {
      const course = await findCourse(db, request.params.course)
      const sums = [course.drafts, ...course.parts.map((part) => part.drafts)]
      const names = await namesOf(db, writersIn(sums, course.revision))
      const local = await findLocal(db, course)
      const fills = may.settleTown(actorOf(request))
      return coursePage(reply, toCoursePage({ course, local, names, fills }, wordsOf(request)))
    })

    app.get<CourseUrl>('/authoring/:course/faults', asks('writeCourse'), async (request, reply) => {
      const course = await findCourse(db, request.params.course)
      const read = await readIt(house, course.id)
      return faultsPage(reply, toFaultsPage(course, read, wordsOf(request)))
    })

    app.post<CourseUrl>('/authoring/:course/modules/order', asks('writeCourse'), async (request, reply) => {
      const courseId = request.params.course
      const { id, by } = found(readMove(request.body, 'module'), 'move')
      const { beside } = await inWork(house, actorOf(request), (work) =>
        moveModule(work, { courseId, moduleId: id, by }),
      )
      leaveFlash(reply, beside ? 'authoring.savedBeside' : 'authoring.moved', isSecure(house.config))
      return seeOther(reply, courseUrl(courseId))
    })
  }

async function readIt(house: House, courseId: string): Promise<ReadCourse> {
  try {
    return { refused: null, ...(await readWhole(house, await workingFolder(house.db, courseId))) }
  } catch (error) {
    return { refused: refusedBecause(error) }
  }
}

const wordsOf = (request: FastifyRequest) => wordsIn(languageOf(request))

import type { FastifyPluginAsync } from 'fastify'
import { dayOf, instantOf } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import { certificatesOf, numberOfEnrolment } from '#certificates/store.ts'
import { imageOf } from '#courses/pictures.ts'
import { getRevision } from '#courses/store.ts'
import type { Reading } from '#db/work.ts'
import type { House } from '#house.ts'
import { countUnseen } from '#mail/notice-store.ts'
import { venuesWithIds } from '#people/venue-store.ts'
import { may } from '#policy.ts'
import { codesLeft } from '#recovery/code-store.ts'
import { requiredOf } from '#requirements/store.ts'
import { signOffsOf } from '#reviewing/sign-off-store.ts'
import { unfilledIn } from '#town/local-facts-store.ts'
import { actorOf, asks } from '#web/doors.ts'
import { languageOf } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { attemptRoutes } from './attempt-routes.ts'
import { coursePage, toCoursePage } from './course-pages.ts'
import { exerciseRoutes } from './exercise-routes.ts'
import { findCourses } from './find-courses.ts'
import { findGroundwork } from './find-groundwork.ts'
import { findCourseProgress } from './find-progress.ts'
import { findStanding, type Standing } from './find-standing.ts'
import { learningMinutes } from './minutes.ts'
import { learningPage, toLearningPage } from './pages.ts'
import { quizRoutes } from './quiz-routes.ts'
import { readingRoutes } from './reading-routes.ts'
import { resultRoutes } from './result-routes.ts'
import { situationRoutes } from './situation-routes.ts'
import { enrolmentsIn, instantsOf } from './store.ts'

interface CourseUrl {
  Params: { course: string }
}
interface ImageUrl {
  Params: { revision: string; module: string; file: string }
}

export const learningRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    await app.register(readingRoutes(house))
    await app.register(situationRoutes(house))
    await app.register(exerciseRoutes(house))
    await app.register(quizRoutes(house))
    await app.register(attemptRoutes(house))
    await app.register(resultRoutes(house))

    app.get('/', { ...asks('useOwn'), prefixTrailingSlash: 'no-slash' }, async (request, reply) => {
      const { personId } = actorOf(request)
      const now = house.clock()
      const today = dayOf(now)
      const required = await requiredOf(house.db, personId, today)
      const courses = await findCourses(house.db, personId, { required, now })
      const certificates = await certificatesOf(house.db, personId)
      const venues = await namesOf(house.db, required)
      const unseen = await countUnseen(house.db, personId)
      const codes = (await codesLeft(house.db, personId))?.left ?? 0
      const facts = { courses, required, certificates, venues, unseen, codesLeft: codes, today }
      return learningPage(reply, toLearningPage(facts, wordsIn(languageOf(request))))
    })

    app.get<CourseUrl>('/:course', asks('useOwn'), async (request, reply) => {
      const { personId } = actorOf(request)
      const now = house.clock()
      const today = dayOf(now)
      const standing = await findStanding(house.db, personId, request.params.course, today)
      const { revision, enrolment, short } = standing
      const course = revision.document
      const progress = await findCourseProgress(house.db, course, enrolment, instantOf(now))
      const completed = enrolment?.completedAt ? enrolment : null
      const renewal = enrolment === null && !short && (await enrolmentsIn(house.db, personId, course.id)).length > 0
      const earnedIn = short?.owed.earnedIn ?? completed?.id
      const certificate = earnedIn === undefined ? null : await numberOfEnrolment(house.db, earnedIn)
      const spent = completed && learningMinutes(await instantsOf(house.db, completed))
      const back = await backOf(house.db, standing)
      const groundwork = await findGroundwork(house.db, course, { personId, today })
      const w = wordsIn(languageOf(request))
      const unfilled = may.publishCourse(actorOf(request)) ? await unfilledIn(house.db, [course]) : []
      const labels = unfilled.map(({ label }) => label[w.language])
      const facts = { course, progress, started: enrolment !== null, renewal, certificate, spent, groundwork }
      const signOffs = await signOffsOf(house.db, revision.id)
      const again = { owed: short?.owed ?? null, back, today }
      return coursePage(reply, toCoursePage({ ...facts, ...again, signOffs, unfilled: labels }, w))
    })

    app.get<ImageUrl>('/images/:revision/:module/:file', asks('useOwn'), async (request, reply) => {
      const { params } = request
      const revision = await getRevision(house.db, params.revision)
      const image = found(imageOf(revision, `${params.module}/${params.file}`), 'image')
      const policy = String(reply.getHeader('content-security-policy'))
      return reply
        .header('content-security-policy', `${policy}; sandbox`)
        .header('cache-control', 'private, max-age=31536000, immutable')
        .type(image.type)
        .send(image.bytes)
    })
  }

/** When the changed pages of the text that is shown were read again, and how long it took; null when there were none, or others are to be read. */
async function backOf(db: Reading, { short, certificate }: Standing) {
  if (short || !certificate?.broughtUp) return null
  const { on, doneIn } = certificate.broughtUp
  return { on, spent: learningMinutes(await instantsOf(db, { id: doneIn, completedAt: null })) }
}

/** The names of the venues that require something, by id. */
async function namesOf(db: Reading, required: readonly { venueId: string }[]): Promise<ReadonlyMap<string, string>> {
  if (required.length === 0) return new Map()
  const ids = [...new Set(required.map((one) => one.venueId))]
  return new Map((await venuesWithIds(db, ids)).map(({ id, name }) => [id, name]))
}

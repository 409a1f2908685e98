import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { instantOf } from '#base/dates.ts'
import { keptFiles } from '#courses/source-store.ts'
import { inWork, type Work } from '#db/work.ts'
import { workingSha } from '#drafts/draft.ts'
import { getWorkingFile } from '#drafts/store.ts'
import type { House } from '#house.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { asksWriting } from '#web/signed-out-pages.ts'
import { type Key, wordsIn } from '#web/words.ts'
import { requestsUrl } from './addresses.ts'
import { askForReview } from './ask-for-review.ts'
import { changesPage, toChangesPage } from './change-pages.ts'
import { getComment } from './comment-store.ts'
import { endReview } from './end-review.ts'
import { findRequests } from './find-requests.ts'
import { readAsked, readId } from './forms.ts'
import { linkPage, toLinkPage } from './link-pages.ts'
import { lasts } from './request.ts'
import { type RefusedAsk, requestsPage, toRequestsPage } from './request-pages.ts'
import { settleComment } from './settle-comment.ts'
import { getRequest } from './store.ts'
import { withdrawSignOff } from './withdraw-sign-off.ts'

interface CourseUrl {
  Params: { course: string }
}
type Asking = FastifyRequest<CourseUrl>

const address = '/authoring/:course/reviews'

/** Asking others to look at a course, and what came of it. All trainers see all of it. */
export const requestRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    const door = asks('writeCourse')

    app.get<CourseUrl>(address, door, (request, reply) => show(request, reply))

    app.post<CourseUrl>(address, asksWriting('writeCourse', /^(toName|message)$/), async (request, reply) => {
      const facts = await factsFor(request)
      const read = readAsked(request.body, [...facts.modules.keys()])
      if (!read.ok) return show(request, reply, read)
      const { courseId } = facts
      const token = await inWork(house, actorOf(request), (work) => askForReview(work, { courseId, ...read.value }))
      const expiresAt = instantOf(new Date(house.clock().getTime() + lasts))
      const module = facts.modules.get(read.value.moduleId) ?? read.value.moduleId
      const { toName } = read.value
      const link = { courseId, toName, module, token, baseUrl: house.config.baseUrl, expiresAt }
      return linkPage(reply, toLinkPage(link, wordsIn(languageOf(request))))
    })

    app.post<CourseUrl>(`${address}/end`, door, (request, reply) =>
      does(request, reply, 'reviewing.takenBack', async (work, courseId) =>
        endReview(work, await getRequest(work.db, courseId, readId(request.body, 'request'))),
      ),
    )

    app.post<CourseUrl>(`${address}/settle`, door, (request, reply) =>
      does(request, reply, 'reviewing.settledNow', (work, courseId) =>
        settleComment(work, courseId, readId(request.body, 'comment')),
      ),
    )

    app.post<CourseUrl>(`${address}/withdraw`, door, (request, reply) =>
      does(request, reply, 'reviewing.withdrawn', (work, courseId) =>
        withdrawSignOff(work, courseId, readId(request.body, 'signOff')),
      ),
    )

    app.get<CourseUrl>(`${address}/changes`, door, async (request, reply) => {
      const { course: courseId } = request.params
      const id = readId(request.query, 'comment')
      if (id === '') return seeOther(reply, requestsUrl(courseId))
      const comment = await getComment(house.db, courseId, id)
      const now = workingSha(await getWorkingFile(house.db, courseId, comment.path))
      const texts = await keptFiles(
        house.db,
        [comment.sha256, now].filter((sha256) => sha256 !== null),
      )
      const textOf = (sha256: string | null) => {
        const bytes = sha256 === null ? undefined : texts.get(sha256)
        return bytes ? new TextDecoder().decode(bytes) : null
      }
      const facts = { courseId, comment, before: textOf(comment.sha256), after: textOf(now) }
      return changesPage(reply, toChangesPage(facts, wordsIn(languageOf(request))))
    })

    async function does(
      request: Asking,
      reply: FastifyReply,
      said: Key,
      task: (work: Work, courseId: string) => Promise<void>,
    ) {
      const { course: courseId } = request.params
      await inWork(house, actorOf(request), (work) => task(work, courseId))
      leaveFlash(reply, said, isSecure(house.config))
      return seeOther(reply, requestsUrl(courseId))
    }

    const factsFor = (request: Asking) =>
      findRequests(house.db, request.params.course, {
        at: instantOf(house.clock()),
        language: languageOf(request),
      })

    async function show(request: Asking, reply: FastifyReply, refused: RefusedAsk | null = null) {
      const chosen = { typed: { module: readId(request.query, 'module') }, faults: {} }
      const page = toRequestsPage(await factsFor(request), wordsIn(languageOf(request)), refused ?? chosen)
      return requestsPage(reply, page, refused ? 422 : 200)
    }
  }

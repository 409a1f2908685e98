import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { dayOf, type Instant, instantOf } from '#base/dates.ts'
import { Refusal } from '#base/refusal.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { type Typed, typedText } from '#web/form.ts'
import { languageOf } from '#web/language.ts'
import { asksWriting } from '#web/signed-out-pages.ts'
import { wordsIn } from '#web/words.ts'
import { publishedUrl } from './addresses.ts'
import { findPublication, type Publication } from './find-publication.ts'
import { askedPages } from './form-parts.ts'
import { type PublicationForm, readPublication } from './forms.ts'
import { publicationPage, type RefusedPublication, toPublicationPage } from './pages.ts'
import { trainerName } from './person-words.ts'
import { publishCourse } from './publish-course.ts'
import { revisionRoutes } from './revision-routes.ts'
import { writersSince } from './seen.ts'
import { updateRoutes } from './update-routes.ts'

interface CourseUrl {
  Params: { course: string }
}

export const publishingRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    await app.register(revisionRoutes(house))
    await app.register(updateRoutes(house))

    app.get<CourseUrl>('/authoring/:course/publication', asks('publishCourse'), async (request, reply) =>
      show(request, reply, await findPublication(house, request.params.course)),
    )

    app.post<CourseUrl>(
      '/authoring/:course/publication',
      asksWriting('publishCourse', /^(note|due)$/),
      async (request, reply) => {
        const found = await findPublication(house, request.params.course)
        const typed = (request.body ?? {}) as Typed
        const pages = askedPages(found.changes)
        const read = readPublication(request.body, { pages, today: dayOf(house.clock()) })
        if (typedText(typed, 'seen') !== found.seen) return showChanged(request, reply, found, typed)
        if (!read.ok) return show(request, reply, found, { ...read, meanwhile: null }, 422)
        try {
          const number = await publish(request, found, read.value)
          return seeOther(reply, publishedUrl(found.courseId, number))
        } catch (thrown) {
          if (!(thrown instanceof Refusal && thrown.code === 'conflict')) throw thrown
          return showChanged(request, reply, await findPublication(house, found.courseId), typed)
        }
      },
    )

    async function publish(request: FastifyRequest, { read, folder }: Publication, form: PublicationForm) {
      if (read.refused !== null || !read.course) throw new Refusal('conflict', 'cannot be published as it is')
      const { course } = read
      const files = new Map([...folder.files].flatMap(([path, bytes]) => (bytes ? [[path, bytes] as const] : [])))
      const pages = form.again.map((page) => {
        const [moduleId = '', pageId = ''] = page.split('/')
        return { moduleId, pageId }
      })
      const again = form.dueOn === null ? null : { pages, dueOn: form.dueOn }
      const { seen, note } = form
      const revision = await inWork(house, actorOf(request), (work) =>
        publishCourse(work, { course, files, seen, note, again }),
      )
      return revision.number
    }

    /** What she had before her is not what stands there now: she looks again, with what she had typed. */
    function showChanged(request: FastifyRequest, reply: FastifyReply, found: Publication, typed: Typed) {
      const words = wordsIn(languageOf(request))
      const since = instantIn(typedText(typed, 'seenAt'))
      const writers = since === null ? [] : writersSince(found, since)
      const others = writers.filter((id) => id !== actorOf(request).personId)
      const meanwhile = others.map((id) => trainerName(id, found.names, words))
      return show(request, reply, found, { typed, faults: {}, meanwhile }, 422)
    }

    function show(
      request: FastifyRequest,
      reply: FastifyReply,
      found: Publication,
      refused?: RefusedPublication,
      status = 200,
    ) {
      const now = house.clock()
      const of = { ...found, today: dayOf(now), at: instantOf(now) }
      return publicationPage(reply, toPublicationPage(of, wordsIn(languageOf(request)), refused), status)
    }
  }

const instantIn = (text: string): Instant | null => (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? text : null)

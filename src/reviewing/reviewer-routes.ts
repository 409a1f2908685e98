import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { instantOf } from '#base/dates.ts'
import { Refusal } from '#base/refusal.ts'
import { isHarmless, isPictureName, pictureType } from '#courses/pictures.ts'
import { keptFile } from '#courses/source-store.ts'
import { inWork } from '#db/work.ts'
import { listOf, workingFiles } from '#drafts/store.ts'
import type { House } from '#house.ts'
import { clockwork } from '#policy.ts'
import { sha256 } from '#signin/token.ts'
import { seeOther } from '#web/answer.ts'
import { openDoor } from '#web/doors.ts'
import { languageOf } from '#web/language.ts'
import { openMisses } from '#web/misses.ts'
import { wordsIn } from '#web/words.ts'
import { reviewUrl } from './addresses.ts'
import { commentsOn } from './comment-store.ts'
import { finishReview } from './finish-review.ts'
import { type ReviewForm, readReview, readSignature } from './forms.ts'
import { lookAtModule } from './look-at-module.ts'
import { isOpen, type ReviewRequest } from './request.ts'
import { gonePage, type Refused, reviewerPage, toGonePage, toReviewerPage } from './reviewer-pages.ts'
import { saveComments } from './save-comments.ts'
import { signOff } from './sign-module.ts'
import { courseSignOffs } from './sign-off-store.ts'
import { findRequest } from './store.ts'

interface TokenUrl {
  Params: { token: string }
}
interface PictureUrl {
  Params: { token: string; file: string }
}

/** The page behind a link to look at a module. Public, without cookies: the link is the key, and all it opens is that module. */
export const reviewerRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    const misses = openMisses()
    /** Boxes of four thousand signs add up: a form refused for its size would lose what was typed. */
    const bodyLimit = 1024 * 1024

    app.addHook('onRequest', async (_request, reply) => {
      reply.header('x-robots-tag', 'noindex, nofollow')
    })

    app.get<TokenUrl>('/reviews/:token', openDoor, async (request, reply) => {
      const asked = await openRequest(request)
      return asked ? show(request, reply, asked) : showGone(request, reply)
    })

    app.post<TokenUrl>('/reviews/:token', { ...openDoor, bodyLimit }, async (request, reply) => {
      const asked = await openRequest(request)
      if (!asked) return showGone(request, reply)
      const sent = readReview(request.body)
      const nothing = { sent, unsaved: false, faults: {}, changed: false }
      if (sent.tooLong.length > 0) return show(request, reply, asked, { ...nothing, unsaved: true })

      await does(request, (work) => saveComments(work, asked, sent))
      if (sent.did === 'done') await does(request, (work) => finishReview(work, asked))
      if (sent.did !== 'sign') {
        if (sent.name !== '')
          return show(request, reply, asked, { ...nothing, faults: { name: 'reviewing.notSigned' } })
        return back(request, reply, sent.at)
      }
      const signature = readSignature(sent)
      if (!signature.ok) return show(request, reply, asked, { ...nothing, faults: signature.faults })
      const stood = await sign(request, asked, sent, signature.value)
      return stood ? back(request, reply, 'end') : show(request, reply, asked, { ...nothing, changed: true })
    })

    app.get<PictureUrl>('/reviews/:token/pictures/:file', openDoor, async (request, reply) => {
      const asked = await openRequest(request)
      const { file } = request.params
      const sha = asked && isPictureName(file) ? await findPicture(asked, file) : null
      const bytes = sha === null ? null : await keptFile(house.db, sha)
      if (bytes === null || !isHarmless(file, bytes)) return showGone(request, reply)
      const policy = String(reply.getHeader('content-security-policy'))
      return reply
        .header('content-security-policy', `${policy}; sandbox`)
        .header('cache-control', 'private, max-age=300')
        .type(pictureType(file))
        .send(bytes)
    })

    /** Null for a link that opens nothing; guessing ends after some tries a minute. */
    async function openRequest(request: FastifyRequest<TokenUrl>): Promise<ReviewRequest | null> {
      const now = house.clock()
      const asked = await findRequest(house.db, sha256(request.params.token))
      if (!asked && misses.isOneTooMany(request.ip, now.getTime()))
        throw new Refusal('too-many', 'too many unknown links from one address')
      return asked && isOpen(asked, instantOf(now)) ? asked : null
    }

    async function findPicture({ courseId, moduleId }: ReviewRequest, file: string): Promise<string | null> {
      return listOf(await workingFiles(house.db, courseId)).get(`${moduleId}/${file}`) ?? null
    }

    /** A trainer who is signed in looks in her own name; anybody else is known by the link alone. */
    const does = (request: FastifyRequest, task: Parameters<typeof inWork<void>>[2]) =>
      inWork(house, request.actor ?? clockwork, task)

    /** False when the text was changed meanwhile. Who signs has gone through it. */
    async function sign(
      request: FastifyRequest,
      asked: ReviewRequest,
      { read }: ReviewForm,
      as: Omit<Parameters<typeof signOff>[1], 'request' | 'read'>,
    ): Promise<boolean> {
      return does(request, async (work) => {
        await signOff(work, { request: asked, read, ...as })
        await finishReview(work, asked)
      }).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Refusal && error.code === 'conflict') return false
          throw error
        },
      )
    }

    const back = (request: FastifyRequest<TokenUrl>, reply: FastifyReply, at: string) =>
      seeOther(reply, `${reviewUrl(request.params.token)}?lang=${languageOf(request)}#${at}`)

    async function show(
      request: FastifyRequest<TokenUrl>,
      reply: FastifyReply,
      asked: ReviewRequest,
      refused: Refused | null = null,
    ) {
      const language = languageOf(request)
      const look = await lookAtModule(house, { courseId: asked.courseId, moduleId: asked.moduleId, language })
      if (!look) return showGone(request, reply)
      const comments = await commentsOn(house.db, asked.id)
      const signOffs = (await courseSignOffs(house.db, asked.courseId)).filter((one) => one.requestId === asked.id)
      const { token } = request.params
      const facts = { token, request: asked, look, comments, signOffs, languages: app.offered.languages }
      return reviewerPage(reply, toReviewerPage(facts, wordsIn(language), refused), refused ? 422 : 200)
    }

    const showGone = (request: FastifyRequest, reply: FastifyReply) =>
      gonePage(reply, toGonePage(wordsIn(languageOf(request))), 410)
  }

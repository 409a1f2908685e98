import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '#base/refusal.ts'
import { keptFiles } from '#courses/source-store.ts'
import { findPublished } from '#courses/store.ts'
import { inWork } from '#db/work.ts'
import { getWorkingFile } from '#drafts/store.ts'
import type { House } from '#house.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { type Typed, typedText } from '#web/form.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { asksWriting } from '#web/signed-out-pages.ts'
import { type Key, wordsIn } from '#web/words.ts'
import { updatesUrl } from './addresses.ts'
import { findUpdates } from './find-updates.ts'
import { keepOwn } from './keep-own.ts'
import { type MergingView, mergingPage, toMergingPage } from './merging-pages.ts'
import { saveMerged } from './save-merged.ts'
import { takeUpdates } from './take-updates.ts'
import { canMerge, isSettled, type SeenUpdate, toUpdate, type Update } from './update.ts'
import { readDecision, readSeen, readText } from './update-forms.ts'
import { easyOnes, seenAll, toUpdatesPage, updatesPage } from './update-pages.ts'

interface CourseUrl {
  Params: { course: string }
}

/** A form that carries a whole text, every sign of it written out with three: what is too long is told, with the text kept. */
const writing = { ...asksWriting('writeCourse', /^text$/), bodyLimit: 1_000_000 }

export const updateRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    const { db } = house

    app.get<CourseUrl>('/authoring/:course/updates', asks('writeCourse'), (request, reply) =>
      show(request, reply, request.params.course),
    )

    app.post<CourseUrl>('/authoring/:course/updates', asks('writeCourse'), async (request, reply) => {
      const courseId = request.params.course
      try {
        return goOn(reply, courseId, await decide(request, courseId))
      } catch (thrown) {
        if (!(thrown instanceof Refusal && thrown.code === 'conflict')) throw thrown
        return show(request, reply, courseId, true)
      }
    })

    app.get<CourseUrl>('/authoring/:course/updates/merging', asks('writeCourse'), async (request, reply) => {
      const courseId = request.params.course
      const path = typedText(request.query as Typed, 'path')
      const update = (await findUpdates(db, courseId)).find((one) => one.path === path)
      // Somebody may have dealt with it since the link was shown.
      if (!update || !canMerge(update) || !isSettled(update)) return seeOther(reply, updatesUrl(courseId))
      return showMerging(request, reply, { courseId, update })
    })

    app.post<CourseUrl>('/authoring/:course/updates/merging', writing, async (request, reply) => {
      const courseId = request.params.course
      const seen = readSeen(request.body)
      if (!seen) return seeOther(reply, updatesUrl(courseId))
      const text = readText(request.body)
      try {
        await inWork(house, actorOf(request), (work) => saveMerged(work, courseId, { ...seen, text }))
        return goOn(reply, courseId, 'publishing.merged')
      } catch (thrown) {
        if (!(thrown instanceof Refusal && (thrown.code === 'conflict' || thrown.code === 'too-large'))) throw thrown
        const said = thrown.code === 'conflict' ? 'publishing.updateChanged' : 'publishing.tooLarge'
        return showMerging(request, reply, { courseId, update: await stillThere(courseId, seen) }, { text, said })
      }
    })

    /** Does what the form says; tells which words say that it is done. Refuses: conflict when something has changed since the form was shown. */
    async function decide(request: FastifyRequest, courseId: string): Promise<Key> {
      const decision = readDecision(request.body)
      const as = actorOf(request)
      if (decision === 'take-all') {
        const shown = typedText(request.body as Typed, 'seen')
        await inWork(house, as, async (work) => {
          const all = easyOnes(await findUpdates(work.db, courseId))
          if (seenAll(all) !== shown) throw new Refusal('conflict', 'changed meanwhile')
          await takeUpdates(work, courseId, all)
        })
        return 'publishing.allTaken'
      }
      const seen = readSeen(request.body)
      if (!seen || !decision) throw new Refusal('conflict', 'says nothing')
      if (decision === 'take') await inWork(house, as, (work) => takeUpdates(work, courseId, [seen]))
      else await inWork(house, as, (work) => keepOwn(work, courseId, seen))
      return decision === 'take' ? 'publishing.taken' : 'publishing.kept'
    }

    /** What was typed is shown again even when somebody else has dealt with the update meanwhile. */
    async function stillThere(courseId: string, { path, shipped, own }: SeenUpdate): Promise<Update> {
      const offered = (await findUpdates(db, courseId)).find((one) => one.path === path)
      return offered ?? toUpdate({ path, shipped, settled: own }, await getWorkingFile(db, courseId, path))
    }

    async function showMerging(
      request: FastifyRequest,
      reply: FastifyReply,
      of: Pick<MergingView, 'courseId' | 'update'>,
      refused?: { text: string; said: Key },
    ) {
      const words = wordsIn(languageOf(request))
      const notice = refused && ({ kind: 'bad', text: words.t(refused.said) } as const)
      const view = {
        ...of,
        ...(await around(of.courseId, [of.update])),
        refused: refused && notice ? { text: refused.text, notice } : null,
      }
      return mergingPage(reply, toMergingPage(view, words), refused ? 422 : 200)
    }

    async function show(request: FastifyRequest, reply: FastifyReply, courseId: string, changed = false) {
      const words = wordsIn(languageOf(request))
      const updates = await findUpdates(db, courseId)
      const notice = changed ? ({ kind: 'bad', text: words.t('publishing.updateChanged') } as const) : null
      const view = { courseId, updates, notice, ...(await around(courseId, updates)) }
      return updatesPage(reply, toUpdatesPage(view, words), changed ? 422 : 200)
    }

    /** The titles, and the texts that are compared. */
    async function around(courseId: string, updates: readonly Update[]) {
      const texts = updates.filter((update) => update.place?.kind !== 'picture')
      const wanted = texts.flatMap(({ shipped, settled, own }) => [shipped, settled, own])
      const bytes = await keptFiles(
        db,
        wanted.filter((sha256) => sha256 !== null),
      )
      const textOf = (sha256: string | null | undefined) => new TextDecoder().decode(bytes.get(sha256 ?? ''))
      return { document: (await findPublished(db, courseId))?.document ?? null, textOf }
    }

    function goOn(reply: FastifyReply, courseId: string, said: Key) {
      leaveFlash(reply, said, isSecure(house.config))
      return seeOther(reply, updatesUrl(courseId))
    }
  }

import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { found, Refusal } from '#base/refusal.ts'
import type { Revision } from '#courses/course.ts'
import { filesOf, folderOf } from '#courses/source-store.ts'
import { revisionsOf } from '#courses/store.ts'
import { inWork } from '#db/work.ts'
import { workingFiles } from '#drafts/store.ts'
import type { House } from '#house.ts'
import { townValues } from '#town/local-facts-store.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { type Typed, typedText } from '#web/form.ts'
import { languageOf } from '#web/language.ts'
import type { Notice } from '#web/parts.ts'
import { asksWriting } from '#web/signed-out-pages.ts'
import { type Key, wordsIn } from '#web/words.ts'
import { publishedUrl } from './addresses.ts'
import { changesPage, toChangesPage } from './changes-pages.ts'
import { compareRevisions } from './compare-revisions.ts'
import { tryToRead } from './find-publication.ts'
import { findRevisions, getNumbered } from './find-revisions.ts'
import { readNote } from './forms.ts'
import { publishAgain } from './publish-again.ts'
import { revisionModulePage, toRevisionModulePage } from './revision-module-pages.ts'
import { type RefusedAgain, revisionPage, toRevisionPage } from './revision-pages.ts'
import { revisionsPage, toRevisionsPage } from './revisions-pages.ts'
import { namesOf } from './store.ts'

interface Url {
  Params: { course: string; number: string; module: string }
}

export const revisionRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    const { db } = house

    app.get<Url>('/authoring/:course/revisions', asks('publishCourse'), async (request, reply) => {
      const courseId = request.params.course
      const justPublished = Number(typedText(request.query as Typed, 'published')) || null
      const view = { ...(await findRevisions(house, courseId)), courseId, justPublished }
      return revisionsPage(reply, toRevisionsPage(view, wordsOf(request)))
    })

    app.get<Url>('/authoring/:course/revisions/:number', asks('publishCourse'), async (request, reply) =>
      show(request, reply, await revisionIn(request)),
    )

    app.get<Url>(
      '/authoring/:course/revisions/:number/modules/:module',
      asks('publishCourse'),
      async (request, reply) => {
        const revision = await revisionIn(request)
        const module = found(
          revision.document.modules.find((one) => one.id === request.params.module),
          'module',
        )
        const values = await townValues(db, languageOf(request))
        return revisionModulePage(reply, toRevisionModulePage({ revision, module, values }, wordsOf(request)))
      },
    )

    app.get<Url>('/authoring/:course/revisions/:number/changes', asks('publishCourse'), async (request, reply) => {
      const one = await revisionIn(request)
      const other = await getNumbered(
        db,
        one.courseId,
        typedText(request.query as Typed, 'from') || String(Math.max(1, one.number - 1)),
      )
      return changesPage(reply, toChangesPage(await compareRevisions(house, one, other), wordsOf(request)))
    })

    app.post<Url>(
      '/authoring/:course/revisions/:number/publication',
      asksWriting('publishCourse', /^note$/),
      async (request, reply) => {
        const revision = await revisionIn(request)
        const { typed, note } = readNote(request.body)
        if (note === null) return show(request, reply, revision, { typed, wrongNote: true, notice: null })
        const refuse = (key: Key) => {
          const notice: Notice = { kind: 'bad', text: wordsOf(request).t(key) }
          return show(request, reply, revision, { typed, wrongNote: false, notice })
        }
        const files = await filesOf(db, revision.id)
        if (files.size === 0) return refuse('publishing.noFiles')
        const folder = await folderOf(db, revision.courseId, files)
        const read = await tryToRead(house, folder)
        if (read.refused !== null) return refuse(read.refused === 'busy' ? 'publishing.busy' : 'publishing.unreadable')
        const { course } = read
        if (!course) return refuse('publishing.oldFaults')
        const bytes = new Map(
          [...folder.files].flatMap(([path, content]) => (content ? [[path, content] as const] : [])),
        )
        try {
          const of = { revisionId: revision.id, course, files: bytes, note }
          const again = await inWork(house, actorOf(request), (work) => publishAgain(work, of))
          return seeOther(reply, publishedUrl(revision.courseId, again.number))
        } catch (thrown) {
          if (thrown instanceof Refusal && thrown.code === 'conflict') return refuse('publishing.isNewest')
          throw thrown
        }
      },
    )

    const revisionIn = (request: FastifyRequest<Url>) => getNumbered(db, request.params.course, request.params.number)

    async function show(request: FastifyRequest, reply: FastifyReply, revision: Revision, refused?: RefusedAgain) {
      const lines = await revisionsOf(db, revision.courseId)
      const drafted = await workingFiles(db, revision.courseId)
      const view = {
        revision,
        lines,
        names: await namesOf(
          db,
          lines.map((line) => line.publishedBy),
        ),
        hasFiles: (await filesOf(db, revision.id)).size > 0,
        drafted: drafted.filter((file) => file.drafts.length > 0).length,
      }
      return revisionPage(reply, toRevisionPage(view, wordsOf(request), refused), refused ? 422 : 200)
    }
  }

const wordsOf = (request: FastifyRequest) => wordsIn(languageOf(request))

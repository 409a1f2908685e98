import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { found } from '#base/refusal.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { namesOf } from '#publishing/store.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { type Key, wordsIn } from '#web/words.ts'
import { addText } from './add-text.ts'
import { courseUrl, editUrl, moduleUrl } from './addresses.ts'
import { findModule } from './find-module.ts'
import { readKind, readMove, readSeen, readTextName, readTitle } from './forms.ts'
import { modulePage, toModulePage } from './module-pages.ts'
import { movePage } from './move-page.ts'
import { removalPage, toModuleRemovalPage, toTextRemovalPage } from './removal-pages.ts'
import { removeModule, removeTexts } from './remove-module.ts'
import { restoreFiles, restoreModule } from './restore-files.ts'
import { retitlePage } from './retitle-page.ts'
import { writersIn } from './standing-words.ts'
import type { RefusedTitle } from './title-fields.ts'

interface ModuleUrl {
  Params: { course: string; module: string }
  Querystring: { text?: string }
}

const place = '/authoring/:course/modules/:module'

/** One module: its texts in order, and whatever is done with them as a whole. */
export const moduleRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    const { db } = house
    const said = (reply: FastifyReply, key: Key, url: string) => {
      leaveFlash(reply, key, isSecure(house.config))
      return seeOther(reply, url)
    }

    app.get<ModuleUrl>(place, asks('writeCourse'), async (request, reply) => {
      return show(request, reply)
    })

    app.post<ModuleUrl>(`${place}/pages`, asks('writeCourse'), async (request, reply) => {
      const { courseId, moduleId } = idsOf(request)
      const kind = found(readKind(request.body), 'kind')
      const { ok, title } = readTitle(request.body)
      if (!ok) return show(request, reply, { form: kind, title })
      const language = languageOf(request)
      const path = await inWork(house, actorOf(request), (work) =>
        addText(work, { courseId, moduleId, kind, title, language }),
      )
      return said(reply, 'authoring.textBegun', editUrl(courseId, path))
    })

    app.post<ModuleUrl>(`${place}/pages/order`, asks('writeCourse'), async (request, reply) => {
      const { courseId, moduleId } = idsOf(request)
      const { id, by } = found(readMove(request.body, 'page'), 'move')
      await inWork(house, actorOf(request), (work) => movePage(work, { courseId, moduleId, pageId: id, by }))
      return said(reply, 'authoring.moved', moduleUrl(courseId, moduleId))
    })

    app.post<ModuleUrl>(`${place}/pages/titles`, asks('writeCourse'), async (request, reply) => {
      const { courseId, moduleId } = idsOf(request)
      const name = found(readTextName(request.body), 'text')
      const { ok, title } = readTitle(request.body)
      if (!ok) return show(request, reply, { form: name, title })
      await inWork(house, actorOf(request), (work) => retitlePage(work, { courseId, moduleId, name, title }))
      return said(reply, 'authoring.renamed', moduleUrl(courseId, moduleId))
    })

    app.get<ModuleUrl>(`${place}/removal`, asks('writeCourse'), async (request, reply) => {
      const { courseId, moduleId } = idsOf(request)
      const module = await findModule(db, courseId, moduleId)
      const name = readTextName(request.query)
      const w = wordsIn(languageOf(request))
      const model = name === null ? toModuleRemovalPage(module, w) : toTextRemovalPage(module, name, w)
      return removalPage(reply, found(model, 'text'))
    })

    app.post<ModuleUrl>(`${place}/removal`, asks('writeCourse'), async (request, reply) => {
      const { courseId, moduleId } = idsOf(request)
      const name = readTextName(request.body)
      const bases = readSeen(request.body, moduleId, name)
      const { beside } = await inWork(house, actorOf(request), (work) =>
        name === null ? removeModule(work, { courseId, moduleId, bases }) : removeTexts(work, { courseId, bases }),
      )
      const to = name === null ? courseUrl(courseId) : moduleUrl(courseId, moduleId)
      return said(reply, beside ? 'authoring.savedBeside' : 'authoring.removed', to)
    })

    app.post<ModuleUrl>(`${place}/restoration`, asks('writeCourse'), async (request, reply) => {
      const { courseId, moduleId } = idsOf(request)
      const name = readTextName(request.body)
      const isWanted = (path: string) => path.startsWith(`${moduleId}/`) && path.endsWith(`/${name}`)
      await inWork(house, actorOf(request), (work) =>
        name === null ? restoreModule(work, courseId, moduleId) : restoreFiles(work, courseId, isWanted),
      )
      return said(reply, 'authoring.restored', moduleUrl(courseId, moduleId))
    })

    async function show(request: FastifyRequest<ModuleUrl>, reply: FastifyReply, refused?: RefusedTitle) {
      const { courseId, moduleId } = idsOf(request)
      const module = await findModule(db, courseId, moduleId)
      const texts = [...module.pages, module.situation, module.card].map((text) => text?.drafts ?? null)
      const names = await namesOf(db, writersIn([module.part.drafts, ...texts], null))
      return modulePage(
        reply,
        toModulePage(module, { names, refused }, wordsIn(languageOf(request))),
        refused ? 422 : 200,
      )
    }
  }

const idsOf = ({ params }: FastifyRequest<ModuleUrl>) => ({ courseId: params.course, moduleId: params.module })

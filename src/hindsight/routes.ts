import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { found } from '#base/refusal.ts'
import type { ModuleDocument } from '#courses/course.ts'
import { findPublished } from '#courses/store.ts'
import { listOf, workingFiles } from '#drafts/store.ts'
import type { House } from '#house.ts'
import { asks } from '#web/doors.ts'
import { languageOf } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { findTally } from './find-tally.ts'
import { judgeModule } from './judged-module.ts'
import { moduleFiguresPage, toModuleFiguresPage } from './module-pages.ts'
import { figuresPage, toFiguresPage } from './pages.ts'

interface CourseUrl {
  Params: { course: string }
}
interface ModuleUrl {
  Params: { course: string; module: string }
}

export const hindsightRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get<CourseUrl>('/authoring/:course/figures', asks('writeCourse'), async (request, reply) => {
      const published = await publishedCourse(request.params.course)
      const tally = await findTally(house.db, published, { moduleId: null, now: house.clock() })
      const modules = published.document.modules.map((module) => judgeModule(module, tally))
      return figuresPage(reply, toFiguresPage(published.document, modules, wordsOf(request)))
    })

    app.get<ModuleUrl>('/authoring/:course/figures/:module', asks('writeCourse'), async (request, reply) => {
      const published = await publishedCourse(request.params.course)
      const module = found(moduleOf(published.document.modules, request.params.module), 'module')
      const tally = await findTally(house.db, published, { moduleId: module.id, now: house.clock() })
      const paths = new Set(listOf(await workingFiles(house.db, published.courseId)).keys())
      const judged = judgeModule(module, tally)
      return moduleFiguresPage(reply, toModuleFiguresPage(published.document, judged, { paths, w: wordsOf(request) }))
    })

    const publishedCourse = async (courseId: string) => found(await findPublished(house.db, courseId), 'course')
  }

const moduleOf = (modules: readonly ModuleDocument[], id: string) => modules.find((module) => module.id === id)
const wordsOf = (request: FastifyRequest) => wordsIn(languageOf(request))

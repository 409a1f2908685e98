import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { listPublished } from '#courses/store.ts'
import { inWork } from '#db/work.ts'
import type { Base } from '#drafts/draft.ts'
import type { House } from '#house.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { asksWriting } from '#web/signed-out-pages.ts'
import { wordsIn } from '#web/words.ts'
import { courseUrl, editUrl, moduleUrl, versionsUrl } from './addresses.ts'
import { beginModule } from './begin-module.ts'
import { changeSettings } from './change-settings.ts'
import { courseWritten, readCourseForm } from './course-forms.ts'
import { courseSettingsIn, writeCourseSettings } from './course-settings.ts'
import { courseSettingsPage, toCourseSettingsPage } from './course-settings-pages.ts'
import { findCourse, titleIn } from './find-course.ts'
import { findStanding } from './find-standing.ts'
import { findText } from './find-text.ts'
import { readBase } from './forms.ts'
import { moduleWritten, readModuleForm } from './module-forms.ts'
import { moduleSettingsIn, writeModuleSettings } from './module-settings.ts'
import { moduleSettingsPage, newModule, toModuleSettingsPage, toNewModulePage } from './module-settings-pages.ts'
import { openYaml } from './rewrite-yaml.ts'

interface CourseUrl {
  Params: { course: string }
}
interface ModuleUrl {
  Params: { course: string; module: string }
}

/** The settings of courses and modules, by form; a file that no form can read is edited as text. */
export const settingsRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    const { db } = house
    const wordsOf = (request: FastifyRequest) => wordsIn(languageOf(request))

    app.get<CourseUrl>('/authoring/:course/settings', asks('writeCourse'), async (request, reply) => {
      const courseId = request.params.course
      const { text, base } = await findText(db, courseId, 'course.yaml')
      const document = openYaml(text)
      if (!document) return seeOther(reply, editUrl(courseId, 'course.yaml'))
      return showCourse(request, reply, courseId, { settings: courseSettingsIn(document), faults: {}, base })
    })

    app.post<CourseUrl>(
      '/authoring/:course/settings',
      asksWriting('writeCourse', courseWritten),
      async (request, reply) => {
        const courseId = request.params.course
        const { settings, faults } = readCourseForm(request.body)
        const base = readBase(request.body)
        if (Object.keys(faults).length > 0) return showCourse(request, reply, courseId, { settings, faults, base }, 422)
        const change = { courseId, path: 'course.yaml', base }
        const { beside } = await inWork(house, actorOf(request), (work) =>
          changeSettings(work, { ...change, change: (document) => writeCourseSettings(document, settings) }),
        )
        return saved(reply, beside, courseUrl(courseId), versionsUrl(courseId, 'course.yaml'))
      },
    )

    app.get<CourseUrl>('/authoring/:course/modules/new', asks('writeCourse'), async (request, reply) => {
      const w = wordsOf(request)
      const course = await findCourse(db, request.params.course)
      const form = { courseId: course.id, courseTitle: course.title, settings: newModule(w), faults: {} }
      return moduleSettingsPage(reply, toNewModulePage(form, w))
    })

    app.post<CourseUrl>(
      '/authoring/:course/modules',
      asksWriting('writeCourse', moduleWritten),
      async (request, reply) => {
        const w = wordsOf(request)
        const usual = newModule(w)
        const read = readModuleForm({ ...usual.quiz, ...(request.body as object) })
        const settings = { ...read.settings, sources: usual.sources }
        const course = await findCourse(db, request.params.course)
        const form = { courseId: course.id, courseTitle: course.title, settings, faults: read.faults }
        if (Object.keys(read.faults).length > 0) return moduleSettingsPage(reply, toNewModulePage(form, w), 422)
        const language = languageOf(request)
        const id = await inWork(house, actorOf(request), (work) =>
          beginModule(work, { courseId: course.id, settings, language }),
        )
        leaveFlash(reply, 'authoring.moduleBegun', isSecure(house.config))
        return seeOther(reply, moduleUrl(course.id, id))
      },
    )

    app.get<ModuleUrl>('/authoring/:course/modules/:module/settings', asks('writeCourse'), async (request, reply) => {
      const { course, module } = request.params
      const { text, base } = await findText(db, course, `${module}/module.yaml`)
      const document = openYaml(text)
      if (!document) return seeOther(reply, editUrl(course, `${module}/module.yaml`))
      return showModule(request, reply, { settings: moduleSettingsIn(document), faults: {}, base })
    })

    app.post<ModuleUrl>(
      '/authoring/:course/modules/:module/settings',
      asksWriting('writeCourse', moduleWritten),
      async (request, reply) => {
        const { course, module } = request.params
        const path = `${module}/module.yaml`
        const { settings, faults } = readModuleForm(request.body)
        const base = readBase(request.body)
        if (Object.keys(faults).length > 0) return showModule(request, reply, { settings, faults, base }, 422)
        const { beside } = await inWork(house, actorOf(request), (work) =>
          changeSettings(work, {
            ...{ courseId: course, path, base },
            change: (document) => writeModuleSettings(document, settings),
          }),
        )
        return saved(reply, beside, moduleUrl(course, module), versionsUrl(course, path))
      },
    )

    type CourseShown = ReturnType<typeof readCourseForm> & { base: Base }
    async function showCourse(
      request: FastifyRequest,
      reply: FastifyReply,
      id: string,
      shown: CourseShown,
      status = 200,
    ): Promise<FastifyReply> {
      const { title } = await findStanding(db, id)
      const others = (await listPublished(db))
        .filter((revision) => revision.courseId !== id)
        .map((revision) => ({ id: revision.courseId, title: revision.document.title }))
      return courseSettingsPage(reply, toCourseSettingsPage({ ...shown, id, title, others }, wordsOf(request)), status)
    }

    type ModuleShown = ReturnType<typeof readModuleForm> & { base: Base }
    async function showModule(
      request: FastifyRequest<ModuleUrl>,
      reply: FastifyReply,
      shown: ModuleShown,
      status = 200,
    ): Promise<FastifyReply> {
      const { course: courseId, module: moduleId } = request.params
      const { title: courseTitle } = await findStanding(db, courseId)
      const title = titleIn(openYaml((await findText(db, courseId, `${moduleId}/module.yaml`)).text), moduleId)
      const form = { ...shown, courseId, courseTitle, moduleId, title }
      return moduleSettingsPage(reply, toModuleSettingsPage(form, wordsOf(request)), status)
    }

    function saved(reply: FastifyReply, beside: boolean, url: string, versions: string): FastifyReply {
      leaveFlash(reply, beside ? 'authoring.savedBeside' : 'authoring.saved', isSecure(house.config))
      return seeOther(reply, beside ? versions : url)
    }
  }

import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '#base/refusal.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { readUpload, takeUploads, type Upload } from '#web/uploads.ts'
import { type Key, wordsIn } from '#web/words.ts'
import { picturesAddress } from './addresses.ts'
import { findPictures } from './find-pictures.ts'
import { type Faults, readInsertForm, readPictureForm } from './forms.ts'
import { insertPicture } from './insert-picture.ts'
import { picturesPage, toPicturesPage } from './pages.ts'
import { pictureRoutes } from './picture-routes.ts'
import { largestPicture, readPicture } from './read-picture.ts'
import { removePicture } from './remove-picture.ts'
import { uploadPicture } from './upload-picture.ts'

interface ModuleUrl {
  Params: { course: string; module: string }
  Querystring: { picture?: string }
}
interface FileUrl {
  Params: { course: string; module: string; file: string }
}
const door = asks('writeCourse')
const address = '/authoring/:course/modules/:module/pictures'

export const picturesRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    await app.register(pictureRoutes(house))
    const flash = (reply: FastifyReply, key: Key) => leaveFlash(reply, key, isSecure(house.config))

    app.get<ModuleUrl>(address, door, (request, reply) => show(request, reply))

    await app.register(async (uploading) => {
      takeUploads(uploading)
      uploading.post<ModuleUrl>(address, door, async (request, reply) => {
        const { course: courseId, module: moduleId } = request.params
        await findPictures(house.db, courseId, moduleId)
        const sent = await pictureIn(request)
        const read = readPictureForm(sent.fields)
        const picture = await readPicture(sent.file?.bytes ?? Buffer.alloc(0))
        const fault = sent.tooLarge ? 'pictures.fault.tooLarge' : picture.ok ? null : picture.fault
        if (!read.ok || !picture.ok || fault) {
          const faults: Faults = { ...(fault ? { file: fault } : {}), ...(read.ok ? {} : read.faults) }
          return show(request, reply, { typed: read.typed, faults }, sent.tooLarge ? 413 : 422)
        }
        const of = { courseId, moduleId, picture: picture.picture, ...read.value }
        const file = await inWork(house, actorOf(request), (work) => uploadPicture(work, of))
        flash(reply, 'pictures.uploaded')
        return seeOther(reply, `${picturesAddress(courseId, moduleId)}?${new URLSearchParams({ picture: file })}`)
      })
    })

    app.post<FileUrl>(`${address}/:file/insertion`, door, async (request, reply) => {
      const { course: courseId, module: moduleId, file } = request.params
      const of = { courseId, moduleId, file, page: readInsertForm(request.body) }
      const count = await inWork(house, actorOf(request), (work) => insertPicture(work, of))
      flash(reply, count > 0 ? 'pictures.inserted' : 'pictures.thereAlready')
      return seeOther(reply, picturesAddress(courseId, moduleId))
    })

    app.post<FileUrl>(`${address}/:file/removal`, door, async (request, reply) => {
      const { course: courseId, module: moduleId, file } = request.params
      await inWork(house, actorOf(request), (work) => removePicture(work, { courseId, moduleId, file }))
      flash(reply, 'pictures.removed')
      return seeOther(reply, picturesAddress(courseId, moduleId))
    })

    async function show(
      request: FastifyRequest<ModuleUrl>,
      reply: FastifyReply,
      refused?: Parameters<typeof toPicturesPage>[2],
      status = 200,
    ) {
      const { course: courseId, module: moduleId } = request.params
      const pictures = await findPictures(house.db, courseId, moduleId)
      const view = { courseId, moduleId, ...pictures, fresh: request.query.picture ?? null }
      return picturesPage(reply, toPicturesPage(wordsIn(languageOf(request)), view, refused), status)
    }
  }

async function pictureIn(request: FastifyRequest): Promise<Upload & { tooLarge: boolean }> {
  try {
    return { ...(await readUpload(request, { file: 'file', largest: largestPicture })), tooLarge: false }
  } catch (refused) {
    if (refused instanceof Refusal && refused.code === 'too-large') return { fields: {}, file: null, tooLarge: true }
    throw refused
  }
}

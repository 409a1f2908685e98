import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { found, Refusal } from '#base/refusal.ts'
import type { CourseFolder } from '#courses/folder.ts'
import { keptFiles, sha256Of } from '#courses/source-store.ts'
import { revisionsOf } from '#courses/store.ts'
import { inWork } from '#db/work.ts'
import { workingSha } from '#drafts/draft.ts'
import { getWorkingFile, workingFiles } from '#drafts/store.ts'
import type { House } from '#house.ts'
import { sendPicture } from '#pictures/picture-routes.ts'
import { readWhole, refusedBecause } from '#reader/look.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { readUpload, takeUploads } from '#web/uploads.ts'
import { type Key, wordsIn } from '#web/words.ts'
import { importAddress, receivedAddress } from './addresses.ts'
import { compareArrivals } from './arrival.ts'
import { exportRoutes } from './export-routes.ts'
import { filePage, toFilePage } from './file-pages.ts'
import { readTakeForm } from './forms.ts'
import { mostUpload } from './limits.ts'
import type { PackageFault } from './package-fault.ts'
import { importPage, toImportPage } from './pages.ts'
import { receivePackage } from './receive-package.ts'
import { type Checked, type Opened, receivedPage, toReceivedPage } from './received-pages.ts'
import { removePackage } from './remove-package.ts'
import { getPackage, receivedPackages } from './store.ts'
import { takePackage } from './take-package.ts'
import { unpackCourse } from './unpack-course.ts'

interface PackageUrl {
  Params: { package: string }
  Querystring: { file?: string }
}
interface PictureUrl {
  Params: { package: string; module: string; file: string }
}
const door = asks('writeCourse')

export const packagesRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    await app.register(exportRoutes(house))
    const flash = (reply: FastifyReply, key: Key) => leaveFlash(reply, key, isSecure(house.config))

    app.get(importAddress, door, (request, reply) => showImport(request, reply))

    await app.register(async (uploading) => {
      takeUploads(uploading)
      uploading.post(importAddress, door, async (request, reply) => {
        const sent = await zipIn(request)
        if (!(sent instanceof Uint8Array)) return showImport(request, reply, sent)
        const unpacked = await unpackCourse(sent)
        if (!unpacked.ok) return showImport(request, reply, unpacked.fault)
        const of = { courseId: unpacked.courseId, zip: sent }
        const id = await inWork(house, actorOf(request), (work) => receivePackage(work, of)).catch(tooMany)
        if (id === null) return showImport(request, reply, { code: 'tooManyWaiting', values: {} })
        return seeOther(reply, receivedAddress(id))
      })
    })

    app.get<PackageUrl>(`${importAddress}/:package`, door, async (request, reply) => {
      const opened = await open(request.params.package)
      const { file } = request.query
      return file === undefined ? showReceived(request, reply, opened) : showFile(request, reply, opened, file)
    })

    app.get<PictureUrl>(`${importAddress}/:package/pictures/:module/:file`, door, async (request, reply) => {
      const { module, file } = request.params
      const { files } = await open(request.params.package)
      const bytes = found(files.get(`${module}/${file}`), 'picture of the package')
      return sendPicture(reply, { file, bytes, lasting: true })
    })

    app.post<PackageUrl>(`${importAddress}/:package`, door, async (request, reply) => {
      const opened = await open(request.params.package)
      const read = readTakeForm(request.body)
      if (!read.ok) return showReceived(request, reply, opened, read.fault)
      const { seen, chosen } = read.value
      if (seen !== (opened.newest?.id ?? '')) return showReceived(request, reply, opened, 'packages.movedOn')
      const arrivals = opened.arrivals.filter(({ kind, path }) => kind !== 'same' && (chosen?.has(path) ?? true))
      const { id, courseId } = opened.received
      const beside = await inWork(house, actorOf(request), async (work) => {
        const count = await takePackage(work, { id, courseId, files: opened.files, arrivals })
        if (chosen === null) await removePackage(work, id)
        return count
      })
      flash(reply, beside > 0 ? 'packages.takenBeside' : 'packages.taken')
      return seeOther(reply, chosen === null ? `/authoring/${courseId}` : receivedAddress(id))
    })

    app.post<PackageUrl>(`${importAddress}/:package/removal`, door, async (request, reply) => {
      const { id } = await getPackage(house.db, request.params.package)
      await inWork(house, actorOf(request), (work) => removePackage(work, id))
      flash(reply, 'packages.removed')
      return seeOther(reply, importAddress)
    })

    /** What waits under this id, unpacked, beside the course as it is here now. */
    async function open(id: string): Promise<Opened> {
      const { zip, ...received } = await getPackage(house.db, id)
      const unpacked = await unpackCourse(zip)
      if (!unpacked.ok) throw new Refusal('conflict', `package ${id}: ${unpacked.fault.code}`)
      const { manifest, files } = unpacked
      const arriving = new Map([...files].map(([path, bytes]) => [path, sha256Of(bytes)] as const))
      const here = await workingFiles(house.db, received.courseId)
      const [newest = null] = await revisionsOf(house.db, received.courseId)
      return { received, manifest, files, newest, here: here.length > 0, arrivals: compareArrivals(arriving, here) }
    }

    async function showReceived(request: FastifyRequest, reply: FastifyReply, opened: Opened, fault?: Key) {
      const { courseId } = opened.received
      const checked = await check({ id: courseId, path: `courses/${courseId}`, files: opened.files })
      const model = toReceivedPage(wordsIn(languageOf(request)), { ...opened, checked }, fault)
      return receivedPage(reply, model, fault ? 422 : 200)
    }

    const check = async (folder: CourseFolder): Promise<Checked> =>
      readWhole(house, folder).catch((refused: unknown) => {
        refusedBecause(refused)
        return { faults: null }
      })

    async function showFile(request: FastifyRequest, reply: FastifyReply, opened: Opened, path: string) {
      const arrival = found(
        opened.arrivals.find((one) => one.path === path),
        'file of the package',
      )
      const sha256 = workingSha(await getWorkingFile(house.db, opened.received.courseId, path))
      const here = sha256 === null ? null : (await keptFiles(house.db, [sha256])).get(sha256)
      const { id, courseId } = opened.received
      const of = { id, courseId, arrival, here: here ?? null, arriving: opened.files.get(path) ?? null }
      return filePage(reply, toFilePage(wordsIn(languageOf(request)), of))
    }

    async function showImport(request: FastifyRequest, reply: FastifyReply, fault?: PackageFault) {
      const waiting = await receivedPackages(house.db)
      const status = fault?.code === 'uploadTooLarge' ? 413 : fault ? 422 : 200
      return importPage(reply, toImportPage(wordsIn(languageOf(request)), { waiting, fault: fault ?? null }), status)
    }
  }

async function zipIn(request: FastifyRequest): Promise<Uint8Array | PackageFault> {
  try {
    const { file } = await readUpload(request, { file: 'file', largest: mostUpload })
    return file && file.bytes.length > 0 ? file.bytes : { code: 'noFile', values: {} }
  } catch (refused) {
    if (refused instanceof Refusal && refused.code === 'too-large')
      return { code: 'uploadTooLarge', values: { most: mostUpload / 1_000_000 } }
    throw refused
  }
}

function tooMany(refused: unknown): null {
  if (refused instanceof Refusal && refused.code === 'too-many') return null
  throw refused
}

import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { dayOf, instantOf } from '#base/dates.ts'
import { found, mustSee, Refusal } from '#base/refusal.ts'
import type { RevisionLine } from '#courses/course.ts'
import { type FileList, filesOf, folderOf } from '#courses/source-store.ts'
import { revisionsOf } from '#courses/store.ts'
import { listOf, workingFiles } from '#drafts/store.ts'
import type { House } from '#house.ts'
import { findSettings } from '#people/partnership-store.ts'
import { asks } from '#web/doors.ts'
import { packCourse } from './pack-course.ts'

interface ZipUrl {
  Params: { course: string }
  Querystring: { drafts?: string }
}

/** A course to take along: as it is published, or as it is being written. */
export const exportRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get<ZipUrl>('/authoring/:course/course.zip', asks('writeCourse'), async (request, reply) => {
      const { course } = request.params
      const [newest] = await revisionsOf(house.db, course)
      if (request.query.drafts === '1') {
        const files = listOf(await workingFiles(house.db, course))
        mustSee(files.size > 0, 'course')
        return send(reply, { course, revision: null, files })
      }
      const revision = found(newest, 'course')
      const files = await filesOf(house.db, revision.id)
      if (files.size === 0) throw new Refusal('conflict', 'a revision from before its files were kept')
      return send(reply, { course, revision, files })
    })

    async function send(
      reply: FastifyReply,
      of: { course: string; revision: RevisionLine | null; files: FileList },
    ): Promise<FastifyReply> {
      const { course, revision } = of
      const folder = await folderOf(house.db, course, of.files)
      const files = new Map([...folder.files].flatMap(([path, bytes]) => (bytes ? [[path, bytes] as const] : [])))
      const now = house.clock()
      const zip = await packCourse(
        {
          courseId: course,
          revision: revision && { number: revision.number, sha256: revision.sha256 },
          exportedAt: instantOf(now),
          exportedFrom: (await findSettings(house.db))?.name ?? '',
        },
        files,
      )
      const name = revision ? `${course}-${revision.number}` : `${course}-${dayOf(now)}`
      return reply
        .header('content-disposition', `attachment; filename="${name}.zip"`)
        .type('application/zip')
        .send(Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength))
    }
  }

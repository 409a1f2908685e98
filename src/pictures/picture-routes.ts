import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import { found, Refusal } from '#base/refusal.ts'
import { isHarmless, isPictureName, pictureType } from '#courses/pictures.ts'
import { keptFile } from '#courses/source-store.ts'
import { workingSha } from '#drafts/draft.ts'
import { getWorkingFile } from '#drafts/store.ts'
import type { House } from '#house.ts'
import { asks } from '#web/doors.ts'
import { versionLength } from './addresses.ts'

interface PictureUrl {
  Params: { course: string; module: string; file: string }
  Querystring: { v?: string }
}

/** The pictures of a course as they are being written. */
export const pictureRoutes =
  ({ db }: House): FastifyPluginAsync =>
  async (app) => {
    app.get<PictureUrl>('/authoring/:course/pictures/:module/:file', asks('writeCourse'), async (request, reply) => {
      const { course, module, file } = request.params
      const working = await getWorkingFile(db, course, `${module}/${file}`)
      const wanted = request.query.v
      const versions = [workingSha(working), working.published, ...working.drafts.map(({ sha256 }) => sha256)]
      const asked = wanted?.length === versionLength ? versions.find((sha256) => sha256?.startsWith(wanted)) : undefined
      const bytes = await keptFile(db, found(asked ?? versions[0], 'picture'))
      return sendPicture(reply, { file, bytes, lasting: asked !== undefined })
    })
  }

/**
 * Answers with a picture somebody wrote or sent: as what its name says, with nothing in it that could run. `lasting`: its address is its
 * content. Refuses: not-found for what is no picture, and for an SVG that could run a script.
 */
export function sendPicture(
  reply: FastifyReply,
  { file, bytes, lasting }: { file: string; bytes: Uint8Array; lasting: boolean },
): FastifyReply {
  if (!isPictureName(file) || !isHarmless(file, bytes)) throw new Refusal('not-found', 'picture')
  const policy = String(reply.getHeader('content-security-policy'))
  return reply
    .header('content-security-policy', `${policy}; sandbox`)
    .header('cache-control', lasting ? 'private, max-age=31536000, immutable' : 'private, max-age=60')
    .type(pictureType(file))
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '#base/refusal.ts'
import { inWork } from '#db/work.ts'
import { mostBytes } from '#drafts/file-path.ts'
import type { House } from '#house.ts'
import { may } from '#policy.ts'
import { namesOf } from '#publishing/store.ts'
import { warmReader } from '#reader/look.ts'
import { townValues } from '#town/local-facts-store.ts'
import { askedByHtmx, seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { type Words, wordsIn } from '#web/words.ts'
import { courseUrl, editUrl, moduleUrl, versionsUrl } from './addresses.ts'
import { type FileUrl, writing } from './editor-door.ts'
import { type Edited, findEdited, lookAtEdited } from './editor-find.ts'
import { type EditedForm, readDiscard, readEdited } from './editor-forms.ts'
import { type EditorView, editorPage, type Typed, toEditorPage, toLookPart, whereTo } from './editor-pages.ts'
import { toSavedPart } from './editor-standing.ts'
import { versionsRoutes } from './editor-versions-routes.ts'
import { discardText, saveText } from './save-text.ts'

/** One text of a course: writing it, seeing it as it will look, and settling versions that stand beside each other. */
export const editorRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get<FileUrl>('/authoring/:course/edit/*', asks('writeCourse'), async (request, reply) => {
      warmReader(house)
      return show(house, request, reply, await editedIn(house, request), null)
    })

    app.post<FileUrl>('/authoring/:course/edit/*', writing, async (request, reply) => {
      const edited = await editedIn(house, request)
      const typed = typedIn(request)
      const w = wordsIn(languageOf(request))
      const fault = tooLarge(edited, typed.text, w)
      if (fault) return show(house, request, reply, edited, { ...typedOf(typed), fault }, 422)
      const { courseId, path } = edited
      const { base, sitting } = typed
      const saved = await inWork(house, actorOf(request), (work) =>
        saveText(work, { base, sitting, courseId, path, bytes: new TextEncoder().encode(typed.text) }),
      )
      if (askedByHtmx(request)) {
        const now = await editedIn(house, request)
        const part = toSavedPart(
          w,
          { edited: now, names: await writersOf(house, now) },
          { base: saved.base, at: house.clock().toISOString() },
        )
        return reply.viewAsync('authoring/_saved', { saved: part })
      }
      leaveFlash(
        reply,
        saved.beside ? 'authoring.editor.savedBeside' : 'authoring.editor.saved',
        isSecure(house.config),
      )
      if (saved.beside) return seeOther(reply, versionsUrl(courseId, path))
      return seeOther(reply, typed.goes ? whereTo(edited).url : editUrl(courseId, path))
    })

    app.post<FileUrl>('/authoring/:course/preview/*', writing, async (request, reply) => {
      const edited = await editedIn(house, request)
      const typed = typedIn(request)
      if (!askedByHtmx(request)) return show(house, request, reply, edited, typedOf(typed))
      const view = await viewOf(house, request, edited, typed.text)
      const look = toLookPart(wordsIn(languageOf(request)), view, { text: typed.text, quoted: false })
      return reply.viewAsync('authoring/_look', { look })
    })

    app.post<FileUrl>('/authoring/:course/discard/*', asks('writeCourse'), async (request, reply) => {
      const { courseId, path, place, file } = await editedIn(house, request)
      const base = readDiscard(request.body)
      if (base === null) throw new Refusal('conflict', 'no version was named')
      await inWork(house, actorOf(request), (work) => discardText(work, { courseId, path, base }))
      leaveFlash(reply, 'authoring.editor.discarded', isSecure(house.config))
      const stays = file.published !== null || file.drafts.length > 1
      if (stays) return seeOther(reply, editUrl(courseId, path))
      return seeOther(reply, place.moduleId === null ? courseUrl(courseId) : moduleUrl(courseId, place.moduleId))
    })

    await app.register(versionsRoutes(house))
  }

const editedIn = ({ db }: House, { params }: FastifyRequest<FileUrl>): Promise<Edited> =>
  findEdited(db, params.course, params['*'])

function typedIn({ body }: FastifyRequest): EditedForm {
  const read = readEdited(body)
  if (!read) throw new Refusal('conflict', 'no text was sent')
  return read
}

const typedOf = ({ text, base, sitting }: EditedForm): Typed => ({ text, base, sitting: sitting ?? '', fault: null })

function tooLarge({ place }: Edited, text: string, w: Words): string | null {
  const most = mostBytes(place)
  return Buffer.byteLength(text) > most ? w.t('authoring.editor.tooLarge', { most: most / 1000 }) : null
}

const writersOf = ({ db }: House, { file }: Edited) => namesOf(db, new Set(file.drafts.map((draft) => draft.writtenBy)))

async function viewOf(house: House, request: FastifyRequest, edited: Edited, text: string): Promise<EditorView> {
  const { db } = house
  return {
    edited,
    looked: await lookAtEdited(house, edited, text),
    names: await writersOf(house, edited),
    values: await townValues(db, edited.place.language ?? languageOf(request)),
    mayFillLocal: may.settleTown(actorOf(request)),
    sitting: house.newId(),
  }
}

async function show(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  edited: Edited,
  typed: Typed | null,
  status = 200,
): Promise<FastifyReply> {
  const view = await viewOf(house, request, edited, typed?.text ?? edited.text)
  return editorPage(reply, toEditorPage(wordsIn(languageOf(request)), view, typed), status)
}

import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '#base/refusal.ts'
import { keptFile, keptFiles } from '#courses/source-store.ts'
import { inWork, type Work } from '#db/work.ts'
import { type Base, draftBase, publishedBase } from '#drafts/draft.ts'
import { mostBytes } from '#drafts/file-path.ts'
import { type Saved, saveDraft } from '#drafts/save-draft.ts'
import { settleDraft } from '#drafts/settle-draft.ts'
import { getWorkingFile } from '#drafts/store.ts'
import type { House } from '#house.ts'
import { namesOf } from '#publishing/store.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { wordsIn } from '#web/words.ts'
import { editUrl, versionsUrl } from './addresses.ts'
import { type FileUrl, writing } from './editor-door.ts'
import { type Edited, findEdited } from './editor-find.ts'
import { readSettling, type SettlingForm } from './editor-forms.ts'
import { toVersionsPage, versionsPage } from './editor-versions-pages.ts'

/** Versions of one text that stand beside each other, or beside a text published since. */
export const versionsRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get<FileUrl>('/authoring/:course/versions/*', asks('writeCourse'), (request, reply) =>
      show(house, request, reply, null),
    )

    app.post<FileUrl>('/authoring/:course/versions/*', writing, async (request, reply) => {
      const edited = await editedIn(house, request)
      const { courseId, path, place } = edited
      const read = readSettling(request.body)
      if (!read) throw new Refusal('conflict', 'no version was named')
      const bytes = await chosenIn(house, edited, read)
      const most = mostBytes(place)
      if (bytes !== null && bytes.length > most) {
        const fault = wordsIn(languageOf(request)).t('authoring.editor.tooLarge', { most: most / 1000 })
        return show(house, request, reply, { text: read.text, fault }, 422)
      }
      const { beside } = await inWork(house, actorOf(request), (work) => settle(work, { courseId, path, bytes }, read))
      leaveFlash(reply, beside ? 'authoring.editor.savedBeside' : 'authoring.editor.settled', isSecure(house.config))
      return seeOther(reply, beside ? versionsUrl(courseId, path) : editUrl(courseId, path))
    })
  }

const editedIn = ({ db }: House, { params }: FastifyRequest<FileUrl>): Promise<Edited> =>
  findEdited(db, params.course, params['*'])

/** What somebody has put together herself is kept, even when the versions it is made of are gone: it stands beside what took their place. */
async function settle(
  work: Work,
  of: { courseId: string; path: string; bytes: Uint8Array | null },
  { bases, take }: SettlingForm,
): Promise<Saved> {
  const { drafts } = await getWorkingFile(work.db, of.courseId, of.path)
  const isThere = drafts.some((draft) => bases.includes(draftBase(draft)))
  return isThere || take !== null
    ? settleDraft(work, { ...of, bases })
    : saveDraft(work, { ...of, base: bases[0] as Base })
}

/** The text of the version that was taken, or what was written in their place. Refuses: conflict for a version that is gone. */
async function chosenIn({ db }: House, { file }: Edited, { take, text }: SettlingForm): Promise<Uint8Array | null> {
  if (take === null) return new TextEncoder().encode(text)
  const versions: readonly { base: Base; sha256: string | null }[] = [
    ...file.drafts.map((draft) => ({ base: draftBase(draft), sha256: draft.sha256 })),
    { base: publishedBase(file.published), sha256: file.published },
  ]
  const taken = versions.find(({ base }) => base === take)
  if (!taken) throw new Refusal('conflict', 'somebody has written on it')
  return taken.sha256 === null ? null : keptFile(db, taken.sha256)
}

async function show(
  house: House,
  request: FastifyRequest<FileUrl>,
  reply: FastifyReply,
  typed: { text: string; fault: string } | null,
  status = 200,
): Promise<FastifyReply> {
  const edited = await editedIn(house, request)
  const { drafts, published } = edited.file
  const wanted = [published, ...drafts.flatMap((draft) => [draft.sha256, draft.startedFrom])]
  const files = await keptFiles(
    house.db,
    wanted.filter((sha256) => sha256 !== null),
  )
  const texts = new Map([...files].map(([sha256, bytes]) => [sha256, new TextDecoder().decode(bytes)]))
  const names = await namesOf(house.db, new Set(drafts.map((draft) => draft.writtenBy)))
  return versionsPage(reply, toVersionsPage(wordsIn(languageOf(request)), { edited, names, texts }, typed), status)
}

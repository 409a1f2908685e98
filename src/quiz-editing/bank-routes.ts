import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '#base/refusal.ts'
import { textOfFile } from '#base/text-of-file.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { isTaken, type ReadQuestion } from '#interchange/question.ts'
import { readBank, refusedBecause } from '#reader/look.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import type { Typed } from '#web/form.ts'
import { isLanguage, languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { asksWriting } from '#web/signed-out-pages.ts'
import { readUpload, takeUploads, type Upload } from '#web/uploads.ts'
import { type Key, wordsIn } from '#web/words.ts'
import { type QuizPlace, questionsUrl } from './addresses.ts'
import { type PastedBank, readPastedBank, readTicks, seenOf, type Ticks } from './bank-forms.ts'
import { bankLookPage, type LookedAt, mostOffered, toBankLookPage } from './bank-look-pages.ts'
import { findBankModule } from './bank-module.ts'
import { bankPage, type TypedBank, toBankPage } from './bank-pages.ts'
import { chosenQuestions } from './chosen-questions.ts'
import { printBank } from './print-bank.ts'
import { takeQuestions } from './take-questions.ts'

interface ModuleUrl {
  Params: { course: string; module: string }
  Querystring: { language?: string }
}
type Asked = FastifyRequest<ModuleUrl>

/** What is read (interchange/read-questions.ts); a longer text is told so with the text kept, up to twice as much. */
const largestBank = 1024 * 1024
/** A tick and a page for each question, and the rest of the form. */
const room = { fields: 2 * mostOffered + 20, longest: 2 * largestBank, bytes: 2.5 * largestBank }
/** A form without a file, every sign of it written out with three. */
const bodyLimit = 3 * room.bytes
const address = '/authoring/:course/modules/:module/bank'

/** A file, where one was chosen, stands for the box. Refuses: too-large for what is far too large. */
async function fieldsOf(request: FastifyRequest): Promise<Upload['fields']> {
  const { fields, file } = await readUpload(request, { file: 'file', largest: largestBank, room })
  return file ? { ...fields, text: textOfFile(file.bytes) } : fields
}

const writing = { ...asksWriting('writeCourse', /^text$/, fieldsOf), bodyLimit }

/** Questions of a module in from Moodle GIFT and Aiken, and out as GIFT. */
export const bankRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    takeUploads(app)
    const door = asks('writeCourse')

    app.get<ModuleUrl>(address, door, (request, reply) => showForm(request, reply))

    app.post<ModuleUrl>(address, writing, (request, reply) =>
      withBank(request, reply, async (bank) => showLook(request, reply, { ...bank, ticks: null, faults: {} })),
    )

    app.post<ModuleUrl>(`${address}/questions`, writing, (request, reply) =>
      withBank(request, reply, async ({ fields, ...bank }) => {
        const ticks = readTicks(fields, mostOffered)
        const refuse = (faults: LookedAt['faults'], kept: Ticks | null = ticks) =>
          showLook(request, reply, { ...bank, ticks: kept, faults }, 422)
        if (ticks.seen !== seenOf(bank.pasted)) return refuse({ 'take-0': 'quizEditing.bank.changed' }, null)

        const module = await moduleOf(request)
        const chosen = chosenQuestions(bank.read.filter(isTaken), ticks, module)
        if (!chosen.ok) return refuse(chosen.faults)
        const { place, title: titles, pages, sources } = module
        const taking = { place, questions: chosen.questions, sourceId: ticks.sourceId, pages, sources, titles }
        try {
          await inWork(house, actorOf(request), (work) => takeQuestions(work, taking))
        } catch (refused) {
          if (isTooLarge(refused)) return refuse({ 'take-0': 'quizEditing.bank.quizTooLarge' })
          throw refused
        }
        leaveFlash(reply, 'quizEditing.bank.taken', isSecure(house.config))
        return seeOther(reply, questionsUrl(place))
      }),
    )

    app.get<ModuleUrl>(`${address}.gift`, door, async (request, reply) => {
      const { language: asked } = request.query
      const language = isLanguage(asked) ? asked : languageOf(request)
      const place = placeOf(request)
      const gift = await printBank(house, place, language)
      const name = `${place.courseId}-${place.moduleId}-${language}.gift.txt`
      return reply
        .type('text/plain; charset=utf-8')
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(gift)
    })

    interface Bank {
      pasted: PastedBank
      typed: Typed
      read: readonly ReadQuestion[]
      fields: Upload['fields']
    }

    /** Reads the form and what was pasted into it; what cannot be read is shown again as it was typed, with the reason. */
    async function withBank(request: Asked, reply: FastifyReply, then: (bank: Bank) => Promise<FastifyReply>) {
      const fields = await fieldsOf(request).catch(nothingIfTooLarge)
      if (!fields) return showForm(request, reply, { typed: {}, faults: { text: 'quizEditing.bank.tooLarge' } }, 413)
      const form = readPastedBank(fields, languageOf(request))
      if (!form.ok) return showForm(request, reply, form, 422)
      const { value: pasted, typed } = form
      const read = await readBank(house, pasted).catch(refusedBecause)
      if (typeof read !== 'string') return then({ pasted, typed, read, fields })
      const [fault, status] = unread[read]
      return showForm(request, reply, { typed, faults: { text: fault } }, status)
    }

    const moduleOf = (request: Asked) => findBankModule(house, placeOf(request), languageOf(request))

    async function showForm(request: Asked, reply: FastifyReply, shown?: TypedBank, status = 200) {
      const module = await moduleOf(request)
      return bankPage(reply, toBankPage(wordsIn(languageOf(request)), module, shown), status)
    }

    async function showLook(request: Asked, reply: FastifyReply, looked: Omit<LookedAt, 'module'>, status = 200) {
      const module = await moduleOf(request)
      return bankLookPage(reply, toBankLookPage(wordsIn(languageOf(request)), { ...looked, module }), status)
    }
  }

/** Why the reader did not read it, and how it is answered. */
const unread: Record<'busy' | 'too-large', readonly [Key, number]> = {
  busy: ['quizEditing.bank.busy', 503],
  'too-large': ['quizEditing.bank.tooSlow', 413],
}
const isTooLarge = (error: unknown) => error instanceof Refusal && error.code === 'too-large'
function nothingIfTooLarge(refused: unknown): null {
  if (isTooLarge(refused)) return null
  throw refused
}
const placeOf = ({ params }: Asked): QuizPlace => ({ courseId: params.course, moduleId: params.module })

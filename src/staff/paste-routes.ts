import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { dayOf } from '#base/dates.ts'
import { mustSee } from '#base/refusal.ts'
import { textOfFile } from '#base/text-of-file.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { getEmployment } from '#people/employment-store.ts'
import { findPartnership, getName } from '#people/store.ts'
import { unclaimedAt } from '#people/unclaimed-store.ts'
import type { Venue } from '#people/venue.ts'
import { getVenue } from '#people/venue-store.ts'
import { may } from '#policy.ts'
import { actorOf, asks } from '#web/doors.ts'
import type { Typed } from '#web/form.ts'
import { languageOf } from '#web/language.ts'
import { readUpload, takeUploads } from '#web/uploads.ts'
import { wordsIn } from '#web/words.ts'
import { enterList } from './enter-list.ts'
import { countListed } from './list-limit.ts'
import { largestList, readPasteForm } from './paste-forms.ts'
import { type Entry, type Pasted, readPaste } from './paste-line.ts'
import { pastePage, type Shown, toPastePage } from './paste-pages.ts'
import { previewPage, toPreviewPage } from './paste-preview-pages.ts'
import { planEntry } from './plan-paste.ts'
import { renewLink, renewLinks } from './renew-links.ts'
import { type SlipsView, slipsPage, toSlipsPage } from './slips-pages.ts'

interface VenueUrl {
  Params: { venue: string }
}
type Asked = FastifyRequest<VenueUrl>

/** A form swells on its way: a Danish letter takes six signs, an end of line six. */
const bodyLimit = 4 * largestList

/** Entering many people at once: a box for a list, a look at what it comes to, then all of it in one transaction. */
export const pasteRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    takeUploads(app)
    const door = asks('keepStaff')
    const address = '/venues/:venue/staff'

    app.get<VenueUrl>(address, door, async (request, reply) => show(request, reply, await ownVenue(request)))

    app.post<VenueUrl>(`${address}/preview`, { ...door, bodyLimit }, async (request, reply) => {
      const venue = await ownVenue(request)
      const read = readPasteForm(await bodyOf(request))
      if (!read.ok) return show(request, reply, venue, read, 422)
      const pasted = pastedOf(read.value)
      if (!(await mayAsk(request, pasted))) return tooOften(request, reply, venue, read.typed)
      const planned = []
      for (const line of pasted.lines)
        planned.push({ line, plan: line.read.ok ? await planEntry(house.db, venue.id, line.read.entry) : null })
      return previewPage(reply, toPreviewPage(wordsIn(languageOf(request)), { venue, typed: read.typed, planned }))
    })

    app.post<VenueUrl>(address, { ...door, bodyLimit }, async (request, reply) => {
      const venue = await ownVenue(request)
      const read = readPasteForm(request.body)
      if (!read.ok) return show(request, reply, venue, read, 422)
      const pasted = pastedOf(read.value)
      if (!(await mayAsk(request, pasted))) return tooOften(request, reply, venue, read.typed)
      const entries = entriesOf(pasted)
      const { baseUrl } = house.config
      const of = { venueId: venue.id, entries, language: languageOf(request), baseUrl }
      const entered = await inWork(house, actorOf(request), (work) => enterList(work, of))
      return showSlips(request, reply, { venue, ...entered, list: { pasted, job: read.value.job } })
    })

    app.post<VenueUrl>(`${address}/invitations`, door, async (request, reply) => {
      const venue = await ownVenue(request)
      const { baseUrl } = house.config
      const slips = await inWork(house, actorOf(request), (work) => renewLinks(work, { venueId: venue.id, baseUrl }))
      return showSlips(request, reply, { venue, slips, asked: [], here: 0, list: null })
    })

    const ofOne = '/venues/:venue/employments/:employment/invitation'
    app.post<VenueUrl & { Params: { employment: string } }>(ofOne, door, async (request, reply) => {
      const venue = await ownVenue(request)
      const { personId, venueId } = await getEmployment(house.db, request.params.employment)
      mustSee(venueId === venue.id, 'employment at this venue')
      const of = { personId, venueId, name: await getName(house.db, personId), baseUrl: house.config.baseUrl }
      const slip = await inWork(house, actorOf(request), (work) => renewLink(work, of))
      return showSlips(request, reply, { venue, slips: [slip], asked: [], here: 0, list: null })
    })

    const pastedOf = ({ text, job }: { text: string; job: Parameters<typeof readPaste>[1]['job'] }): Pasted =>
      readPaste(text, { job, firstOn: dayOf(house.clock()) })

    /** Counted before anything is told, and apart from what is entered. */
    const mayAsk = (request: Asked, pasted: Pasted): Promise<boolean> =>
      inWork(house, actorOf(request), (work) =>
        countListed(
          work,
          entriesOf(pasted).map(({ login }) => login),
        ),
      )

    function tooOften(request: Asked, reply: FastifyReply, venue: Venue, typed: Typed) {
      reply.header('retry-after', '3600')
      return show(request, reply, venue, { typed, faults: { text: 'staff.paste.tooOften' } }, 429)
    }

    /** A file, where one was chosen, stands for the box. */
    async function bodyOf(request: Asked): Promise<Record<string, string>> {
      const { fields, file } = await readUpload(request, { file: 'file', largest: largestList })
      return file ? { ...fields, text: textOfFile(file.bytes) } : fields
    }

    async function show(request: Asked, reply: FastifyReply, venue: Venue, shown?: Shown, status = 200) {
      const unclaimed = await unclaimedAt(house.db, venue.id, dayOf(house.clock()))
      return pastePage(reply, toPastePage(wordsIn(languageOf(request)), { venue, unclaimed }, shown), status)
    }

    /** The links stand in this answer and nowhere else. */
    async function showSlips(request: Asked, reply: FastifyReply, of: Omit<SlipsView, 'town' | 'baseUrl' | 'mails'>) {
      const town = (await findPartnership(house.db))?.name ?? ''
      const around = { town, baseUrl: house.config.baseUrl, mails: house.mailer !== null }
      return slipsPage(reply, toSlipsPage(wordsIn(languageOf(request)), { ...of, ...around }))
    }

    async function ownVenue(request: Asked): Promise<Venue> {
      const venue = await getVenue(house.db, request.params.venue)
      mustSee(may.keepStaff(actorOf(request), { venueId: venue.id }), 'staff')
      return venue
    }
  }

const entriesOf = ({ lines }: Pasted): Entry[] => lines.flatMap(({ read }) => (read.ok ? [read.entry] : []))

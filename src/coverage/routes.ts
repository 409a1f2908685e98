import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { noteLook } from '#audit/note-look.ts'
import type { Day } from '#base/dates.ts'
import { mustSee } from '#base/refusal.ts'
import type { House } from '#house.ts'
import { closingsAround } from '#people/closing-store.ts'
import { mayKeepEmployment } from '#people/keep-employment.ts'
import type { Venue } from '#people/venue.ts'
import { recentStaffOf } from '#people/venue-staff-store.ts'
import { getVenue } from '#people/venue-store.ts'
import { type Actor, may } from '#policy.ts'
import { actorOf, asks } from '#web/doors.ts'
import { languageOf } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { listedSince } from './around-part.ts'
import { isFaulty } from './ask-part.ts'
import { type AskedForm, readAsked, readOrder } from './forms.ts'
import { toVenuePage, type VenueView, venuePage } from './pages.ts'
import { type FiguresView, toVenueFiguresPage, venueFiguresPage } from './partner-pages.ts'
import { sheetName, townSheet, venueFiguresSheet, venueSheet } from './sheets.ts'
import { type TownView, toTownPage, townPage } from './town-pages.ts'
import { readTown } from './town-store.ts'
import { namesAt, readStaff, revisionsAt, unconfirmedAt } from './venue-store.ts'

interface VenueUrl {
  Params: { venue: string }
}

export const coverageRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get('/coverage', asks('seeTown'), async (request, reply) => showTown(reply, await askTown(house, request)))

    app.get('/coverage.csv', asks('seeTown'), async (request, reply) => {
      const view = await askTown(house, request)
      if (isFaulty(view.form)) return showTown(reply, view)
      const w = wordsOf(reply)
      return sendSheet(reply, sheetName(null, view.form.asked, w), townSheet(view, w))
    })

    app.get<VenueUrl>('/venues/:venue', asks('seeVenue'), async (request, reply) => {
      const { venue, form, whole } = await askVenue(house, request, request.params.venue)
      if (whole) await noteLook(house, { actor: actorOf(request), kind: 'staff', venueId: venue.id })
      return showVenue(
        reply,
        whole ? await wholeView(house, venue, form, actorOf(request)) : await figuresView(house, venue, form),
      )
    })

    app.get<VenueUrl>('/venues/:venue.csv', asks('seeVenue'), async (request, reply) => {
      const { venue, form, whole } = await askVenue(house, request, request.params.venue)
      const view = whole ? await wholeView(house, venue, form, actorOf(request)) : await figuresView(house, venue, form)
      if (isFaulty(form)) return showVenue(reply, view)
      if (whole) await noteLook(house, { actor: actorOf(request), kind: 'sheet', venueId: venue.id })
      const w = wordsOf(reply)
      const sheet = isWhole(view) ? venueSheet(view, w) : venueFiguresSheet(view, w)
      return sendSheet(reply, sheetName(venue.slug, form.asked, w), sheet)
    })
  }

async function askTown(house: House, request: FastifyRequest): Promise<TownView> {
  const actor = actorOf(request)
  mustSee(may.seeTown(actor), 'the coverage of the town')
  const form = readAsked(request.query, house.clock())
  const figures = await readTown(house.db, form.asked)
  const small = figures.venues.every((venue) => may.seeSmallFigures(actor, venue))
  return { form, order: readOrder(request.query), figures, small }
}

/** The venue and what is asked of it; `whole` = with people, for whoever may see the staff. Refuses: not-found. */
async function askVenue(house: House, request: FastifyRequest, slug: string) {
  const actor: Actor = actorOf(request)
  const venue = await getVenue(house.db, slug)
  const of = { venueId: venue.id }
  mustSee(may.seeVenue(actor, of), 'venue')
  return { venue, form: readAsked(request.query, house.clock()), whole: may.seeStaff(actor, of) }
}

async function figuresView({ db }: House, venue: Venue, form: AskedForm): Promise<FiguresView> {
  const staff = await readStaff(db, venue.id, form.asked)
  const required = new Set(staff.flatMap((one) => one.courses.map((line) => line.courseId)))
  const closings = await closingsAround(db, venue.id, form.asked)
  return { venue, form, staff, closings, courses: await revisionsAt(db, [...required].sort(), form.asked.knownAt) }
}

async function wholeView(house: House, venue: Venue, form: AskedForm, actor: Actor): Promise<VenueView> {
  const { on, known, today } = form.asked
  const now = on === today && known === null
  return {
    ...(await figuresView(house, venue, form)),
    names: await namesAt(house.db, venue.id, form.asked),
    unconfirmed: now ? await waitingFor(house, actor, venue, today) : [],
    around: now ? await recentStaffOf(house.db, venue.id, listedSince(today)) : [],
    settles: may.runVenues(actor),
  }
}

async function waitingFor({ db }: House, actor: Actor, { id: venueId }: Venue, today: Day) {
  const waiting = (await unconfirmedAt(db, venueId, today)).map(async (one) => ({
    ...one,
    rejectable: await mayKeepEmployment(db, actor, { personId: one.personId, venueId }, today),
  }))
  return Promise.all(waiting)
}

function showTown(reply: FastifyReply, view: TownView): Promise<FastifyReply> {
  return townPage(reply, toTownPage(view, wordsOf(reply)), isFaulty(view.form) ? 422 : 200)
}

function showVenue(reply: FastifyReply, view: VenueView | FiguresView): Promise<FastifyReply> {
  const w = wordsOf(reply)
  const status = isFaulty(view.form) ? 422 : 200
  if (isWhole(view)) return venuePage(reply, toVenuePage(view, w), status)
  return venueFiguresPage(reply, toVenueFiguresPage(view, w), status)
}

const isWhole = (view: VenueView | FiguresView): view is VenueView => 'names' in view
const wordsOf = (reply: FastifyReply) => wordsIn(languageOf(reply.request))

function sendSheet(reply: FastifyReply, name: string, sheet: string): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(sheet)
}

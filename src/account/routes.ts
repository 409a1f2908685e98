import type { FastifyPluginAsync } from 'fastify'
import { dayOf } from '#base/dates.ts'
import { certificatesOf } from '#certificates/store.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { countUnseen } from '#mail/notice-store.ts'
import { changeName } from '#people/change-name.ts'
import { employmentsOf } from '#people/employment-store.ts'
import { openOffersTo } from '#people/offer-store.ts'
import { getName } from '#people/store.ts'
import { venuesWithIds } from '#people/venue-store.ts'
import { codesLeft } from '#recovery/code-store.ts'
import { ownSignIns } from '#signin/own-sign-ins.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { wordsIn } from '#web/words.ts'
import { credentialsRoutes } from './credentials-routes.ts'
import { dataRoutes } from './data-routes.ts'
import { readName } from './forms.ts'
import { leaveRoutes } from './leave-routes.ts'
import { namePage, toNamePage } from './name-pages.ts'
import { accountPage, toAccountPage } from './pages.ts'
import { signInsRoutes } from './sign-ins-routes.ts'
import { getProfile } from './store.ts'
import { venueRoutes } from './venue-routes.ts'

/** Everything of one's own: what somebody is called, where she works, what is kept, and leaving. */
export const accountRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    await app.register(credentialsRoutes(house))
    await app.register(signInsRoutes(house))
    await app.register(venueRoutes(house))
    await app.register(dataRoutes(house))
    await app.register(leaveRoutes(house))

    app.get('/account', asks('useOwn'), async (request, reply) => {
      const actor = actorOf(request)
      const { personId } = actor
      const { db } = house
      const now = house.clock()
      const { name, login } = await getProfile(db, personId)
      const venueIds = (await employmentsOf(db, personId, dayOf(now))).map((one) => one.venueId)
      const facts = {
        name: name ?? '',
        login: login ?? '',
        signIns: (await ownSignIns(db, actor, { tokenHash: null, now })).length,
        codes: (await codesLeft(db, personId))?.left ?? null,
        venues: venueIds.length === 0 ? [] : (await venuesWithIds(db, venueIds)).map((venue) => venue.name),
        offers: (await openOffersTo(db, personId)).length,
        unseen: await countUnseen(db, personId),
        offered: app.offered.languages,
      }
      return accountPage(reply, toAccountPage(facts, wordsIn(languageOf(request))))
    })

    const nameFacts = async (personId: string) => ({
      name: await getName(house.db, personId),
      certificates: await certificatesOf(house.db, personId),
      today: dayOf(house.clock()),
    })

    app.get('/account/name', asks('useOwn'), async (request, reply) => {
      const view = await nameFacts(actorOf(request).personId)
      return namePage(reply, toNamePage(view, wordsIn(languageOf(request))))
    })

    app.post('/account/name', asks('useOwn'), async (request, reply) => {
      const actor = actorOf(request)
      const { personId } = actor
      const read = readName(request.body)
      if (!read.ok) {
        const view = { ...(await nameFacts(personId)), refused: read }
        return namePage(reply, toNamePage(view, wordsIn(languageOf(request))), 422)
      }
      await inWork(house, actor, (work) => changeName(work, { personId, name: read.name }))
      leaveFlash(reply, 'account.nameKept', isSecure(house.config))
      return seeOther(reply, '/account/name')
    })
  }

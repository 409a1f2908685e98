import type { FastifyPluginAsync } from 'fastify'
import type { Reading } from '#db/work.ts'
import type { House } from '#house.ts'
import { asks } from '#web/doors.ts'
import { languageOf } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { actionKinds, ownNouns } from './actions.ts'
import { readAsked } from './forms.ts'
import { auditPage, toAuditPage } from './pages.ts'
import type { AuditNames } from './particulars.ts'
import { auditLines, findNamed, listNamed, namedPerson, selvesOf, venueIdOf } from './store.ts'

const perPage = 50

/** `namesOf` tells what courses and local facts are called: the rooms that know stand below this one. */
export const auditRoutes =
  (house: House, namesOf: (db: Reading) => Promise<AuditNames>): FastifyPluginAsync =>
  async (app) => {
    app.get('/audit', asks('readAudit'), async (request, reply) => {
      const { db } = house
      const asked = readAsked(request.query)
      const { personId, venue, kind, from, to, before } = asked
      const lines = await auditLines(db, {
        ...(personId ? { involving: await selvesOf(db, personId) } : {}),
        ...(venue ? { venueId: (await venueIdOf(db, venue)) ?? 'none' } : {}),
        ...(kind ? { nouns: actionKinds[kind] } : {}),
        withoutNouns: ownNouns,
        from,
        to,
        before,
        most: perPage + 1,
      })
      const view = {
        asked,
        lines: lines.slice(0, perPage),
        more: lines.length > perPage,
        person: personId ? await namedPerson(db, personId) : null,
        people: asked.name === '' ? [] : await findNamed(db, asked.name),
        venues: await listNamed(db),
        names: await namesOf(db),
      }
      return auditPage(reply, toAuditPage(wordsIn(languageOf(request)), view), asked.noDay.length > 0 ? 422 : 200)
    })
  }

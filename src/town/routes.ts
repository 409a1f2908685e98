import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { found, Refusal } from '#base/refusal.ts'
import { listPublished } from '#courses/store.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { describePartnership } from '#people/describe-partnership.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks, openDoor } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { readUpload, takeUploads } from '#web/uploads.ts'
import { type Key, wordsIn } from '#web/words.ts'
import { changeLogo } from './change-logo.ts'
import { declaredFacts } from './declared-facts.ts'
import { readSettings } from './forms.ts'
import { unfilledIn } from './local-facts-store.ts'
import { localRoutes } from './local-routes.ts'
import { largestLogo } from './logo-bytes.ts'
import { type RefusedSettings, settingsPage, toSettingsPage } from './pages.ts'
import { type ReadLogo, readLogo } from './read-logo.ts'
import { logoOf, townOf } from './store.ts'

interface LogoUrl {
  Params: { sha256: string }
}

export const townRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    await app.register(localRoutes(house))
    showLogo(app, house)

    const secure = isSecure(house.config)
    const saved = (reply: FastifyReply, flash: Key) => {
      leaveFlash(reply, flash, secure)
      return seeOther(reply, '/settings')
    }

    app.get('/settings', asks('settleTown'), (request, reply) => showSettings(house, request, reply))

    app.post('/settings', asks('settleTown'), async (request, reply) => {
      const read = readSettings(request.body)
      if (!read.ok) return showSettings(house, request, reply, read)
      await inWork(house, actorOf(request), (work) => describePartnership(work, read.value))
      app.offered.languages = read.value.languages
      return saved(reply, 'town.saved')
    })

    await app.register(async (uploading) => {
      takeUploads(uploading)
      uploading.post('/settings/logo', asks('settleTown'), async (request, reply) => {
        const read = await logoIn(request)
        if (!read.ok) return showSettings(house, request, reply, { logo: read.fault })
        await inWork(house, actorOf(request), (work) => changeLogo(work, read.logo))
        return saved(reply, 'town.logoSaved')
      })
    })

    app.post('/settings/logo/removal', asks('settleTown'), async (request, reply) => {
      await inWork(house, actorOf(request), (work) => changeLogo(work, null))
      return saved(reply, 'town.logoRemoved')
    })
  }

/** For everybody, and for good: its address is its content. */
function showLogo(app: FastifyInstance, { db }: House): void {
  app.get<LogoUrl>('/logo/:sha256.png', openDoor, async (request, reply) => {
    const logo = found(await logoOf(db, request.params.sha256), 'logo')
    return reply.header('cache-control', 'public, max-age=31536000, immutable').type('image/png').send(logo.png)
  })
}

async function logoIn(request: FastifyRequest): Promise<ReadLogo> {
  try {
    const { file } = await readUpload(request, { file: 'logo', largest: largestLogo })
    return file ? await readLogo(file.bytes) : { ok: false, fault: 'town.logoMissing' }
  } catch (refused) {
    if (refused instanceof Refusal && refused.code === 'too-large') return { ok: false, fault: 'town.logoTooLarge' }
    throw refused
  }
}

async function showSettings(
  { db }: House,
  request: FastifyRequest,
  reply: FastifyReply,
  refused?: RefusedSettings,
): Promise<FastifyReply> {
  const town = await townOf(db)
  const courses = (await listPublished(db)).map(({ document }) => document)
  const facts = {
    town,
    logo: town.logo === null ? null : await logoOf(db, town.logo),
    unfilled: (await unfilledIn(db, courses)).length,
    declared: declaredFacts(courses).length,
  }
  const status = refused?.logo === 'town.logoTooLarge' ? 413 : refused ? 422 : 200
  return settingsPage(reply, toSettingsPage(wordsIn(languageOf(request)), facts, refused), status)
}

import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { dayOf, instantOf } from '#base/dates.ts'
import { found, Refusal } from '#base/refusal.ts'
import { inWork, type Work } from '#db/work.ts'
import type { House } from '#house.ts'
import { endInvitation } from '#invitations/end-invitation.ts'
import { inviteToRole } from '#invitations/invite-to-role.ts'
import { renewInvitation } from '#invitations/renew-invitation.ts'
import { type Issued, sendInvitation } from '#invitations/send-invitation.ts'
import { getInvitation, openInvitations } from '#invitations/store.ts'
import type { Shown } from '#joining/pages.ts'
import { endRole } from '#people/end-role.ts'
import { associationCount, listRoles } from '#people/role-store.ts'
import { listVenues, venuesWithIds } from '#people/venue-store.ts'
import type { Role } from '#policy.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { type Key, wordsIn } from '#web/words.ts'
import { endPage, toEndPage } from './end-pages.ts'
import { readInvitation, readPlace } from './forms.ts'
import { linkPage, toLinkPage } from './link-pages.ts'
import { rolesPage, toRolesPage } from './pages.ts'

interface RoleUrl {
  Params: { role: string }
}
interface InvitationUrl {
  Params: { invitation: string }
}

/** Who holds which role; inviting to one and ending one. All of it is the association's. */
export const rolesRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    const may = asks('appointRole')
    const today = () => dayOf(house.clock())

    app.get('/roles', may, (request, reply) => show(request, reply, { typed: readPlace(request.query) }))

    app.post('/roles/invitations', may, async (request, reply) => {
      const venues = new Map((await listVenues(house.db)).map(({ slug, id }) => [slug, id]))
      const read = readInvitation(request.body, venues)
      if (!read.ok) return show(request, reply, read, 422)
      return answerWithLink(request, reply, read.value, (work) => inviteToRole(work, read.value))
    })

    app.post<InvitationUrl>('/roles/invitations/:invitation/link', may, async (request, reply) => {
      const invitation = await ownInvitation(request)
      return answerWithLink(request, reply, invitation, (work) => renewInvitation(work, invitation.id))
    })

    app.post<InvitationUrl>('/roles/invitations/:invitation/end', may, async (request, reply) => {
      const { id } = await ownInvitation(request)
      await inWork(house, actorOf(request), (work) => endInvitation(work, id))
      return back(reply, 'roles.takenBack')
    })

    app.get<RoleUrl>('/roles/:role/end', may, (request, reply) => showEnd(request, reply))

    app.post<RoleUrl>('/roles/:role/end', may, async (request, reply) => {
      const line = await heldRole(request.params.role)
      const ended = await inWork(house, actorOf(request), (work) => endRole(work, line.id)).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Refusal && error.code === 'conflict') return false
          throw error
        },
      )
      return ended ? back(reply, 'roles.ended') : showEnd(request, reply, 409)
    })

    async function show(request: FastifyRequest, reply: FastifyReply, shown?: Shown, status = 200) {
      const town = {
        lines: await listRoles(house.db, today()),
        waiting: await openInvitations(house.db, instantOf(house.clock()), { kind: 'role' }),
        venues: await listVenues(house.db),
        language: languageOf(request),
        languages: app.offered.languages,
        mails: house.mailer !== null,
      }
      return rolesPage(reply, toRolesPage(wordsIn(languageOf(request)), town, shown), status)
    }

    async function showEnd(request: FastifyRequest<RoleUrl>, reply: FastifyReply, status = 200) {
      const line = await heldRole(request.params.role)
      const last = line.role === 'association' && (await associationCount(house.db, today())) === 1
      return endPage(reply, toEndPage(wordsIn(languageOf(request)), { line, last }), status)
    }

    /** A role in force today. */
    async function heldRole(id: string) {
      const lines = await listRoles(house.db, today())
      return found(
        lines.find((line) => line.id === id && !line.ended),
        'role in force',
      )
    }

    /** An account's invitation is no business of this room. */
    async function ownInvitation(request: FastifyRequest<InvitationUrl>) {
      const invitation = await getInvitation(house.db, request.params.invitation)
      return found(invitation.kind === 'role' ? invitation : null, 'role invitation')
    }

    /** Issues a link and shows it in the answer itself: it is stored nowhere. */
    async function answerWithLink(
      request: FastifyRequest,
      reply: FastifyReply,
      of: { role: Role; venueId: string | null; toName: string | null },
      issue: (work: Work) => Promise<string>,
    ) {
      const { baseUrl } = house.config
      const issued: Issued = await inWork(house, actorOf(request), async (work) =>
        sendInvitation(work, { token: await issue(work), baseUrl }),
      )
      const [place] = of.venueId ? await venuesWithIds(house.db, [of.venueId]) : []
      const { role, toName } = of
      const shown = { issued, role, toName, venue: place?.name ?? null, baseUrl, mails: house.mailer !== null }
      return linkPage(reply, toLinkPage(wordsIn(languageOf(request)), shown))
    }

    function back(reply: FastifyReply, said: Key) {
      leaveFlash(reply, said, isSecure(house.config))
      return seeOther(reply, '/roles')
    }
  }

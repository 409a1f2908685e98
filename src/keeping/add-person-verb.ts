import { record } from '#audit/record.ts'
import { tidyName } from '#base/text.ts'
import type { Config } from '#config.ts'
import { inWork, type Work } from '#db/work.ts'
import { linkTo } from '#invitations/invitation.ts'
import { inviteToRole } from '#invitations/invite-to-role.ts'
import { issueInvitation } from '#invitations/issue-invitation.ts'
import { closeInvitationsTo } from '#invitations/store.ts'
import { addUnclaimedPerson } from '#people/add-unclaimed-person.ts'
import { appointRole } from '#people/appoint-role.ts'
import { findByLogin } from '#people/unclaimed-store.ts'
import { findVenue } from '#people/venue-store.ts'
import { operator, type Role, roles } from '#policy.ts'
import { loginOf } from '#signin/login.ts'
import { openForVerb } from './open-for-verb.ts'

export interface PersonByHand {
  name: string
  login: string
  role: string | null
  /** A venue's short name, for managers. */
  venue: string | null
}

/**
 * `add-person NAME LOGIN`: enters a person and prints the link that opens the account; with `--role`, gives the role to whoever has the account,
 * or prints the link that gives it. A role never waits on an account that nobody has opened: whoever joins with that login would get it.
 */
export async function addPersonByHand(config: Config, typed: PersonByHand): Promise<number> {
  const of = { name: tidyName(typed.name), login: loginOf(typed.login) ?? '', role: readRole(typed) }
  if (!of.name) throw new Error('the name is empty')
  if (!of.login) throw new Error(`${typed.login}: is neither an e-mail address nor a mobile number`)
  const token = await openForVerb(config, (source) =>
    inWork(source, operator, async (work) => {
      const known = await findByLogin(work.db, of.login)
      if (of.role) return giveRole(work, { ...of, role: of.role, venueId: await venueOf(work, typed.venue) }, known)
      if (known?.claimed) throw new Error(`${of.login} has an account already: reset-link gives a new password`)
      return openAccount(work, known?.personId ?? (await addUnclaimedPerson(work, { ...of, language: 'da' })), of)
    }),
  )
  if (token === null) console.log(`${of.login} has an account, and is ${of.role} from today.`)
  else {
    console.error('Works once, within seven days. Be sure that you know whom you hand it to.')
    console.log(linkTo(config.baseUrl, token))
  }
  return 0
}

function readRole({ role, venue }: PersonByHand): Role | null {
  if (role !== null && !roles.includes(role as Role))
    throw new Error(`--role ${role}: must be one of ${roles.join(', ')}`)
  if ((role === 'manager') !== (venue !== null)) throw new Error('--role manager and --venue belong together')
  return role as Role | null
}

async function venueOf(work: Work, slug: string | null): Promise<string | null> {
  if (slug === null) return null
  const venue = await findVenue(work.db, slug)
  if (!venue) throw new Error(`--venue ${slug}: there is no such venue`)
  return venue.id
}

type Known = Awaited<ReturnType<typeof findByLogin>>

async function giveRole(
  work: Work,
  of: { name: string; login: string; role: Role; venueId: string | null },
  known: Known,
): Promise<string | null> {
  const { role, venueId } = of
  if (!known?.claimed)
    return inviteToRole(work, { role, venueId, toName: of.name, toAddress: addressIn(of.login), language: 'da' })
  await appointRole(work, { personId: known.personId, role, venueId })
  return null
}

async function openAccount(work: Work, personId: string, of: { name: string; login: string }): Promise<string> {
  await closeInvitationsTo(work.db, personId, work.at)
  const sent = { toName: of.name, toAddress: addressIn(of.login), language: 'da' as const }
  const { id, token } = await issueInvitation(work, { kind: 'account', role: null, venueId: null, personId, ...sent })
  await record(work, 'invitation.issued', id, { personId })
  return token
}

const addressIn = (login: string) => (login.includes('@') ? login : null)

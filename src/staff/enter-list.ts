import { record } from '#audit/record.ts'
import { must } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { inviteToAccount } from '#invitations/invite-to-account.ts'
import { type Issued, sendInvitation } from '#invitations/send-invitation.ts'
import { addUnclaimedPerson } from '#people/add-unclaimed-person.ts'
import { enterStaff } from '#people/enter-staff.ts'
import { offerEmployment } from '#people/offer-employment.ts'
import { may } from '#policy.ts'
import type { Language } from '#web/language.ts'
import type { Entry } from './paste-line.ts'
import { planEntry } from './plan-paste.ts'

/** Somebody with a link to hand over. */
export interface Slip extends Issued {
  name: string
}

export interface Entered {
  slips: readonly Slip[]
  /** Names, as typed, of those who have an account and are asked. */
  asked: readonly string[]
  /** How many work there already, or were asked before. */
  here: number
}

/**
 * Enters a list of people at a venue, all or none: whoever is new gets a confirmed employment and a link to open the account, whoever has one is
 * asked, whoever works there already is left alone. The same list again changes nothing. Refuses: forbidden.
 */
export async function enterList(
  work: Work,
  of: { venueId: string; entries: readonly Entry[]; language: Language; baseUrl: string },
): Promise<Entered> {
  const { venueId, language, baseUrl } = of
  must(may.keepStaff(work.actor, of), 'enter a list of staff')
  const slips: Slip[] = []
  const asked: string[] = []
  let here = 0
  for (const entry of of.entries) {
    const plan = await planEntry(work.db, venueId, entry)
    const { name, login, job, firstOn } = entry
    if (plan.kind === 'here') here++
    else if (plan.kind === 'account') {
      await offerEmployment(work, { personId: plan.personId, venueId, job, firstOn })
      asked.push(name)
    } else {
      const personId = plan.personId ?? (await addUnclaimedPerson(work, { name, login, language }))
      await enterStaff(work, { personId, venueId, job, firstOn })
      const token = await inviteToAccount(work, { personId, venueId })
      slips.push({ name, ...(await sendInvitation(work, { token, baseUrl })) })
    }
  }
  if (slips.length + asked.length > 0)
    await record(work, 'employment.list-entered', venueId, { venueId }, { count: slips.length + asked.length })
  return { slips, asked, here }
}

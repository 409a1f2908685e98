import type { Issued } from '#invitations/send-invitation.ts'
import { type ShownLink, toShownLink } from '#invitations/shown-link.ts'
import { roleKey } from '#people/role.ts'
import type { Role } from '#policy.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'

export interface LinkPage {
  title: string
  lead: string
  link: ShownLink
}
export const linkPage = page<LinkPage>('roles/link')

/** The answer to an invitation: its link, which no page shows again. */
export function toLinkPage(
  w: Words,
  of: { issued: Issued; role: Role; venue: string | null; toName: string | null; baseUrl: string; mails: boolean },
): LinkPage {
  const role = w.t(roleKey(of.role))
  const what = of.venue === null ? role : w.t('roles.roleAt', { role, venue: of.venue })
  return {
    title: of.toName === null ? w.t('roles.linkReady') : w.t('roles.linkReadyFor', { name: of.toName }),
    lead: w.t('roles.linkLead', { what }),
    link: toShownLink(w, { ...of.issued, baseUrl: of.baseUrl, mails: of.mails }),
  }
}

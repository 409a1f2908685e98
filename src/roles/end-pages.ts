import { roleKey } from '#people/role.ts'
import type { RoleLine } from '#people/role-store.ts'
import type { Button } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'

export interface EndPage {
  title: string
  /** Who holds what since when. */
  lead: string
  /** What is lost at once; null when the role cannot end. */
  loses: string | null
  keeps: string | null
  /** Why it cannot end. */
  cannot: string | null
  end: Button | null
}
export const endPage = page<EndPage>('roles/end')

/** What ending a role does, before it is done. `last`: is it the last member of the association? */
export function toEndPage(w: Words, of: { line: RoleLine; last: boolean }): EndPage {
  const { line, last } = of
  const name = line.name ?? w.t('roles.erased')
  const role = w.t(roleKey(line.role))
  const values = { name, role, venue: line.venue?.name ?? '', day: w.date(line.firstOn) }
  return {
    title: w.t('roles.endTitle', values),
    lead: line.venue ? w.t('roles.endLeadAt', values) : w.t('roles.endLead', values),
    loses: last ? null : w.t(`roles.loses.${line.role}`, values),
    keeps: last ? null : w.t('roles.keeps', values),
    cannot: last ? w.t('roles.lastMember', values) : null,
    end: last ? null : { action: `/roles/${line.id}/end`, label: w.t('roles.end'), kind: 'danger', about: name },
  }
}

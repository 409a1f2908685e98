import { nameField, type Shown } from '#joining/pages.ts'
import { faultLines, loginField, newPasswordField } from '#signin/fields.ts'
import { typedText } from '#web/form.ts'
import type { Button, Fault, Field } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import type { Invitation, Stand } from './invitation.ts'

/** An invitation and what stands around it, as its page tells it. */
export interface Told {
  invitation: Invitation
  token: string
  town: string
  /** The venue's name; null for a role without one. */
  venue: string | null
  /** Who sent it; null when nobody by name did. */
  by: string | null
  /** Of an account: the name and login the venue wrote down. */
  entered: { name: string; login: string } | null
}

interface Heading {
  title: string
  lead: string
  means: string
  worksUntil: string
}

export interface NewcomerPage extends Heading {
  action: string
  submit: string
  signInUrl: string
  faults: Fault[]
  name: Field
  login: Field
  password: Field
}
export const newcomerPage = page<NewcomerPage>('invitations/newcomer')

/** `refusal`: why the whole try was turned down, in words. */
export function toNewcomerPage(
  w: Words,
  told: Told,
  { typed, faults = {} }: Shown = { typed: firstTyped(told) },
  refusal: string | null = null,
): NewcomerPage {
  const fields = {
    name: nameField(w, faults, typedText(typed, 'name')),
    login: loginField(w, faults, typedText(typed, 'login')),
    password: newPasswordField(w, faults, typedText(typed, 'password')),
  }
  const refused = refusal === null ? [] : [{ name: 'password', text: refusal }]
  const url = `/invitation/${told.token}`
  return {
    ...headingOf(w, told),
    action: url,
    submit: w.t(told.invitation.kind === 'role' ? 'invitations.createAndAccept' : 'invitations.open'),
    signInUrl: `/sign-in?next=${url}`,
    faults: [...refused, ...(Object.keys(faults).length === 0 ? [] : faultLines(Object.values(fields)))],
    ...fields,
  }
}

/** What is filled in at first: what whoever invited has written down. */
const firstTyped = ({ invitation, entered }: Told) => ({
  name: entered?.name ?? invitation.toName ?? '',
  login: entered?.login ?? invitation.toAddress ?? '',
})

export interface MemberPage extends Heading {
  you: string
  accept: Button
  notYou: Button
}
export const memberPage = page<MemberPage>('invitations/member')

/** For somebody who is signed in as `name`. */
export function toMemberPage(w: Words, told: Told, name: string): MemberPage {
  const url = `/invitation/${told.token}`
  const { invitation, entered } = told
  const handover = { entered: entered?.name ?? '' }
  return {
    ...headingOf(w, told),
    ...(invitation.kind === 'account' ? { means: w.t('invitations.handover', handover) } : {}),
    you: w.t('joining.memberLead', { name }),
    accept: { action: url, label: w.t('invitations.acceptAs', { name }) },
    notYou: { action: '/sign-out', label: w.t('invitations.notYou'), kind: 'plain', fields: { next: url } },
  }
}

function headingOf(w: Words, { invitation, town, venue, by, entered }: Told): Heading {
  const values = { town, venue: venue ?? town, by: by ?? town }
  const worksUntil = w.t('invitations.worksUntil', { instant: w.instant(invitation.expiresAt) })
  if (invitation.kind === 'account')
    return {
      title: w.t('joining.title', values),
      lead: w.t('invitations.accountLead', { ...values, name: entered?.name ?? '' }),
      means: w.t('invitations.accountMeans'),
      worksUntil,
    }
  const { toName, role } = invitation
  return {
    title: w.t(`invitations.title.${role}`, values),
    lead: toName ? w.t('invitations.leadTo', { ...values, name: toName }) : w.t('invitations.lead', values),
    means: w.t(`invitations.means.${role}`, values),
    worksUntil,
  }
}

export interface ClosedPage {
  title: string
  text: string
}
export const closedPage = page<ClosedPage>('invitations/closed')

export const closedWhys = ['used', 'ended', 'expired', 'unknown'] as const
export type ClosedWhy = Exclude<Stand, 'open'> | 'unknown'

export const toClosedPage = (w: Words, why: ClosedWhy): ClosedPage => ({
  title: w.t(`invitations.closed.${why}`),
  text: w.t(`invitations.closedText.${why}`),
})

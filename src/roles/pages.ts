import { dayOf } from '#base/dates.ts'
import type { Invitation } from '#invitations/invitation.ts'
import type { Shown } from '#joining/pages.ts'
import { roleKey } from '#people/role.ts'
import type { RoleLine } from '#people/role-store.ts'
import type { Venue } from '#people/venue.ts'
import type { Role } from '#policy.ts'
import { faultLines } from '#signin/fields.ts'
import { typedText } from '#web/form.ts'
import type { Language } from '#web/language.ts'
import type { Button, Choices, Fault, Field, Select } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'

/** One holding of a role. */
interface Held {
  name: string
  /** Everything about who holds it; null once erased. */
  personUrl: string | null
  /** `Havnen, since 1 November 2026`, or from when to when. */
  when: string
  endUrl: string | null
  about: string
}

interface Waiting {
  name: string
  what: string
  until: string
  renew: Button
  takeBack: Button
}

export interface RolesPage {
  title: string
  inviteLead: string
  groups: { role: string; means: string; held: Held[] }[]
  ended: Held[]
  waiting: Waiting[]
  faults: Fault[]
  role: Choices
  venue: Select
  name: Field
  address: Field
  language: Choices
}
export const rolesPage = page<RolesPage>('roles/roles')

/** The association first: whom one can ask. */
const order = ['association', 'manager', 'trainer', 'partner'] as const satisfies readonly Role[]

export interface Town {
  lines: readonly RoleLine[]
  waiting: readonly Invitation[]
  venues: readonly Venue[]
  /** The reader's, and what the town offers. */
  language: Language
  languages: readonly Language[]
  /** Is there anything that sends letters? */
  mails: boolean
}

export function toRolesPage(w: Words, town: Town, { typed, faults = {} }: Shown = { typed: {} }): RolesPage {
  const inForce = town.lines.filter((line) => !line.ended)
  const fault = (name: string) => (faults[name] ? w.t(faults[name]) : null)
  const text = (name: string) => typedText(typed, name)
  const language = text('language') || town.language
  const fields = {
    role: {
      name: 'role',
      legend: w.t('roles.role'),
      options: order.map((role) => ({
        value: role,
        label: w.t(roleKey(role)),
        hint: w.t(`roles.means.${role}`),
        chosen: typed.role === role,
      })),
      fault: fault('role'),
      required: true,
    },
    venue: {
      name: 'venue',
      label: w.t('roles.venue'),
      hint: w.t('roles.venueHint'),
      options: town.venues.map(({ slug, name }) => ({ value: slug, label: name, chosen: typed.venue === slug })),
      choose: w.t('roles.venueChoose'),
      fault: fault('venue'),
    },
    name: {
      name: 'name',
      label: w.t('roles.name'),
      hint: w.t('roles.nameHint'),
      value: text('name'),
      fault: fault('name'),
      autocomplete: 'off',
      maxlength: 100,
    },
    address: {
      name: 'address',
      label: w.t('roles.address'),
      hint: w.t(town.mails ? 'roles.addressHint' : 'roles.addressHintByHand'),
      type: 'email',
      value: text('address'),
      fault: fault('address'),
      autocomplete: 'off',
      maxlength: 300,
    },
    language: {
      name: 'language',
      legend: w.t('roles.language'),
      options: town.languages.map((one) => ({ value: one, label: w.t(`roles.in.${one}`), chosen: one === language })),
      small: true,
      fault: fault('language'),
      required: true,
    },
  } satisfies Pick<RolesPage, 'role' | 'venue' | 'name' | 'address' | 'language'>
  return {
    title: w.t('roles.title'),
    inviteLead: w.t(town.mails ? 'roles.inviteLead' : 'roles.inviteLeadByHand'),
    groups: order.map((role) => ({
      role: w.t(roleKey(role)),
      means: w.t(`roles.means.${role}`),
      held: inForce
        .filter((line) => line.role === role)
        .toSorted(byVenue)
        .map((line) => toHeld(w, line)),
    })),
    ended: town.lines.filter((line) => line.ended).map((line) => toHeld(w, line)),
    waiting: town.waiting.map((invitation) => toWaiting(w, invitation, town.venues)),
    faults: faultLines([
      { name: 'role', fault: fields.role.fault },
      fields.venue,
      fields.name,
      fields.address,
      fields.language,
    ]),
    ...fields,
  }
}

const byVenue = (a: RoleLine, b: RoleLine) => (a.venue?.name ?? '').localeCompare(b.venue?.name ?? '', 'da')

function toHeld(w: Words, line: RoleLine): Held {
  const name = line.name ?? w.t('roles.erased')
  const role = w.t(roleKey(line.role))
  const days = { first: w.date(line.firstOn), last: line.lastOn === null ? '' : w.date(line.lastOn) }
  const when = line.ended ? w.t('roles.fromTo', days) : w.t('roles.since', days)
  const place = [...(line.ended ? [role] : []), ...(line.venue ? [line.venue.name] : [])]
  return {
    name,
    personUrl: line.name === null ? null : `/people/${line.personId}`,
    when: [...place, when].join(' · '),
    endUrl: line.ended ? null : `/roles/${line.id}/end`,
    about: `${name}, ${role}${line.venue ? `, ${line.venue.name}` : ''}`,
  }
}

function toWaiting(w: Words, invitation: Invitation, venues: readonly Venue[]): Waiting {
  const role = invitation.kind === 'role' ? w.t(roleKey(invitation.role)) : ''
  const venue = venues.find((one) => one.id === invitation.venueId)?.name
  const what = venue ? `${role} · ${venue}` : role
  const name = invitation.toName ?? invitation.toAddress ?? w.t('roles.somebody')
  const url = `/roles/invitations/${invitation.id}`
  const about = `${name}, ${what}`
  return {
    name,
    what,
    until: w.t('roles.until', { day: w.date(dayOf(new Date(invitation.expiresAt))) }),
    renew: { action: `${url}/link`, label: w.t('roles.renew'), kind: 'quiet', about },
    takeBack: { action: `${url}/end`, label: w.t('roles.takeBack'), kind: 'plain', about },
  }
}

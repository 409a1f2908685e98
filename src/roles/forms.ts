import { tidyName } from '#base/text.ts'
import type { RoleOffer } from '#invitations/invite-to-role.ts'
import { oneOf, type ReadForm, someText } from '#joining/forms.ts'
import { mailAddressOf } from '#mail/address.ts'
import { type Role, roles } from '#policy.ts'
import type { Faults } from '#signin/fields.ts'
import { form, type Typed, typedText } from '#web/form.ts'
import { type Language, languages } from '#web/language.ts'

const readRaw = form(
  (type) =>
    type.Object({
      role: oneOf(type, roles),
      venue: type.Optional(type.String({ maxLength: 100 })),
      name: type.Optional(someText(type)),
      address: type.Optional(type.String({ maxLength: 300 })),
      language: oneOf(type, languages),
    }),
  {
    role: 'roles.roleFault',
    venue: 'roles.venueFault',
    name: 'roles.nameFault',
    address: 'roles.addressFault',
    language: 'roles.languageFault',
  },
)

/** Whom to invite to what. `venues`: ids by the short names there are. */
export function readInvitation(body: unknown, venues: ReadonlyMap<string, string>): ReadForm<RoleOffer> {
  const read = readRaw(body)
  const typed: Typed = read.ok ? read.value : read.typed
  const text = (name: string) => typedText(typed, name).trim()
  const venueId = venues.get(text('venue')) ?? null
  const faults: Faults = {
    ...venueFault(text('role'), text('venue'), venueId),
    ...(text('address') !== '' && mailAddressOf(text('address')) === null ? { address: 'roles.addressFault' } : {}),
    ...(read.ok ? {} : read.faults),
  }
  if (!read.ok || Object.keys(faults).length > 0) return { ok: false, typed, faults }
  return {
    ok: true,
    typed,
    value: {
      role: text('role') as Role,
      venueId,
      toName: tidyName(text('name')) || null,
      toAddress: mailAddressOf(text('address'))?.toLowerCase() ?? null,
      language: text('language') as Language,
    },
  }
}

/** A manager has a venue that there is, anybody else none. */
function venueFault(role: string, typed: string, venueId: string | null): Faults {
  if (role === 'manager') return venueId === null ? { venue: 'roles.venueFault' } : {}
  return typed === '' ? {} : { venue: 'roles.venueNone' }
}

/** A manager is wanted at the venue of the address `?venue=`: what the form begins with. */
export function readPlace(query: unknown): Typed {
  const venue = (query as { venue?: unknown } | null)?.venue
  return typeof venue === 'string' && venue !== '' ? { role: 'manager', venue } : {}
}

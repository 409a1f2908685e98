import { tidyName } from '#base/text.ts'
import { type VenueKind, venueKinds } from '#people/venue.ts'
import type { Faults } from '#signin/fields.ts'
import { loginOf } from '#signin/login.ts'
import { form, type Typed, typedText } from '#web/form.ts'
import { account, accountFaults, emptyFaults, oneOf, ownerFaults, type ReadForm, someText } from './forms.ts'

export interface Founding {
  partnership: string
  venue: string
  kind: VenueKind
  name: string
  login: string
  password: string
}

const namesFaults = {
  partnership: 'joining.partnershipFault',
  venue: 'joining.venueFault',
  name: 'joining.nameFault',
} as const
const readSetupRaw = form(
  (type) =>
    type.Object({
      partnership: someText(type),
      venue: someText(type),
      kind: oneOf(type, venueKinds),
      name: someText(type),
      ...account(type),
    }),
  { ...namesFaults, kind: 'joining.kindFault', ...accountFaults },
)

/** The form of the first start. */
export function readSetup(body: unknown): ReadForm<Founding> {
  const read = readSetupRaw(body)
  const typed: Typed = read.ok ? read.value : read.typed
  const places = [typedText(typed, 'venue'), typedText(typed, 'partnership')]
  const empty = emptyFaults(typed, namesFaults)
  const faults: Faults = { ...empty, ...ownerFaults(typed, places), ...(read.ok ? {} : read.faults) }
  if (!read.ok || Object.keys(faults).length > 0) return { ok: false, typed, faults }
  const { partnership, venue, kind, name, login, password } = read.value
  return {
    ok: true,
    typed,
    value: {
      partnership: tidyName(partnership),
      venue: tidyName(venue),
      kind: kind as VenueKind,
      name: tidyName(name),
      login: loginOf(login) as string,
      password,
    },
  }
}

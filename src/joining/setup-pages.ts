import { kindKey, venueKinds } from '#people/venue.ts'
import { type Faults, faultLines, loginField, newPasswordField } from '#signin/fields.ts'
import { typedText } from '#web/form.ts'
import type { Fault, Field, Select } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Key, Words } from '#web/words.ts'
import { nameField, type Shown } from './pages.ts'

export interface SetupPage {
  title: string
  action: string
  faults: Fault[]
  partnership: Field
  venue: Field
  kind: Select
  name: Field
  login: Field
  password: Field
}
export const setupPage = page<SetupPage>('joining/setup')

export function toSetupPage(w: Words, token: string, { typed, faults = {} }: Shown = { typed: {} }): SetupPage {
  const text = (name: string) => typedText(typed, name)
  const fields = {
    partnership: placeField(w, faults, {
      name: 'partnership',
      label: 'joining.partnership',
      hint: w.t('joining.partnershipHint'),
      value: text('partnership'),
    }),
    venue: placeField(w, faults, { name: 'venue', label: 'joining.venue', hint: null, value: text('venue') }),
    kind: {
      name: 'kind',
      label: w.t('joining.kind'),
      options: venueKinds.map((kind) => ({ value: kind, label: w.t(kindKey(kind)), chosen: typed.kind === kind })),
      choose: text('kind') ? null : w.t('joining.kindChoose'),
      fault: faults.kind ? w.t(faults.kind) : null,
      required: true,
    },
    name: { ...nameField(w, faults, text('name')), hint: null },
    login: loginField(w, faults, text('login')),
    password: newPasswordField(w, faults, text('password')),
  }
  const { partnership, venue, kind, name, login, password } = fields
  return {
    title: w.t('joining.setupTitle'),
    action: `/setup/${token}`,
    faults: Object.keys(faults).length === 0 ? [] : faultLines([partnership, venue, kind, name, login, password]),
    ...fields,
  }
}

function placeField(
  w: Words,
  faults: Faults,
  of: { name: string; label: Key; hint: string | null; value: string },
): Field {
  const fault = faults[of.name]
  return { ...of, label: w.t(of.label), fault: fault ? w.t(fault) : null, required: true, maxlength: 100 }
}

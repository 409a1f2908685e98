import { kindKey, venueKinds } from '#people/venue.ts'
import { type Typed, typedText } from '#web/form.ts'
import type { Choices, Fault, Field, Select } from '#web/parts.ts'
import type { Words } from '#web/words.ts'
import type { Faults } from './forms.ts'

/** What of a form is shown again; `late` when it is known without the form. */
export interface Shown {
  typed: Typed
  faults?: Faults
  late?: boolean
}

/** The four things a venue is asked for. */
export interface VenueFields {
  name: Field
  kind: Select
  address: Field
  late: Choices
}

export function venueFields(w: Words, { typed, faults = {}, late }: Shown): VenueFields {
  const text = (name: string) => typedText(typed, name)
  const fault = (name: string) => (faults[name] ? w.t(faults[name]) : null)
  return {
    name: {
      name: 'name',
      label: w.t('venues.name'),
      value: text('name'),
      fault: fault('name'),
      required: true,
      maxlength: 100,
    },
    kind: {
      name: 'kind',
      label: w.t('venues.kind'),
      options: venueKinds.map((kind) => ({ value: kind, label: w.t(kindKey(kind)), chosen: typed.kind === kind })),
      choose: text('kind') === '' ? w.t('venues.kindChoose') : null,
      fault: fault('kind'),
      required: true,
    },
    address: {
      name: 'address',
      label: w.t('venues.address'),
      value: text('address'),
      fault: fault('address'),
      required: true,
      maxlength: 200,
    },
    late: {
      name: 'late',
      legend: w.t('venues.late'),
      many: true,
      options: [{ value: 'yes', label: w.t('venues.lateYes'), chosen: late ?? typed.late !== undefined }],
    },
  }
}

/** The lines of the error summary, in the order of the fields. */
export const faultsOf = ({ name, kind, address }: VenueFields): Fault[] =>
  [name, kind, address].flatMap((field) => (field.fault ? [{ name: field.name, text: field.fault }] : []))

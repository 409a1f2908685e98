import { addDays, addMonths, type Day } from '#base/dates.ts'
import type { Closing } from '#people/closing.ts'
import type { VenueFacts } from '#people/venue-facts-store.ts'
import type { Fault, Field, Notice } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Key, Words } from '#web/words.ts'
import { typedVenue } from './forms.ts'
import { closingText, openingOf } from './opening.ts'
import { faultsOf, type Shown, type VenueFields, venueFields } from './venue-fields.ts'

/** One venue as the association changes it. */
export interface VenueSettingsPage {
  title: string
  back: { url: string; label: string }
  faults: readonly Fault[]
  state: Notice | null
  /** What comes next at a venue without a manager; null when it has one. */
  next: { rolesUrl: string; posterUrl: string } | null
  action: string
  fields: VenueFields
  /** Its earlier and planned closings, in words. */
  closings: readonly string[]
  /** Null when it has been closed ever since it was opened. */
  closing: DayForm | null
  /** Null when there is nothing to reopen. */
  reopening: DayForm | null
}

export interface DayForm {
  title: string
  /** What happens, said beforehand. */
  text: readonly string[]
  action: string
  on: Field
  label: string
}

export const venueSettingsPage = page<VenueSettingsPage>('venues/settings')

export interface VenueSettingsView {
  venue: VenueFacts
  closings: readonly Closing[]
  today: Day
  /** Who counts there today, and who has joined and waits. */
  employed: number
  waiting: number
  managers: number
}

/** A form that was refused: which, with what was typed. */
export type Refused = { form: 'venue'; shown: Shown } | { form: 'closing' | 'reopening'; typed: string; fault: Key }

export function toVenueSettingsPage(
  view: VenueSettingsView,
  w: Words,
  refused: Refused | null = null,
): VenueSettingsPage {
  const { venue, closings, today } = view
  const address = `/venues/${venue.slug}`
  const own = { typed: typedVenue(venue), late: venue.openAfter02 }
  const fields = venueFields(w, refused?.form === 'venue' ? refused.shown : own)
  const opening = openingOf(closings, today)
  const closing = closingForm(view, w, refused)
  const reopening = reopeningForm(view, w, refused)
  const days = [closing, reopening].flatMap((one) => one?.on ?? [])
  return {
    title: w.t('venues.settingsTitle', { venue: venue.name }),
    back: { url: address, label: venue.name },
    faults: [...faultsOf(fields), ...days.flatMap(({ id, fault }) => (id && fault ? [{ name: id, text: fault }] : []))],
    state: opening.kind === 'open' ? null : { kind: 'warn', text: closingText(opening, w) },
    next: view.managers > 0 ? null : { rolesUrl: `/roles?venue=${venue.slug}`, posterUrl: `${address}/poster` },
    action: `${address}/settings`,
    fields,
    closings: closings.map((one) => closingLine(one, w)),
    closing,
    reopening,
  }
}

const closingLine = ({ firstOn, lastOn }: Closing, w: Words): string =>
  lastOn === null
    ? w.t('venues.closedFrom', { day: w.date(firstOn) })
    : w.t('venues.closedBetween', { day: w.date(firstOn), last: w.date(lastOn) })

/** The last day anything can be planned for. */
export const lastPlanned = (today: Day): Day => addMonths(today, 24)

/** The closing without an end, when there is one. */
export const lastingOf = (closings: readonly Closing[]): Closing | null =>
  closings.find((one) => one.lastOn === null) ?? null

function closingForm(view: VenueSettingsView, w: Words, refused: Refused | null): DayForm | null {
  const { venue, closings, today, employed, waiting } = view
  const lasting = lastingOf(closings)
  if (lasting && lasting.firstOn <= venue.openedOn) return null
  return {
    title: lasting ? w.t('venues.closeEarlier') : w.t('venues.close'),
    text: lasting
      ? [w.t('venues.closeEarlierText', { day: w.date(lasting.firstOn) })]
      : [
          ...(employed > 0 ? [w.t('venues.closePeople', { count: employed })] : []),
          ...(waiting > 0 ? [w.t('venues.closeWaiting', { count: waiting })] : []),
          w.t('venues.closeFigures'),
          w.t('venues.closePoster'),
          w.t('venues.closeKept'),
        ],
    action: `/venues/${venue.slug}/closing`,
    label: lasting ? w.t('venues.closeEarlierSubmit') : w.t('venues.closeSubmit'),
    on: dayField('closing', w.t('venues.closeOn'), refused, w, {
      value: lasting ? '' : today,
      min: venue.openedOn,
      max: lasting ? addDays(lasting.firstOn, -1) : lastPlanned(today),
    }),
  }
}

/** What a reopening is about: the closing of today, or the next one. */
export const toReopen = (closings: readonly Closing[], today: Day): Closing | null =>
  closings.find((one) => one.lastOn === null || one.lastOn >= today) ?? null

function reopeningForm(
  { venue, closings, today }: VenueSettingsView,
  w: Words,
  refused: Refused | null,
): DayForm | null {
  const closing = toReopen(closings, today)
  if (!closing) return null
  const { firstOn, lastOn } = closing
  const day = w.date(firstOn)
  return {
    title: w.t('venues.reopen'),
    text: [w.t('venues.reopenText'), w.t('venues.reopenCallOff', { day })],
    action: `/venues/${venue.slug}/reopening`,
    label: w.t('venues.reopenSubmit'),
    on: dayField('reopening', w.t('venues.reopenOn'), refused, w, {
      value: firstOn > today ? firstOn : today,
      min: firstOn,
      max: lastReopening(lastOn, today),
    }),
  }
}

/** A closing with an end is only made shorter here; it is made longer by closing from the day after. */
export const lastReopening = (lastOn: Day | null, today: Day): Day =>
  lastOn === null ? lastPlanned(today) : addDays(lastOn, 1)

function dayField(
  form: 'closing' | 'reopening',
  label: string,
  refused: Refused | null,
  w: Words,
  of: { value: Day; min: Day; max: Day },
): Field {
  const own = refused?.form === form ? refused : null
  return {
    name: 'on',
    id: form,
    label,
    type: 'date',
    value: own ? own.typed : of.value,
    min: of.min,
    max: of.max,
    fault: own ? w.t(own.fault, { first: w.date(of.min), last: w.date(of.max) }) : null,
    required: true,
  }
}

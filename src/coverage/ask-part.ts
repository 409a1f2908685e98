import { isDay } from '#base/dates.ts'
import type { Fault, Field } from '#web/parts.ts'
import type { Key, Words } from '#web/words.ts'
import { type Asked, type AskedFault, type AskedForm, lastAsked } from './forms.ts'

/** The form that asks for another day, and what is shown in words. */
export interface AskPart {
  action: string
  /** What is shown, for which day and with whose knowledge. */
  seen: string
  on: Field
  known: Field
  knownOpen: boolean
  /** Fields kept as they are. */
  kept: readonly { name: string; value: string }[]
  faults: readonly Fault[]
  /** Until six in the morning: the way to the day tonight's shift belongs to. Null otherwise. */
  tonight: { url: string; text: string } | null
}

const faultKeys: Record<AskedFault, Key> = {
  'no-day': 'coverage.fault.day',
  'too-far': 'coverage.fault.far',
  'not-over': 'coverage.fault.known',
}

export function askPart(form: AskedForm, action: string, w: Words, kept: AskPart['kept'] = []): AskPart {
  const { asked, typed } = form
  const said = (fault: AskedFault | null) => (fault === null ? null : w.t(faultKeys[fault]))
  const faults = { on: said(form.faults.on), known: said(form.faults.known) }
  return {
    action,
    seen: seenOf(asked, w),
    on: {
      name: 'on',
      label: w.t('coverage.on'),
      type: typeOf(typed.on),
      value: faults.on || faults.known ? typed.on : asked.on,
      max: lastAsked(asked.today),
      fault: faults.on,
    },
    known: {
      name: 'known',
      label: w.t('coverage.known'),
      hint: w.t('coverage.knownHint'),
      type: typeOf(typed.known),
      value: typed.known,
      fault: faults.known,
    },
    knownOpen: typed.known !== '',
    kept,
    tonight: tonightOf(asked, action, w),
    faults: (['on', 'known'] as const).flatMap((name) => (faults[name] ? [{ name, text: faults[name] }] : [])),
  }
}

/** Whoever asks at two in the night for today is likely to mean the night that began yesterday. */
function tonightOf({ on, known, today, night }: Asked, action: string, w: Words): AskPart['tonight'] {
  if (night === today || on !== today || known !== null) return null
  return { url: `${action}?on=${night}`, text: w.t('coverage.tonight', { day: w.date(night) }) }
}

/** A browser shows no wrong day in a field for days. */
const typeOf = (typed: string) => (typed === '' || isDay(typed) ? 'date' : 'text')

export const isFaulty = (form: AskedForm): boolean => form.faults.on !== null || form.faults.known !== null

function seenOf({ on, known, today }: Asked, w: Words): string {
  if (known !== null) return w.t('coverage.seenKnown', { day: w.date(on), known: w.date(known) })
  if (on === today) return w.t('coverage.seenToday', { day: w.date(on) })
  return w.t(on < today ? 'coverage.seenPast' : 'coverage.seenAhead', { day: w.date(on) })
}

/** The same question at another address: `?on=…&known=…`, or nothing when it is today as known now. */
export function askedQuery({ on, known, today }: Asked, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({
    ...(on === today && known === null ? {} : { on }),
    ...(known === null ? {} : { known }),
    ...more,
  }).toString()
  return query === '' ? '' : `?${query}`
}

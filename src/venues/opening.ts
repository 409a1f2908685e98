import type { Day } from '#base/dates.ts'
import { type Closing, isClosedOn } from '#people/closing.ts'
import type { Words } from '#web/words.ts'

/** How a venue stands today: open, open until it closes, or closed; with the closing that matters. */
export type Opening = { kind: 'open'; closing: null } | { kind: 'closes' | 'closed'; closing: Closing }

export function openingOf(closings: readonly Closing[], today: Day): Opening {
  const now = closings.find((one) => isClosedOn(one, today))
  if (now) return { kind: 'closed', closing: now }
  const next = closings.find((one) => one.firstOn > today)
  return next ? { kind: 'closes', closing: next } : { kind: 'open', closing: null }
}

/** `Lukket siden …`, `Lukker …`, with the last closed day when it is known. */
export function closingText({ kind, closing }: Exclude<Opening, { kind: 'open' }>, w: Words): string {
  const { firstOn, lastOn } = closing
  const days = { day: w.date(firstOn), last: lastOn === null ? '' : w.date(lastOn) }
  return lastOn === null ? w.t(`venues.${kind}`, { day: days.day }) : w.t(`venues.${kind}Until`, days)
}

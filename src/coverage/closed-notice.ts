import type { Closing } from '#people/closing.ts'
import type { Notice } from '#web/parts.ts'
import type { Words } from '#web/words.ts'

/** The closing of the day that is looked at, and the next one after it. */
export interface Closings {
  now: Closing | null
  next: Closing | null
}

/** That a venue is closed on the day, or will be; null when there is nothing to say. */
export function closedNotice({ now, next }: Closings, w: Words): Notice | null {
  if (now) return { kind: 'warn', title: closedSince(now, w), text: w.t('coverage.closedText') }
  return next && { kind: 'info', text: w.t('coverage.closesOn', { day: w.date(next.firstOn) }) }
}

function closedSince({ firstOn, lastOn }: Closing, w: Words): string {
  const day = w.date(firstOn)
  return lastOn === null
    ? w.t('coverage.closedSince', { day })
    : w.t('coverage.closedFor', { day, last: w.date(lastOn) })
}

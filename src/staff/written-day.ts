import { type Day, isDay } from '#base/dates.ts'

/**
 * A day as people write it: `2026-11-22`, `22.11.2026`, `22-11-2026`, `22/11-2026`, `22/11/26`; the day before the month, a time after it is
 * left out. Null for what is no day that exists. Pure.
 */
export function writtenDay(text: string): Day | null {
  const bare = text.trim().replace(/[ T]\d{1,2}[:.]\d{2}([:.]\d{2})?$/, '')
  const [, year, , month, day] = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/.exec(bare) ?? []
  if (year) return existing(year, month, day)
  const [, dayFirst, monthNext, yearLast] = /^(\d{1,2})[-./ ]{1,2}(\d{1,2})[-./ ]{1,2}(\d{4}|\d{2})$/.exec(bare) ?? []
  return yearLast ? existing(yearLast.length === 2 ? `20${yearLast}` : yearLast, monthNext, dayFirst) : null
}

function existing(year = '', month = '', day = ''): Day | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(text) ? text : null
}

import type { Day } from '#base/dates.ts'

/** A date of birth as it stands on a Danish ID: 29.02.2008. */
export const datedOnCard = (day: Day): string => day.split('-').reverse().join('.')

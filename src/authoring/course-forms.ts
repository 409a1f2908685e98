import { isSlug } from '#courses/attributes.ts'
import type { InBoth } from '#courses/course.ts'
import { freeSlug, slugOf } from '#courses/slug.ts'
import { isJob } from '#people/job.ts'
import type { Key } from '#web/words.ts'
import type { CourseSettings, LocalRow } from './course-settings.ts'
import { isWhole, longestText, type TypedFields, typedFields } from './typed-fields.ts'

/** What is wrong, by the name of the field. */
export type Faults = Readonly<Record<string, Key>>

/** What was typed, whole, with what is wrong with it; nothing wrong: it can be written. */
export interface ReadSettings<Settings> {
  settings: Settings
  faults: Faults
}

export const mostMonths = 120

/** The names of the fields of a course's form that somebody writes in. */
export const courseWritten = /^((title|summary)(Da|En)|validity|local-\d+-((label|neutral)(Da|En)|key))$/

export function readCourseForm(body: unknown): ReadSettings<CourseSettings> {
  const typed = typedFields(body)
  const settings: CourseSettings = {
    ...readTold(typed),
    audience: typed.ticks('audience').filter(isJob),
    validity: typed.line('validity'),
    buildsOn: typed.ticks('buildsOn').filter(isSlug),
    local: readLocal(typed),
  }
  const faults = {
    ...toldFaults(settings),
    ...(isWhole(settings.validity, 0, mostMonths) ? {} : { validity: 'authoring.validityFault' as const }),
    ...localFaults(settings.local),
  }
  return { settings, faults }
}

/** A field in both languages: `titleDa` and `titleEn`. An English one that repeats the Danish need not be said. */
export function readBoth(typed: TypedFields, name: string): InBoth {
  const da = typed.line(`${name}Da`)
  const en = typed.line(`${name}En`)
  return { da, en: en === da ? '' : en }
}

interface Told {
  title: InBoth
  summary: InBoth
}

/** What courses and modules both say of themselves. */
export const readTold = (typed: TypedFields): Told => ({
  title: readBoth(typed, 'title'),
  summary: readBoth(typed, 'summary'),
})

export const toldFaults = ({ title, summary }: Told): Faults => ({
  ...bothFaults('title', title),
  ...bothFaults('summary', summary),
})

function bothFaults(name: string, { da, en }: InBoth): Faults {
  return {
    ...(da === '' ? { [`${name}Da`]: 'authoring.textMissing' as const } : {}),
    ...(da.length > longestText ? { [`${name}Da`]: 'authoring.textTooLong' as const } : {}),
    ...(en.length > longestText ? { [`${name}En`]: 'authoring.textTooLong' as const } : {}),
  }
}

/** A row with nothing in it is no row; one that was ticked to go is gone. Null when the form had no rows. */
function readLocal(typed: TypedFields): LocalRow[] | null {
  const sent = typed.rows('local', 'labelDa')
  if (sent.length === 0) return null
  const rows: LocalRow[] = []
  for (const n of sent) {
    const name = (part: string) => `local-${n}-${part}`
    const label = readBoth(typed, name('label'))
    const neutral = readBoth(typed, name('neutral'))
    const isNew = !typed.has(name('kept'))
    const chosen = typed.line(name(isNew ? 'key' : 'kept'))
    const isEmpty = isNew && [chosen, label.da, label.en, neutral.da, neutral.en].every((text) => text === '')
    if (isEmpty || typed.has(name('remove'))) continue
    const key =
      chosen ||
      freeSlug(
        slugOf(label.da) || 'felt',
        rows.map((row) => row.key),
      )
    rows.push({ key, isNew, label, neutral, usual: typed.has(name('usual')) })
  }
  return rows
}

function localFaults(rows: readonly LocalRow[] | null): Faults {
  const faults = (rows ?? []).map((row, n): Faults => {
    const taken = rows?.some((other, before) => before < n && other.key === row.key)
    return {
      ...bothFaults(`local-${n}-label`, row.label),
      ...bothFaults(`local-${n}-neutral`, row.neutral),
      ...(row.isNew && (taken || !isSlug(row.key)) ? { [`local-${n}-key`]: 'authoring.keyFault' as const } : {}),
    }
  })
  return Object.assign({}, ...faults)
}

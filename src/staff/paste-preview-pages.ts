import { jobKey } from '#people/job.ts'
import type { Venue } from '#people/venue.ts'
import type { Typed } from '#web/form.ts'
import type { State } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import type { PastedLine } from './paste-line.ts'
import { type Box, toBox } from './paste-pages.ts'
import type { Plan } from './plan-paste.ts'

/** A line that has to be mended. */
export interface FaultyLine {
  line: string
  typed: string
  texts: string[]
}

export interface PreviewPage {
  title: string
  venue: { url: string; label: string }
  summary: string
  /** What has to be mended, by line. */
  faulty: FaultyLine[]
  faultyTitle: string
  caption: string
  rows: { line: string; name: string; login: string; work: string; state: State; about: string }[]
  box: Box
  /** Null when no line is good. */
  add: { url: string; label: string; hint: string | null } | null
}
export const previewPage = page<PreviewPage>('staff/preview')

export interface Planned {
  line: PastedLine
  /** Null for a line with faults. */
  plan: Plan | null
}

export function toPreviewPage(w: Words, of: { venue: Venue; typed: Typed; planned: readonly Planned[] }): PreviewPage {
  const { venue, planned } = of
  const faulty = planned.filter(({ plan }) => plan === null)
  const toAdd = planned.filter(({ plan }) => plan !== null && plan.kind !== 'here').length
  return {
    title: w.t('staff.paste.previewTitle'),
    venue: { url: `/venues/${venue.slug}`, label: venue.name },
    summary: w.t('staff.paste.summary', { count: planned.length, good: planned.length - faulty.length }),
    faulty: faulty.map(({ line }) => toFaulty(line, w)),
    faultyTitle: faultyTitle(faulty.length, w),
    caption: w.t('staff.paste.caption'),
    rows: planned.map((one) => toRow(one, w)),
    box: toBox(w, venue, { typed: of.typed }),
    add:
      toAdd === 0
        ? null
        : {
            url: `/venues/${venue.slug}/staff`,
            label: w.t('staff.paste.add', { count: toAdd }),
            hint: faulty.length > 0 ? w.t('staff.paste.addHint') : null,
          },
  }
}

export const faultyTitle = (count: number, w: Words): string => w.t('staff.paste.faulty', { count })

export const toFaulty = ({ line, name, login, read }: PastedLine, w: Words): FaultyLine => ({
  line: w.t('staff.paste.line', { line }),
  typed: [name, login].filter(Boolean).join(' · '),
  texts: read.ok ? [] : read.faults.map(({ key, values }) => w.t(key, values)),
})

function toRow({ line, plan }: Planned, w: Words): PreviewPage['rows'][number] {
  const { read } = line
  const work = read.ok
    ? w.t('staff.jobFrom', { job: w.t(jobKey(read.entry.job)), from: w.date(read.entry.firstOn) })
    : ''
  const login = read.ok ? read.entry.login : line.login
  return { line: String(line.line), name: line.name, login, work, ...stateOf(plan, w) }
}

/** The badge and what will happen. */
function stateOf(plan: Plan | null, w: Words): { state: State; about: string } {
  if (plan === null) return { state: { state: 'wrong', text: w.t('staff.paste.state.fault') }, about: '' }
  const badge = { new: 'waiting', account: 'open', here: 'done' } as const
  return {
    state: { state: badge[plan.kind], text: w.t(`staff.paste.state.${plan.kind}`) },
    about: w.t(`staff.paste.does.${plan.kind}`),
  }
}

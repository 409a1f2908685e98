import { type ShownLink, toShownLink } from '#invitations/shown-link.ts'
import type { Venue } from '#people/venue.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import type { Slip } from './enter-list.ts'
import { leftOver, type Pasted, type PastedLine } from './paste-line.ts'
import { type Box, toBox } from './paste-pages.ts'
import { type FaultyLine, faultyTitle, toFaulty } from './paste-preview-pages.ts'

/** A sheet to cut up: a slip with a link for everybody who is new. On the screen also what else came of the list. */
export interface SlipsPage {
  title: string
  back: { url: string; label: string }
  /** What happened, line by line. */
  said: string[]
  hint: string | null
  slips: { name: string; invites: string; link: ShownLink }[]
  /** What has to be mended; null when nothing is left. */
  rest: { title: string; faulty: FaultyLine[]; box: Box } | null
}
export const slipsPage = page<SlipsPage>('staff/slips')

export interface SlipsView {
  venue: Venue
  town: string
  slips: readonly Slip[]
  asked: readonly string[]
  here: number
  /** The list with what is left of it; null when there was no list. */
  list: { pasted: Pasted; job: string } | null
  baseUrl: string
  mails: boolean
}

export function toSlipsPage(w: Words, view: SlipsView): SlipsPage {
  const { venue, slips, asked, here } = view
  const { length: count } = slips
  const sent = view.mails ? slips.filter(({ sentTo }) => sentTo !== null).length : 0
  return {
    title: count === 0 ? w.t('staff.slips.done') : w.t('staff.slips.title', { count }),
    back: { url: `/venues/${venue.slug}`, label: w.t('staff.slips.back', { venue: venue.name }) },
    said: [
      ...(view.list && count > 0 ? [w.t('staff.slips.added', { count })] : []),
      ...(asked.length > 0 ? [w.t('staff.slips.asked', { names: w.list(asked) })] : []),
      ...(here > 0 ? [w.t('staff.slips.here', { count: here })] : []),
      ...(sent > 0 ? [w.t('staff.slips.sent', { count: sent })] : []),
    ],
    hint: count === 0 ? null : w.t('staff.slips.hint'),
    slips: slips.map((slip) => ({
      name: slip.name,
      invites: w.t('staff.slips.invites', { venue: venue.name, town: view.town }),
      link: toShownLink(w, { ...slip, baseUrl: view.baseUrl, mails: view.mails }),
    })),
    rest: view.list ? restOf(w, venue, view.list) : null,
  }
}

function restOf(w: Words, venue: Venue, { pasted, job }: NonNullable<SlipsView['list']>): SlipsPage['rest'] {
  const faulty = pasted.lines.filter(({ read }) => !read.ok)
  if (faulty.length === 0) return null
  return {
    title: faultyTitle(faulty.length, w),
    faulty: faulty.map((line, place) => toFaulty(asLeft(line, place + (pasted.header === null ? 1 : 2)), w)),
    box: toBox(w, venue, { typed: { text: leftOver(pasted), job } }),
  }
}

/** By its place in the box as it is now; what it was like is no longer there to be pointed at. */
function asLeft(of: PastedLine, line: number): PastedLine {
  if (of.read.ok) return { ...of, line }
  const faults = of.read.faults.map((fault) =>
    fault.key === 'staff.paste.fault.twice' ? { key: 'staff.paste.fault.twiceBefore' as const, values: {} } : fault,
  )
  return { ...of, line, read: { ok: false, faults } }
}

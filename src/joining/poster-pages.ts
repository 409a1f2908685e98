import type { Venue } from '#people/venue.ts'
import type { ShownLogo } from '#town/pages.ts'
import { type Language, languages } from '#web/language.ts'
import type { Choices, Fault } from '#web/parts.ts'
import { qrSvg } from '#web/qr.ts'
import { page } from '#web/views.ts'
import { type Words, wordsIn } from '#web/words.ts'

export interface PosterPage {
  title: string
  back: { url: string; label: string }
  town: string
  logo: ShownLogo | null
  venue: string
  /** Said above the sheet while the venue is closed. */
  closed: string | null
  qrSvg: string
  address: string
  /** The same in each language the town offers, its own first: a question, what to do, three short lines why. */
  sides: { language: string; ask: string; scan: string; why: string[] }[]
  replaceUrl: string
  faults: Fault[]
  understood: Choices
}
export const posterPage = page<PosterPage>('joining/poster')

export interface PosterFacts {
  venue: Venue
  town: string
  code: string
  baseUrl: string
  logo?: ShownLogo | null
  /** The languages the town offers; all when left out. */
  offered?: readonly Language[]
  refused?: boolean
  closed?: boolean
}

export function toPosterPage(w: Words, of: PosterFacts): PosterPage {
  const address = `${of.baseUrl}/join/${of.code}`
  const fault = of.refused ? w.t('joining.posterUnderstoodFault') : null
  return {
    title: w.t('joining.posterTitle', { venue: of.venue.name }),
    back: { url: `/venues/${of.venue.slug}`, label: w.t('joining.posterBack', { venue: of.venue.name }) },
    town: of.town,
    logo: of.logo ?? null,
    venue: of.venue.name,
    closed: of.closed ? w.t('joining.posterClosed') : null,
    qrSvg: qrSvg(address, w.t('joining.posterQr', { address })),
    address: address.replace(/^https?:\/\//, ''),
    sides: (of.offered ?? languages).map((language) => sideOf(wordsIn(language))),
    replaceUrl: `/venues/${of.venue.slug}/poster/code`,
    faults: fault ? [{ name: 'understood', text: fault }] : [],
    understood: {
      name: 'understood',
      legend: w.t('joining.posterReplace'),
      hint: w.t('joining.posterReplaceText'),
      many: true,
      options: [{ value: 'yes', label: w.t('joining.posterUnderstood') }],
      fault,
    },
  }
}

const sideOf = ({ language, t }: Words) => ({
  language,
  ask: t('joining.posterAsk'),
  scan: t('joining.posterScan'),
  why: [t('joining.posterPaid'), t('joining.posterOwn'), t('joining.posterSafe')],
})

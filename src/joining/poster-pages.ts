import type { Venue } from '#people/venue.ts'
import { languages } from '#web/language.ts'
import type { Choices, Fault } from '#web/parts.ts'
import { page } from '#web/views.ts'
import { type Words, wordsIn } from '#web/words.ts'
import { qrSvg } from './qr.ts'

export interface PosterPage {
  title: string
  back: { url: string; label: string }
  town: string
  venue: string
  qrSvg: string
  address: string
  /** The same in each language, Danish first: a question, what to do, three short lines why. */
  sides: { language: string; ask: string; scan: string; why: string[] }[]
  replaceUrl: string
  faults: Fault[]
  understood: Choices
}
export const posterPage = page<PosterPage>('joining/poster')

export function toPosterPage(
  w: Words,
  of: { venue: Venue; town: string; code: string; baseUrl: string; refused?: boolean },
): PosterPage {
  const address = `${of.baseUrl}/join/${of.code}`
  const fault = of.refused ? w.t('joining.posterUnderstoodFault') : null
  return {
    title: w.t('joining.posterTitle', { venue: of.venue.name }),
    back: { url: `/venues/${of.venue.slug}`, label: w.t('joining.posterBack', { venue: of.venue.name }) },
    town: of.town,
    venue: of.venue.name,
    qrSvg: qrSvg(address, w.t('joining.posterQr', { address })),
    address: address.replace(/^https?:\/\//, ''),
    sides: languages.map((language) => sideOf(wordsIn(language))),
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

import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { type KnownVenues, openingAt } from './pages.ts'

/** Where everything about running the town is found. */
export interface TownHubPage {
  title: string
  places: readonly Place[]
}

export interface Place {
  title: string
  text: string
  url: string
  /** What there is of it now; null where nothing is counted. */
  figure: string | null
}

export const townHubPage = page<TownHubPage>('venues/town')

const places = ['venues', 'roles', 'people', 'duplicates', 'requirements', 'settings', 'letters', 'audit'] as const
type PlaceName = (typeof places)[number]

const urls: Partial<Record<PlaceName, string>> = { venues: '/town/venues' }

export function toTownHubPage(view: KnownVenues & { waitingLetters: number }, w: Words): TownHubPage {
  const open = view.venues.filter((venue) => openingAt(view, venue).kind !== 'closed').length
  const figures: Partial<Record<PlaceName, string>> = {
    venues: w.t('venues.countOpen', { count: open }),
    letters: w.t('venues.countLetters', { count: view.waitingLetters }),
  }
  return {
    title: w.t('venues.town'),
    places: places.map((name) => ({
      title: w.t(`venues.place.${name}`),
      text: w.t(`venues.placeText.${name}`),
      url: urls[name] ?? `/${name}`,
      figure: figures[name] ?? null,
    })),
  }
}

import type { House } from '#house.ts'
import { venuesWithIds } from '#people/venue-store.ts'
import { may } from '#policy.ts'
import type { Navigation } from '#web/site.ts'

/** What lies behind the town's own page (venues/town-pages.ts), wherever its address begins. */
const behindTown = [
  '/roles',
  '/people',
  '/duplicates',
  '/requirements',
  '/settings',
  '/letters',
  '/audit',
  '/venues/:venue/settings',
  '/certificates/:number/revocation',
]

/** Where the menu leads, by role. A manager of several venues finds each by its name. */
export function navigationOf(house: House): Navigation {
  return async (actor) => {
    if (!actor) return [{ url: '/sign-in', key: 'site.signIn' }]
    const venues = actor.manages.length > 0 ? await venuesWithIds(house.db, actor.manages) : []
    return [
      { url: '/learning', key: 'site.learning' },
      ...venues.map(({ slug, name }) => ({ url: `/venues/${slug}`, key: 'site.venue' as const, label: name })),
      ...(may.writeCourse(actor) ? [{ url: '/authoring', key: 'authoring.title' as const }] : []),
      ...(may.seeTown(actor) ? [{ url: '/coverage', key: 'site.coverage' as const, also: ['/venues/:venue'] }] : []),
      ...(may.runVenues(actor) ? [{ url: '/town', key: 'site.town' as const, also: behindTown }] : []),
    ]
  }
}

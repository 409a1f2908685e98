import type { Job } from '#people/job.ts'
import type { Venue } from '#people/venue.ts'
import type { TypedFact } from '#town/fill-local-facts.ts'

/** An invented town. No venue, address or person in it is real. */
export const townName = 'Nørreby'

type NewVenue = Omit<Venue, 'id'>
const venue = (slug: string, name: string, kind: Venue['kind'], address: string): NewVenue => ({
  slug,
  name,
  kind,
  address,
})

export const townVenues: readonly NewVenue[] = [
  venue('havnen', 'Havnen', 'bar', 'Kajgade 1'),
  venue('kilden', 'Kilden', 'disco', 'Torvet 12'),
  venue('fyrtaarnet', 'Fyrtårnet', 'bar', 'Kajgade 19'),
  venue('den-gamle-smedje', 'Den Gamle Smedje', 'restaurant', 'Smedegade 4'),
  venue('nordlys', 'Nordlys', 'disco', 'Banegade 30'),
  venue('cafe-elmely', 'Café Elmely', 'restaurant', 'Elmeallé 2'),
  venue('ottetallet', 'Ottetallet', 'bar', 'Storegade 88'),
  venue('pakhuset', 'Pakhuset', 'hall', 'Havnepladsen 5'),
  venue('sorte-svane', 'Sorte Svane', 'bar', 'Algade 41'),
  venue('bryggen', 'Bryggen', 'restaurant', 'Kajgade 7'),
  venue('maanen', 'Månen', 'disco', 'Banegade 3'),
  venue('idraetshallen', 'Idrætshallen', 'hall', 'Stadionvej 1'),
  venue('kaelderen', 'Kælderen', 'bar', 'Storegade 12'),
  venue('studenterhuset', 'Studenterhuset', 'hall', 'Campusvej 6'),
  venue('hjoernet', 'Hjørnet', 'other', 'Vestergade 60'),
]

const fact = (key: string, da: string, en: string): TypedFact => ({ key, da, en, seen: null })

/** What the town says where the course text leaves it open; some is left for whoever looks. */
export const townFacts: readonly TypedFact[] = [
  fact('politi-kontakt', 'nattelivsbetjenten på 114', 'the nightlife officer on 114'),
  fact(
    'nattelivszone',
    'Kajgade og Havnepladsen, fredag og lørdag kl. 20–06',
    'Kajgade and Havnepladsen, Friday and Saturday 20:00–06:00',
  ),
  fact(
    'samarbejdsmoede',
    'den første tirsdag i måneden kl. 16 i Pakhuset',
    'the first Tuesday of the month at 16:00 in Pakhuset',
  ),
  fact('hjertestarter', 'på muren ved Pakhuset, Havnepladsen 5', 'on the wall of Pakhuset, Havnepladsen 5'),
]

/** What Havnen says itself. */
export const havnensFacts: readonly TypedFact[] = [
  fact('foerstehjaelpskasse', 'i skabet bag baren', 'in the cupboard behind the bar'),
]

const givenNames =
  'Sofie Emil Freja Noah Ida Oscar Alma William Clara Malthe Laura August Maja Victor Anna Lucas Emma Mikkel Sara Frederik Mathilde Jonas Julie Kasper Amalie Rasmus Signe Anders Liva Tobias Fatima Yusuf Agnieszka Piotr Thuy Minh Oksana Dmytro Amina Omar Leyla Ivan Elif Karim Zofia Nadia'.split(
    ' ',
  )
const familyNames =
  'Jensen Nielsen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Kristensen Olsen Thomsen Poulsen Møller Kjær Østergaard Åkesson Bæk Holm Dahl Friis Lund Kowalska Nguyễn Shevchenko Yılmaz Haddad Aziz Łukasik'.split(
    ' ',
  )

/** The name of the nth invented person; the first many are all different. */
export function invent(n: number): string {
  const given = givenNames[n % givenNames.length] as string
  const family = familyNames[(n * 7 + Math.floor(n / givenNames.length)) % familyNames.length] as string
  return `${given} ${family}`
}

/** Jobs as often as a town has them. */
export const jobsByShare: readonly Job[] = [
  ...Array<Job>(8).fill('bar'),
  ...Array<Job>(5).fill('floor'),
  ...Array<Job>(3).fill('kitchen'),
  ...Array<Job>(3).fill('door'),
  ...Array<Job>(2).fill('duty-manager'),
  'other',
]

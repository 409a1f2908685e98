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
  fact(
    'fundne-stoffer',
    'i en lukket kuvert i pengeskabet, til patruljen henter den',
    'in a sealed envelope in the safe until the patrol collects it',
  ),
  fact('taxa', 'holdepladsen på Torvet', 'the rank on Torvet'),
  fact('kodeord-gaester', 'Angela', 'Angela'),
  fact(
    'salgsaftale',
    'ingen shots på bakker efter kl. 02, og ingen drikkelege',
    'no shots on trays after 02:00, and no drinking games',
  ),
  fact('falsk-id', 'giv kortet tilbage, sig nej, og ring 114', 'hand the card back, say no, and call 114'),
  fact('partnerskab-kontakt', 'formanden for restauratørforeningen', 'the chair of the restaurateurs’ association'),
  fact('tal-ansvarlig', 'SSP-konsulenten i kommunen', 'the SSP consultant of the municipality'),
]

/** What Havnen says itself. */
export const havnensFacts: readonly TypedFact[] = [
  fact('foerstehjaelpskasse', 'i skabet bag baren', 'in the cupboard behind the bar'),
  fact('logbog', 'den blå bog på kontoret', 'the blue book in the office'),
  fact('husets-papir', 'mappen ved siden af vagtplanen', 'the folder beside the rota'),
  fact('personale-alkohol', 'ingen på vagten, én øl efter lukketid', 'none on shift, one beer after closing'),
  fact(
    'vejen-hjem',
    'to sammen, eller taxa efter kl. 03 på stedets regning',
    'in pairs, or a taxi after 03:00 paid by the venue',
  ),
  fact('video-ansvarlig', 'Marco, og ingen andre', 'Marco and nobody else'),
  fact('kodeord-personale', '"Er isen kommet?"', '“Has the ice come?”'),
  fact('karantaene-hvem', 'den vagtansvarlige', 'the duty manager'),
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

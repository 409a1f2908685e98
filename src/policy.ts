export const roles = ['manager', 'trainer', 'association', 'partner'] as const
export type Role = (typeof roles)[number]

/** Who is doing it. A learner is anyone with an account: no role is needed for one's own. */
export interface Actor {
  personId: string
  roles: readonly Role[]
  /** Ids of the venues this person manages today. */
  manages: readonly string[]
}

/** The system itself: imports at the start, set-up, timed work. */
export const clockwork: Actor = { personId: 'clockwork', roles: [], manages: [] }

const has = (actor: Actor, role: Role) => actor.roles.includes(role)
const manages = (actor: Actor, venueId: string) => actor.manages.includes(venueId)

/** Who may do what, all of it. Pure: it judges facts it is handed. What is not written here is not allowed. */
export const may = {
  /** Courses, attempts, certificates and data of one's own. */
  useOwn: (actor: Actor, thing: { personId: string }) => actor.personId === thing.personId,
  /** Names, jobs, dates and states of the people of a venue; never answers. */
  seeStaff: (actor: Actor, venue: { venueId: string }) => manages(actor, venue.venueId) || has(actor, 'association'),
  /** Figures of one venue, without names. */
  seeVenue: (actor: Actor, venue: { venueId: string }) => may.seeStaff(actor, venue) || has(actor, 'partner'),
  /** Figures of all venues. */
  seeTown: (actor: Actor) => has(actor, 'association') || has(actor, 'partner'),
  /** Figures about fewer than five people. */
  seeSmallFigures: (actor: Actor, venue: { venueId: string }) => may.seeStaff(actor, venue),
  confirmEmployment: (actor: Actor, venue: { venueId: string }) => may.seeStaff(actor, venue),
  /** The poster of a venue, and replacing the code on it. */
  handlePoster: (actor: Actor, venue: { venueId: string }) => may.seeStaff(actor, venue),
  openVenue: (actor: Actor) => has(actor, 'association') || actor === clockwork,
  appointRole: (actor: Actor) => has(actor, 'association') || actor === clockwork,
  setRequirement: (actor: Actor) => has(actor, 'association') || actor === clockwork,
  publishCourse: (actor: Actor) => has(actor, 'trainer') || actor === clockwork,
  revokeCertificate: (actor: Actor) => has(actor, 'association'),
}

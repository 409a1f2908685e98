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

/** Whoever runs the server, on the command line. */
export const operator: Actor = { personId: 'operator', roles: [], manages: [] }

const isHouse = (actor: Actor) => actor === clockwork || actor === operator

/** The house itself behind the id that an event or a link was written down with; null for people. */
export const houseActor = (personId: string): Actor | null =>
  [clockwork, operator].find((actor) => actor.personId === personId) ?? null

const has = (actor: Actor, role: Role) => actor.roles.includes(role)
const manages = (actor: Actor, venueId: string) => actor.manages.includes(venueId)

/** A person as the rules about getting somebody back in see one. */
export interface Subject {
  personId: string
  roles: readonly Role[]
  /** Ids of the venues with a confirmed employment today that the person agreed to: joined by the poster, or said yes. */
  worksAt: readonly string[]
  /** Is of the association, or ever was: ending somebody's role must not open the account. */
  onceAssociation: boolean
}

/** Who may do what, all of it. Pure: it judges facts it is handed. What is not written here is not allowed. */
export const may = {
  /** Courses, attempts, certificates, employments and data of one's own. */
  useOwn: (actor: Actor, thing: { personId: string }) => actor.personId === thing.personId,
  /** Leaving entirely: oneself; and the house, so that a copy put back brings nobody back. */
  erasePerson: (actor: Actor, person: { personId: string }) => may.useOwn(actor, person) || isHouse(actor),
  /** Names, jobs, dates and states of the people of a venue; never answers. */
  seeStaff: (actor: Actor, venue: { venueId: string }) => manages(actor, venue.venueId) || has(actor, 'association'),
  /** Figures of one venue, without names. */
  seeVenue: (actor: Actor, venue: { venueId: string }) => may.seeStaff(actor, venue) || has(actor, 'partner'),
  /** Figures of all venues. */
  seeTown: (actor: Actor) => has(actor, 'association') || has(actor, 'partner'),
  /** Figures about fewer than five people. */
  seeSmallFigures: (actor: Actor, venue: { venueId: string }) => may.seeStaff(actor, venue),
  /** Confirming, correcting and ending employments at a venue, and entering new ones. */
  keepStaff: (actor: Actor, venue: { venueId: string }) => may.seeStaff(actor, venue),
  /** Correcting, rejecting and ending what a manager does at the venue she manages, and what the association does anywhere. */
  keepRoleHolders: (actor: Actor) => has(actor, 'association'),
  /** The poster of a venue, and replacing the code on it. */
  handlePoster: (actor: Actor, venue: { venueId: string }) => may.seeStaff(actor, venue),
  /** What the course text says about this venue: its meeting point, its code word. */
  fillLocalFacts: (actor: Actor, venue: { venueId: string }) => may.seeStaff(actor, venue),
  /** Opening, renaming, closing and reopening venues. */
  runVenues: (actor: Actor) => has(actor, 'association') || isHouse(actor),
  /** Who holds which role, appointing and ending. */
  appointRole: (actor: Actor) => has(actor, 'association') || isHouse(actor),
  /** Anybody by name: where they work, what they hold and lack; never answers. */
  seePeople: (actor: Actor) => has(actor, 'association'),
  mergePeople: (actor: Actor) => has(actor, 'association'),
  /** Plain learners by a manager of theirs; role holders by the association; whoever is or was of it by the command line alone. Nobody for oneself. */
  resetPassword: (actor: Actor, of: Subject) =>
    isHouse(actor) ||
    (actor.personId !== of.personId &&
      !of.onceAssociation &&
      (has(actor, 'association') || (of.roles.length === 0 && of.worksAt.some((venueId) => manages(actor, venueId))))),
  setRequirement: (actor: Actor) => has(actor, 'association') || isHouse(actor),
  /** Drafts, pictures, what readers say of them, how the questions do: everything about courses but publishing them. */
  writeCourse: (actor: Actor) => has(actor, 'trainer'),
  publishCourse: (actor: Actor) => has(actor, 'trainer') || isHouse(actor),
  revokeCertificate: (actor: Actor) => has(actor, 'association'),
  /** The town's name, logo, signatory, contact, languages and its own local facts. */
  settleTown: (actor: Actor) => has(actor, 'association'),
  /** Letters that wait or went, without those that open somebody's account. */
  readLetters: (actor: Actor) => has(actor, 'association'),
  readAudit: (actor: Actor) => has(actor, 'association'),
}

export type Rule = keyof typeof may

import type { Generated } from 'kysely'

/** The partnership itself: one row, made at the first start. */
export interface PartnershipTable {
  id: 'partnership'
  name: string
  founded_at: string
  /** Set when this database is a demo town; a real start refuses it, and the demo refuses a real one. */
  demo_at: string | null
  /** Who signs certificates, and as what. */
  signatory_name: string | null
  signatory_title: string | null
  /** An address or number of the association, for everybody to read. */
  contact: string | null
  /** The languages the town offers, its own first: `da,en`. */
  languages: Generated<string>
  /** The logo now in use (`logos`). */
  logo_sha256: string | null
}

export interface VenuesTable {
  id: string
  /** Short name in addresses: `havnen`. */
  slug: string
  name: string
  kind: string
  address: string
  created_at: string
  /** 1 when it is open after two o'clock at night. */
  open_after_02: Generated<number>
}

/** Days on which a venue is closed, both included (null = until it reopens); dated like employments. */
export interface VenueClosingsTable {
  id: string
  venue_id: string
  first_on: string
  last_on: string | null
  written_at: string
  written_by: string
  superseded_at: string | null
}

/** The code on a venue's poster. Replacing it is a new row; the old one stops working. */
export interface JoinCodesTable {
  code: string
  venue_id: string
  issued_at: string
  replaced_at: string | null
}

export interface PeopleTable {
  id: string
  /** Null once the person is erased: figures stay, names go. */
  name: string | null
  search_name: string | null
  /** E-mail or mobile number, normalised; unique. */
  login: string | null
  password_hash: string | null
  language: string
  joined_at: string
  /** When the person left entirely: then there is no name, login or password here any more. */
  erased_at: string | null
  /** The person this record turned out to be as well, since when; its login then stands in `former_login`. */
  merged_into_id: string | null
  merged_at: string | null
  former_login: string | null
}

export interface EmploymentsTable {
  id: string
  person_id: string
  venue_id: string
}

/**
 * What is known of an employment: this job, from `first_on` to `last_on` (both included, null = no end), written down at `written_at`
 * and believed until `superseded_at` (null = still). A correction supersedes the row and writes a new one, so any day can be asked for as known at any instant.
 * Counts in coverage only where `confirmed_at` is set.
 */
export interface EmploymentFactsTable {
  id: string
  employment_id: string
  person_id: string
  venue_id: string
  job: string
  first_on: string
  last_on: string | null
  confirmed_at: string | null
  confirmed_by: string | null
  written_at: string
  written_by: string
  superseded_at: string | null
}

/** Who holds a role, at which venue (managers) or for the whole partnership (null), from day to day; dated like employments. */
export interface RoleFactsTable {
  id: string
  person_id: string
  role: string
  venue_id: string | null
  first_on: string
  last_on: string | null
  written_at: string
  written_by: string
  superseded_at: string | null
}

/** A venue says that somebody with an account works there; it becomes an employment when the person says so too. */
export interface EmploymentOffersTable {
  id: string
  person_id: string
  venue_id: string
  job: string
  first_on: string
  offered_at: string
  offered_by: string
  answered_at: string | null
  accepted_employment_id: string | null
}

export interface PeopleTables {
  partnership: PartnershipTable
  venues: VenuesTable
  venue_closings: VenueClosingsTable
  employment_offers: EmploymentOffersTable
  join_codes: JoinCodesTable
  people: PeopleTable
  employments: EmploymentsTable
  employment_facts: EmploymentFactsTable
  role_facts: RoleFactsTable
}

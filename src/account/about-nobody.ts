import type { Tables } from '#db/schema/tables.ts'

const inHistory = 'what you did for others is in the export'

/** Tables that keep nothing about a person, and why a column in them that names one is not told here: what you did is in the history. */
export const aboutNobody: Readonly<Partial<Record<keyof Tables, string>>> = {
  partnership: 'the town, as everybody reads it',
  venues: 'places',
  venue_closings: `places; who wrote it down: ${inHistory}`,
  join_codes: 'posters',
  logos: 'pictures',
  local_facts: `places; who wrote it down: ${inHistory}`,
  requirement_facts: `jobs; who wrote it down: ${inHistory}`,
  revisions: `courses; who published it: ${inHistory}`,
  course_sources: 'files',
  reread_pages: 'pages of courses',
  source_files: 'text of courses',
  revision_files: 'files',
  shipped_files: 'files',
  drafts: `text of courses; who wrote it: ${inHistory}`,
  packages: `courses from elsewhere; who received them: ${inHistory}`,
  uploaded_pictures: `pictures; who uploaded them: ${inHistory}`,
  review_comments: `text of courses, by people without an account; who settled it: ${inHistory}`,
  sign_offs: 'who stands behind a text, as everybody reads it, until it is withdrawn; by people without an account',
  revision_sign_offs: 'texts',
  backups: 'copies of everything; asked for by the house',
  setup_links: 'the first start',
  sign_in_tries: 'hashes that name nobody, gone after a day',
}

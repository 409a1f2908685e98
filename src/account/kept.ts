import { keptLearning } from './kept-learning.ts'
import { inner, type KeptTables, you } from './kept-table.ts'

const opens = 'a hash of something that opens the account'

/**
 * Everything that is kept about a person, table by table: what the export tells, and what it leaves out and why. A test compares it with the
 * database, so that whoever adds a column has to decide.
 */
export const kept: KeptTables = {
  people: {
    as: 'profile',
    of: [
      ['id', 'person'],
      ['merged_into_id', 'person'],
    ],
    told: ['name', 'login', 'language', 'joined_at', 'merged_at', 'former_login'],
    leftOut: {
      id: inner,
      search_name: 'the name in small letters',
      password_hash: opens,
      erased_at: 'whoever is erased has no export',
      merged_into_id: you,
    },
  },
  employments: {
    as: 'employments',
    of: [['person_id', 'person']],
    told: ['id', 'venue_id'],
    leftOut: { person_id: you },
  },
  employment_facts: {
    as: 'employment_days',
    of: [['person_id', 'person']],
    told: [
      ...(['employment_id', 'venue_id', 'job', 'first_on', 'last_on', 'confirmed_at', 'confirmed_by'] as const),
      ...(['written_at', 'written_by', 'superseded_at'] as const),
    ],
    leftOut: { id: inner, person_id: you },
  },
  employment_offers: {
    as: 'offers',
    of: [['person_id', 'person']],
    told: ['venue_id', 'job', 'first_on', 'offered_at', 'offered_by', 'answered_at', 'accepted_employment_id'],
    leftOut: { id: inner, person_id: you },
  },
  role_facts: {
    as: 'roles',
    of: [['person_id', 'person']],
    told: ['role', 'venue_id', 'first_on', 'last_on', 'written_at', 'written_by', 'superseded_at'],
    leftOut: { id: inner, person_id: you },
  },
  invitations: {
    as: 'invitations',
    of: [
      ['person_id', 'person'],
      ['used_by', 'person'],
    ],
    told: [
      ...(['kind', 'role', 'venue_id', 'to_name', 'to_address', 'language', 'issued_at', 'issued_by'] as const),
      ...(['expires_at', 'used_at', 'ended_at'] as const),
    ],
    leftOut: { id: inner, token_hash: opens, person_id: you, used_by: you },
  },
  ...keptLearning,
  certificates: {
    as: 'certificates',
    of: [['person_id', 'person']],
    told: [
      ...(['number', 'course_id', 'revision_id', 'enrolment_id', 'holder_name', 'snapshot'] as const),
      ...(['issued_at', 'issued_on', 'last_on', 'replaces'] as const),
    ],
    leftOut: { person_id: you, name_salt: 'chance, to hide the name with', name_sha256: 'the name, hidden' },
  },
  certificate_endings: {
    as: 'certificate_endings',
    of: [['certificate_number', 'certificate']],
    told: ['certificate_number', 'kind', 'reason', 'from_on', 'written_at', 'written_by'],
    leftOut: { id: inner },
  },
  certificate_moves: {
    as: 'certificate_moves',
    of: [['certificate_number', 'certificate']],
    told: ['certificate_number', 'moved_at'],
    leftOut: { from_person_id: you, to_person_id: you },
  },
  letters: {
    as: 'letters',
    of: [['person_id', 'person']],
    told: [
      ...(['to_address', 'to_name', 'language', 'kind', 'subject', 'text', 'secret', 'queued_at'] as const),
      ...(['tries', 'fault', 'sent_at', 'given_up_at', 'held_at', 'handed_over_at', 'handed_over_by'] as const),
    ],
    leftOut: {
      id: inner,
      once: inner,
      person_id: you,
      html: 'the same as the text',
      next_try_at: 'how the post is carried',
      leased_until: 'how the post is carried',
    },
  },
  notices: {
    as: 'notices',
    of: [['person_id', 'person']],
    told: ['kind', 'particulars', 'told_at', 'seen_at'],
    leftOut: { id: inner, person_id: you },
  },
  sign_ins: {
    as: 'sign_ins',
    of: [['person_id', 'person']],
    told: ['started_at', 'expires_at', 'ends_at', 'device'],
    leftOut: { token_hash: opens, person_id: you },
  },
  recovery_codes: {
    as: 'recovery_codes',
    of: [['person_id', 'person']],
    told: ['issued_at', 'used_at', 'replaced_at'],
    leftOut: { id: inner, person_id: you, code_hash: opens, salt: opens },
  },
  reset_links: {
    as: 'reset_links',
    of: [['person_id', 'person']],
    told: ['issued_at', 'issued_by', 'expires_at', 'used_at', 'ended_at'],
    leftOut: { token_hash: opens, person_id: you },
  },
  told_apart: {
    as: 'told_apart',
    of: [
      ['one_id', 'person'],
      ['other_id', 'person'],
    ],
    told: ['told_at', 'told_by'],
    leftOut: { one_id: 'you, or somebody else', other_id: 'you, or somebody else' },
  },
  audit_events: {
    as: 'history',
    of: [['person_id', 'person']],
    told: ['at', 'actor_id', 'action', 'subject', 'venue_id', 'particulars'],
    leftOut: { id: inner, person_id: you },
  },
  looks: {
    as: 'looks',
    of: [],
    told: ['looked_on', 'looked_at', 'looker_role', 'kind', 'venue_id'],
    leftOut: { id: inner, person_id: you, looker_id: 'who looked is told by role; the name is that person’s own' },
  },
  review_requests: {
    as: 'asked_to_look',
    of: [['asked_by', 'person']],
    told: ['course_id', 'module_id', 'message', 'asked_at', 'expires_at', 'done_at', 'ended_at'],
    leftOut: { id: inner, to_name: 'somebody else', token_hash: 'a hash of a link that others have', asked_by: you },
  },
}

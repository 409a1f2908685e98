import type { Day } from '#base/dates.ts'
import type { Certificate } from '#certificates/certificate.ts'
import { groupNumber } from '#certificates/number.ts'
import { listedStateOn } from '#certificates/state.ts'
import type { WholeEmployment } from '#people/employment-store.ts'
import { roleKey } from '#people/role.ts'
import type { RoleFact } from '#people/role-store.ts'
import type { Fact, State } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { type RequiredFacts, type RequiredLine, requiredLines } from './required-lines.ts'
import { jobLines, phaseState } from './standing.ts'

/** Everything about one person that the association sees: never answers. */
export interface PersonPage {
  title: string
  facts: readonly Fact[]
  required: readonly RequiredLine[]
  employments: readonly { venue: string; url: string; state: State; jobs: readonly string[] }[]
  roles: readonly string[]
  certificates: readonly CertificateLine[]
  links: readonly { url: string; label: string }[]
}

interface CertificateLine {
  course: string
  state: State
  number: string
  /** Null once there is nothing left to revoke. */
  revokeUrl: string | null
}

export const personPage = page<PersonPage>('staff/person')

export interface PersonView {
  person: { id: string; name: string; claimed: boolean }
  employments: readonly WholeEmployment[]
  /** Every venue she works or worked at, by id. */
  venues: ReadonlyMap<string, { slug: string; name: string }>
  roles: readonly RoleFact[]
  required: RequiredFacts
  today: Day
  mayReset: boolean
  /** Whoever compares people who are entered twice. */
  mayMerge: boolean
  mayReadAudit: boolean
}

export function toPersonPage(view: PersonView, w: Words): PersonPage {
  const { person, venues, required, today } = view
  const nameOf = (venueId: string) => venues.get(venueId)?.name ?? ''
  return {
    title: person.name,
    facts: person.claimed ? [] : [{ term: w.t('staff.account'), text: w.t('staff.unclaimed') }],
    required: requiredLines(required, w),
    employments: view.employments
      .toSorted((a, b) => (a.firstOn < b.firstOn ? 1 : -1))
      .map((one) => ({
        venue: nameOf(one.venueId),
        url: `/venues/${venues.get(one.venueId)?.slug}/employments/${one.id}`,
        state: phaseState(one, today, w),
        jobs: jobLines(one, w),
      })),
    roles: view.roles.map(({ role, venueId, firstOn }) => {
      const said = { role: w.t(roleKey(role)), from: w.date(firstOn) }
      return venueId === null ? w.t('staff.role', said) : w.t('staff.roleAt', { ...said, venue: nameOf(venueId) })
    }),
    certificates: required.certificates.map((one) => toCertificateLine(one, today, w)),
    links: [
      ...(view.mayReset ? [{ url: `/people/${person.id}/reset-link`, label: w.t('staff.resetLink') }] : []),
      ...(view.mayMerge
        ? [{ url: `/duplicates/${person.id}`, label: w.t('staff.duplicates', { name: person.name }) }]
        : []),
      ...(view.mayReadAudit ? [{ url: `/audit?person=${person.id}`, label: w.t('audit.title') }] : []),
    ],
  }
}

function toCertificateLine(certificate: Certificate, today: Day, w: Words): CertificateLine {
  const state = listedStateOn(certificate, today)
  const stands = state === 'valid' || state === 'expiring' || state === 'renewed'
  const { number, snapshot, lastOn } = certificate
  const until = stands && lastOn !== null ? w.t('coverage.certificate.valid', { day: w.date(lastOn) }) : null
  return {
    course: snapshot.course.title[w.language],
    state: { state, text: until && state === 'valid' ? until : w.t(`certificates.state.${state}`) },
    number: w.t('staff.number', { number: groupNumber(number) }),
    revokeUrl: stands ? `/certificates/${number}/revocation` : null,
  }
}

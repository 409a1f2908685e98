import type { Day } from '#base/dates.ts'
import type { Certificate } from '#certificates/certificate.ts'
import { stands } from '#certificates/state.ts'
import { roleKey } from '#people/role.ts'
import type { Role } from '#policy.ts'
import { faultLines, passwordAgainField } from '#signin/fields.ts'
import type { Choices, Fault, Field } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'

/** Leaving entirely: what goes, what ends, what stays, and asking twice. */
export interface LeavePage {
  title: string
  faults: Fault[]
  parts: readonly { heading: string; lines: readonly string[] }[]
  /** Why it cannot be; null when it can. */
  refusal: string | null
  form: { sure: Choices; password: Field } | null
}

export const leavePage = page<LeavePage>('account/leave')

export interface LeaveView {
  certificates: readonly Certificate[]
  /** Names of the venues worked at, today or from a day to come. */
  venues: readonly string[]
  roles: readonly Role[]
  lastMember: boolean
  today: Day
  demo: boolean
  sure?: boolean
  faults?: { sure?: string | null; password?: string | null }
}

export function toLeavePage(view: LeaveView, w: Words): LeavePage {
  const form = view.lastMember ? null : formOf(view, w)
  return {
    title: w.t('account.leaveTitle'),
    faults: form ? faultLines([form.sure, form.password]) : [],
    parts: [
      {
        heading: w.t('account.gone.title'),
        lines: [
          w.t('account.gone.name'),
          w.t('account.gone.answers'),
          w.t('account.gone.letters'),
          w.t('account.gone.signIns'),
        ],
      },
      ...endingPart(view, w),
      {
        heading: w.t('account.stays.title'),
        lines: [w.t('account.stays.figures'), w.t('account.stays.hash'), w.t('account.stays.backups')],
      },
    ],
    refusal: view.lastMember ? w.t('account.lastMember') : null,
    form,
  }
}

/** Each valid certificate by course and last day, each place and each role; no part when there is nothing. */
function endingPart({ certificates, venues, roles, today }: LeaveView, w: Words): LeavePage['parts'] {
  const lines = [
    ...certificates.filter((one) => stands(one, today)).map((one) => certificateLine(one, w)),
    ...venues.map((venue) => w.t('account.ends.employment', { venue })),
    ...roles.map((role) => w.t('account.ends.role', { role: w.t(roleKey(role)) })),
  ]
  return lines.length === 0 ? [] : [{ heading: w.t('account.ends.title'), lines }]
}

function certificateLine({ snapshot, lastOn }: Certificate, w: Words): string {
  const course = snapshot.course.title[w.language]
  return lastOn === null
    ? w.t('account.ends.certificateForGood', { course })
    : w.t('account.ends.certificate', { course, day: w.date(lastOn) })
}

function formOf({ demo, sure = false, faults = {} }: LeaveView, w: Words): NonNullable<LeavePage['form']> {
  return {
    sure: {
      name: 'sure',
      legend: w.t('account.sure'),
      options: [{ value: 'yes', label: w.t('account.sureYes'), chosen: sure }],
      many: true,
      fault: faults.sure ?? null,
    },
    password: passwordAgainField(w, { fault: faults.password ?? null, demo }),
  }
}

/** The last page, for nobody any more. */
export interface GonePage {
  title: string
}

export const gonePage = page<GonePage>('account/gone')

export const toGonePage = (w: Words): GonePage => ({ title: w.t('account.goneTitle') })

import type { Day } from '#base/dates.ts'
import { faultLines, passwordAgainField } from '#signin/fields.ts'
import type { Choices, Fact, Fault, Field, State } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { type Certificate, type RevocationReason, revocationReasons } from './certificate.ts'
import { isRevocable } from './endings.ts'
import { groupNumber } from './number.ts'
import { factsOf } from './sheet.ts'
import { listedStateOn } from './state.ts'

/** Asked before a holder takes a certificate back. */
export interface WithdrawalPage {
  title: string
  course: string
  effects: string[]
  action: string
  back: string
}

export const withdrawalPage = page<WithdrawalPage>('certificates/withdrawal')

export const toWithdrawalPage = ({ number, snapshot }: Certificate, w: Words): WithdrawalPage => ({
  title: w.t('certificates.withdrawTitle'),
  course: snapshot.course.title[w.language],
  effects: [
    w.t('certificates.withdrawing.counts'),
    w.t('certificates.withdrawing.name'),
    w.t('certificates.withdrawing.check'),
    w.t('certificates.withdrawing.learned'),
  ],
  action: `/certificates/${number}/withdrawal`,
  back: `/certificates/${number}`,
})

/** The association before a certificate it may revoke, and after it has. */
export interface RevocationPage {
  title: string
  faults: Fault[]
  state: State
  facts: Fact[]
  person: string
  /** Why there is nothing to revoke, and where there is; null while there is. */
  done: { text: string; successor: string | null } | null
  form: { action: string; reasons: Choices; effects: string[]; password: Field } | null
}

export const revocationPage = page<RevocationPage>('certificates/revocation')

export interface RevocationView {
  certificate: Certificate
  today: Day
  demo: boolean
  chosen?: RevocationReason | null
  faults?: { reason?: string | null; password?: string | null }
}

export function toRevocationPage(view: RevocationView, w: Words): RevocationPage {
  const { certificate, today } = view
  const state = listedStateOn(certificate, today)
  const form = formOf(view, w)
  return {
    title: w.t('certificates.revokeTitle'),
    faults: form ? faultLines([form.reasons, form.password]) : [],
    state: { state, text: w.t(`certificates.state.${state}`) },
    facts: [
      { term: w.t('certificates.holder'), text: certificate.holderName ?? w.t('certificates.nameErased') },
      { term: w.t('certificates.course'), text: certificate.snapshot.course.title[w.language] },
      ...factsOf(certificate, w),
      { term: w.t('certificates.number'), text: groupNumber(certificate.number) },
    ],
    person: `/people/${certificate.personId}`,
    done: form ? null : doneOf(certificate, w),
    form,
  }
}

function doneOf({ replacedBy }: Certificate, w: Words): NonNullable<RevocationPage['done']> {
  if (replacedBy === null) return { text: w.t('certificates.alreadyRevoked'), successor: null }
  return { text: w.t('certificates.alreadyReplaced'), successor: `/certificates/${replacedBy}/revocation` }
}

function formOf({ certificate, demo, chosen, faults = {} }: RevocationView, w: Words): RevocationPage['form'] {
  const open = revocationReasons.filter((reason) => isRevocable(certificate, reason))
  if (open.length === 0) return null
  return {
    action: `/certificates/${certificate.number}/revocation`,
    reasons: {
      name: 'reason',
      legend: w.t('certificates.revokeWhy'),
      options: open.map((reason) => ({
        value: reason,
        label: w.t(`certificates.reason.${reason}`),
        hint: w.t(`certificates.reasonHint.${reason}`),
        chosen: reason === chosen,
      })),
      fault: faults.reason ?? null,
      required: true,
    },
    effects: [
      w.t('certificates.revoking.check'),
      w.t('certificates.revoking.told'),
      w.t('certificates.revoking.counts'),
      w.t('certificates.revoking.final'),
    ],
    password: passwordAgainField(w, { fault: faults.password ?? null, demo }),
  }
}

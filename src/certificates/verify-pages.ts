import { dayOf, instantOf } from '#base/dates.ts'
import { reviewsOf, reviewText, type SignOff } from '#reviewing/sign-off.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import type { Certificate } from './certificate.ts'
import { broughtUpFacts } from './owing-words.ts'
import { factsOf } from './sheet.ts'
import { endingOn, type State, stateOn } from './state.ts'

/** The form: one field, one button. */
export interface VerifyPage {
  title: string
  form: NumberForm
}

interface NumberForm {
  label: string
  hint: string
  button: string
}

/** What is true of a number now. Of an unknown one and of text that is no number it says the same. */
export interface VerdictPage {
  title: string
  state: State | 'unknown'
  word: string
  text: string
  facts: { term: string; text: string }[]
  /** Module by module who has reviewed the text; empty while nobody has. */
  reviews: { module: string; by: string[] }[]
  /** What the reader still has to do; null when there is no name to compare. */
  compare: string | null
  checkedAt: string
  form: NumberForm
}

export const verifyPage = page<VerifyPage>('certificates/verify')
export const verdictPage = page<VerdictPage>('certificates/verdict')

export const toVerifyPage = (w: Words): VerifyPage => ({
  title: w.t('certificates.verify'),
  form: formOf(w, w.t('certificates.number')),
})

/** Never venue, score, login or reason of a revocation: whoever holds the paper may read this. `signOffs`: those that stand for its revision. */
export function toVerdictPage(
  certificate: Certificate | null,
  now: Date,
  w: Words,
  signOffs: readonly SignOff[] = [],
): VerdictPage {
  const today = dayOf(now)
  const state = certificate ? stateOn(certificate, today) : 'unknown'
  const word = w.t(`certificates.state.${state}`)
  const reviews = certificate ? verdictReviewsOf(certificate, signOffs, w) : []
  return {
    title: w.t('certificates.verdictTitle', { state: word }),
    state,
    word,
    text: certificate ? textOf(certificate, today, w) : w.t('certificates.unknownText'),
    facts: certificate ? verdictFactsOf(certificate, state, reviews.length > 0, w) : [],
    reviews,
    compare: certificate?.holderName && state !== 'replaced' ? w.t('certificates.compareName') : null,
    checkedAt: `${w.t('certificates.checkedAt')} ${w.instant(instantOf(now))}`,
    form: formOf(w, w.t('certificates.verifyAgain')),
  }
}

const formOf = (w: Words, label: string): NumberForm => ({
  label,
  hint: w.t('certificates.verifyHint'),
  button: w.t('certificates.verifyButton'),
})

function textOf(certificate: Certificate, today: string, w: Words): string {
  const ending = endingOn(certificate, today)
  if (ending?.kind === 'replaced') return w.t('certificates.replacedOn', { date: w.date(ending.fromOn) })
  if (ending?.kind === 'withdrawn') return w.t('certificates.withdrawnOn', { date: w.date(ending.fromOn) })
  if (ending?.reason === 'issued-in-error')
    return w.t('certificates.revokedInError', { date: w.date(dayOf(new Date(ending.writtenAt))) })
  if (ending) return w.t('certificates.revokedFrom', { date: w.date(ending.fromOn) })
  const { lastOn } = certificate
  if (lastOn === null) return w.t('certificates.validForGood')
  return w.t(lastOn < today ? 'certificates.expiredOn' : 'certificates.validTo', { date: w.date(lastOn) })
}

/** Of one that was replaced neither the name on it nor anything of the new one is told: whoever holds the old paper has no business with it. */
function verdictFactsOf(
  certificate: Certificate,
  state: VerdictPage['state'],
  reviewed: boolean,
  w: Words,
): VerdictPage['facts'] {
  const { snapshot, holderName } = certificate
  const theory = snapshot.modules.filter((module) => module.theoryOnly).map((module) => module.title[w.language])
  const fact = (term: string, text: string) => ({ term, text })
  return [
    ...(state === 'replaced' ? [] : [fact(w.t('certificates.holder'), holderName ?? w.t('certificates.nameErased'))]),
    fact(w.t('certificates.course'), snapshot.course.title[w.language]),
    ...factsOf(certificate, w),
    ...(state === 'replaced' ? [] : broughtUpFacts(certificate, w)),
    ...(reviewed ? [] : [fact(w.t('certificates.reviewed'), w.t('certificates.reviewedNo'))]),
    ...(theory.length > 0
      ? [fact(w.t('certificates.theoryModules'), w.t('certificates.theoryModulesText', { modules: w.list(theory) }))]
      : []),
  ]
}

function verdictReviewsOf({ snapshot }: Certificate, signOffs: readonly SignOff[], w: Words): VerdictPage['reviews'] {
  const reviews = snapshot.modules.map((module) => ({
    module: module.title[w.language],
    by: reviewsOf(module, signOffs).map((review) => reviewText(review, w)),
  }))
  return reviews.some(({ by }) => by.length > 0) ? reviews : []
}

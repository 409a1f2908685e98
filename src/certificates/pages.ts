import encodeQR from 'qr'
import type { Day } from '#base/dates.ts'
import type { Language } from '#web/language.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import type { Certificate } from './certificate.ts'
import { groupNumber } from './number.ts'
import { renewalOpensOn } from './renewal.ts'
import { factsOf, isReviewed, otherOf } from './sheet.ts'
import { listedStateOn, type State } from './state.ts'

/** A certificate as its holder sees it. */
export interface CertificatePage {
  title: string
  state: { state: State | 'expiring'; text: string }
  given: string
  name: string
  completed: string
  course: string
  otherCourse: { language: Language; title: string }
  modules: { title: string; note: string | null }[]
  facts: { term: string; text: string }[]
  notes: string[]
  /** What to do about its last day; null when nothing. */
  renewal: string | null
  number: string
  verify: { url: string; text: string; qrSvg: string }
  /** Null when it is revoked or withdrawn: then it is not printed any more. */
  pdf: string | null
}

export const certificatePage = page<CertificatePage>('certificates/certificate')

/** May it be printed? Not once it was revoked or withdrawn, or its name erased. */
export const isPrintable = (certificate: Certificate, today: Day): boolean => {
  const state = listedStateOn(certificate, today)
  return certificate.holderName !== null && state !== 'revoked' && state !== 'withdrawn'
}

export const verifyUrlOf = (baseUrl: string, number: string): string => `${baseUrl}/v/${number}`

export function toCertificatePage(certificate: Certificate, today: Day, w: Words, baseUrl: string): CertificatePage {
  const { snapshot, number } = certificate
  const { language } = w
  const state = listedStateOn(certificate, today)
  const url = verifyUrlOf(baseUrl, number)
  return {
    title: w.t('certificates.documentTitle', { course: snapshot.course.title[language] }),
    state: { state, text: w.t(`certificates.state.${state}`) },
    given: w.t('certificates.given'),
    name: certificate.holderName ?? w.t('certificates.nameErased'),
    completed: w.t('certificates.completed'),
    course: snapshot.course.title[language],
    otherCourse: { language: otherOf(language), title: snapshot.course.title[otherOf(language)] },
    modules: snapshot.modules.map((module) => ({
      title: module.title[language],
      note: module.theoryOnly ? w.t('certificates.theoryOnly') : null,
    })),
    facts: factsOf(certificate, w),
    notes: [...(isReviewed(snapshot.modules) ? [] : [w.t('certificates.notReviewed')]), w.t('certificates.notAPermit')],
    renewal: renewalOf(certificate, state, w),
    number: groupNumber(number),
    verify: { url, text: url.replace(/^https?:\/\//, ''), qrSvg: encodeQR(url, 'svg') },
    pdf: isPrintable(certificate, today) ? `/certificates/${number}.pdf` : null,
  }
}

function renewalOf({ lastOn }: Certificate, state: State | 'expiring', w: Words): string | null {
  if (lastOn === null || state === 'revoked' || state === 'withdrawn') return null
  if (state === 'expired') return w.t('certificates.renewExpired')
  if (state === 'renewed') return w.t('certificates.renewed')
  if (state === 'expiring') return w.t('certificates.renewNow', { date: w.date(lastOn) })
  return w.t('certificates.renewFrom', { date: w.date(renewalOpensOn(lastOn)) })
}

import encodeQR from 'qr'
import type { Day } from '#base/dates.ts'
import type { SignOff } from '#reviewing/sign-off.ts'
import { type ShownLogo, shownLogo } from '#town/pages.ts'
import type { Logo } from '#town/store.ts'
import type { Language } from '#web/language.ts'
import type { Button } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import type { Certificate } from './certificate.ts'
import { isReplaceable, isWithdrawable } from './endings.ts'
import { groupNumber } from './number.ts'
import { broughtUpFacts, owingText } from './owing-words.ts'
import { renewalOpensOn } from './renewal.ts'
import { factsOf, otherOf, reviewNotes, signedBy } from './sheet.ts'
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
  /** The partnership's when it was issued. */
  logo: ShownLogo | null
  /** Pages that the holder has to read again; null when there are none, or when renewing settles it. */
  owing: { text: string; url: string; label: string } | null
  /** What to do about its last day; null when nothing. */
  renewal: string | null
  /** The one that took its place. */
  successor: { text: string; url: string; label: string } | null
  /** Offered while another name stands on it than the holder has now. */
  replacement: Replacement | null
  /** Where it can be withdrawn; null once it was, or was replaced. */
  withdrawal: string | null
  number: string
  verify: { url: string; text: string; qrSvg: string }
  /** Null when it was revoked, withdrawn or replaced: then it is not printed any more. */
  pdf: string | null
}

/** The offer of a certificate with the name one has now, and what it does. */
export interface Replacement {
  text: string
  effects: string[]
  button: Button
}

export const certificatePage = page<CertificatePage>('certificates/certificate')

/** May it be printed? Not once it was revoked, withdrawn or replaced, or its name erased. */
export const isPrintable = (certificate: Certificate, today: Day): boolean =>
  certificate.holderName !== null && !hasEnded(listedStateOn(certificate, today))

const hasEnded = (state: State | 'expiring') => state === 'revoked' || state === 'withdrawn' || state === 'replaced'

export const verifyUrlOf = (baseUrl: string, number: string): string => `${baseUrl}/v/${number}`

export interface CertificateView {
  certificate: Certificate
  today: Day
  /** The holder's name now. */
  nameNow: string
  baseUrl: string
  /** The one that the snapshot names. */
  logo?: Logo | null
  /** Those that stand for its revision. */
  signOffs?: readonly SignOff[]
}

export function toCertificatePage(
  { certificate, today, nameNow, baseUrl, logo = null, signOffs = [] }: CertificateView,
  w: Words,
): CertificatePage {
  const { snapshot, number } = certificate
  const { language } = w
  const state = listedStateOn(certificate, today)
  const url = verifyUrlOf(baseUrl, number)
  const signed = signedBy(certificate, w)
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
    facts: [...factsOf(certificate, w), ...broughtUpFacts(certificate, w), ...(signed ? [signed] : [])],
    logo: logo && shownLogo(logo, snapshot.partnership, w),
    notes: [...reviewNotes(snapshot.modules, signOffs, w), w.t('certificates.notAPermit')],
    owing: state === 'valid' ? owingPart(certificate, today, w) : null,
    renewal: renewalOf(certificate, state, w),
    successor: successorOf(certificate, w),
    replacement: replacementOf(certificate, { nameNow, today }, w),
    withdrawal: isWithdrawable(certificate) ? `/certificates/${number}/withdrawal` : null,
    number: groupNumber(number),
    verify: { url, text: url.replace(/^https?:\/\//, ''), qrSvg: encodeQR(url, 'svg') },
    pdf: isPrintable(certificate, today) ? `/certificates/${number}.pdf` : null,
  }
}

const owingPart = ({ owes, courseId }: Certificate, today: Day, w: Words): CertificatePage['owing'] =>
  owes && { text: owingText(owes, today, w), url: `/learning/${courseId}`, label: w.t('certificates.toChangedPages') }

function successorOf({ replacedBy }: Certificate, w: Words): CertificatePage['successor'] {
  if (replacedBy === null) return null
  return { text: w.t('certificates.hasNew'), url: `/certificates/${replacedBy}`, label: w.t('certificates.toNew') }
}

/** What replacing a certificate does, with the button that does it; null when there is nothing to replace. */
export function replacementOf(
  certificate: Certificate,
  { nameNow, today }: Pick<CertificateView, 'nameNow' | 'today'>,
  w: Words,
): Replacement | null {
  const { holderName, number, snapshot } = certificate
  if (holderName === null || !isReplaceable(certificate, nameNow, today)) return null
  const course = snapshot.course.title[w.language]
  return {
    text: w.t('certificates.otherName', { printed: holderName, now: nameNow }),
    effects: [
      w.t('certificates.replacing.days'),
      w.t('certificates.replacing.number'),
      w.t('certificates.replacing.name'),
    ],
    button: { action: `/certificates/${number}/replacement`, label: w.t('certificates.replace'), about: course },
  }
}

function renewalOf({ lastOn }: Certificate, state: State | 'expiring', w: Words): string | null {
  if (lastOn === null || hasEnded(state)) return null
  if (state === 'expired') return w.t('certificates.renewExpired')
  if (state === 'renewed') return w.t('certificates.renewed')
  if (state === 'expiring') return w.t('certificates.renewNow', { date: w.date(lastOn) })
  return w.t('certificates.renewFrom', { date: w.date(renewalOpensOn(lastOn)) })
}

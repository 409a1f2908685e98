import type { Day } from '#base/dates.ts'
import { reviewsOf, type SignOff } from '#reviewing/sign-off.ts'
import { shownLogo } from '#town/pages.ts'
import type { Logo } from '#town/store.ts'
import type { Language } from '#web/language.ts'
import type { Words } from '#web/words.ts'
import type { Certificate, SnapshotModule } from './certificate.ts'
import { groupNumber } from './number.ts'

/** Everything that stands on the printed certificate, as data: the typesetter's template adds no word of its own. */
export interface CertificateSheet {
  language: Language
  /** The document's title. */
  title: string
  issuedOn: { year: number; month: number; day: number }
  heading: string
  given: string
  name: string
  /** The name begins in a script that runs from right to left. */
  rightToLeft: boolean
  completed: string
  course: string
  otherCourse: { language: Language; title: string }
  modulesHeading: string
  modules: readonly { title: string; note: string | null }[]
  facts: readonly { term: string; text: string }[]
  /** Who signed for the partnership. */
  signed: { term: string; text: string } | null
  notes: readonly string[]
  brand: string
  partnership: string
  check: string
  numberTerm: string
  number: string
  /** Where the QR code and the printed address lead. */
  url: string
  shownUrl: string
  qrAlt: string
  /** Across the page in a demo town. */
  demo: { word: string; text: string } | null
  /** The partnership's logo when it was issued; its size in pixels. */
  logo: { png: Uint8Array; width: number; height: number; alt: string } | null
}

/** The language of the second title. */
export const otherOf = (language: Language): Language => (language === 'da' ? 'en' : 'da')

/**
 * The sheet of a certificate in one language, from what was frozen when it was issued. `verifyUrl` is the short address on paper, `logo` the
 * one that the snapshot names, `signOffs` those that held for its revision then: printed again it says the same.
 */
export function toSheet(
  certificate: Certificate,
  holderName: string,
  w: Words,
  verifyUrl: string,
  logo: Logo | null = null,
  signOffs: readonly SignOff[] = [],
): CertificateSheet {
  const { snapshot } = certificate
  const { language } = w
  const second = otherOf(language)
  return {
    language,
    title: w.t('certificates.documentTitle', { course: snapshot.course.title[language] }),
    issuedOn: partsOf(snapshot.issuedOn),
    heading: w.t('certificates.heading'),
    given: w.t('certificates.given'),
    name: holderName.normalize('NFC'),
    rightToLeft: runsRightToLeft(holderName),
    completed: w.t('certificates.completed'),
    course: snapshot.course.title[language],
    otherCourse: { language: second, title: snapshot.course.title[second] },
    modulesHeading: w.t('certificates.modules'),
    modules: snapshot.modules.map((module) => ({
      title: module.title[language],
      note: module.theoryOnly ? w.t('certificates.theoryOnly') : null,
    })),
    facts: factsOf(certificate, w),
    signed: signedBy(certificate, w),
    notes: [...reviewNotes(snapshot.modules, signOffs, w), w.t('certificates.notAPermit')],
    brand: w.t('site.name'),
    partnership: snapshot.partnership,
    check: w.t('certificates.checkIt'),
    numberTerm: w.t('certificates.number'),
    number: groupNumber(certificate.number),
    url: verifyUrl,
    shownUrl: `${new URL(verifyUrl).host}/verify`,
    qrAlt: w.t('certificates.qrAlt', { url: verifyUrl }),
    demo: snapshot.demo ? { word: w.t('site.demo'), text: w.t('site.demoText') } : null,
    logo: logo && { ...logo, alt: shownLogo(logo, snapshot.partnership, w).alt },
  }
}

/** What has to be said of a text that nobody who knows the field has reviewed, or not all of it. */
export function reviewNotes(modules: readonly SnapshotModule[], signOffs: readonly SignOff[], w: Words): string[] {
  const reviewed = modules.filter((module) => reviewsOf(module, signOffs).length > 0)
  if (reviewed.length === modules.length) return []
  return [w.t(reviewed.length === 0 ? 'courses.notReviewed' : 'certificates.partlyReviewed')]
}

/** Issue, last day and revision, in words. */
export function factsOf({ snapshot }: Pick<Certificate, 'snapshot'>, w: Words): { term: string; text: string }[] {
  const { lastOn, revision } = snapshot
  return [
    { term: w.t('certificates.issuedOn'), text: w.date(snapshot.issuedOn) },
    { term: w.t('certificates.lastOn'), text: lastOn ? w.date(lastOn) : w.t('certificates.noLastDay') },
    { term: w.t('certificates.revision'), text: w.t('certificates.revisionNumber', { number: revision.number }) },
  ]
}

/** Who signed, and as what; null when nobody did. */
export function signedBy({ snapshot }: Pick<Certificate, 'snapshot'>, w: Words): { term: string; text: string } | null {
  if (!snapshot.signatory) return null
  const { name, title } = snapshot.signatory
  return { term: w.t('certificates.signedBy'), text: title === null ? name : `${name}, ${title}` }
}

function partsOf(day: Day): CertificateSheet['issuedOn'] {
  const [year, month, date] = day.split('-').map(Number)
  return { year: year as number, month: month as number, day: date as number }
}

const firstLetter = /\p{L}/u
const rightToLeftScripts = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

const runsRightToLeft = (name: string) => rightToLeftScripts.test(firstLetter.exec(name)?.[0] ?? '')

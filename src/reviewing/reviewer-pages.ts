import { reviewers } from '#courses/reviewers.ts'
import { whatIs } from '#drafts/file-path.ts'
import { longestName } from '#people/change-name.ts'
import type { Language } from '#web/language.ts'
import type { Choices, Fault, Field, Notice } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { reviewUrl } from './addresses.ts'
import type { ReviewComment } from './comment.ts'
import type { ReviewForm, SignatureFaults } from './forms.ts'
import type { ModuleLook } from './look-at-module.ts'
import { askerName, type ReviewRequest } from './request.ts'
import { changedPaths, seenText } from './seen-files.ts'
import { boxId, partId, type ShownPart, titleOf, toShownParts } from './shown-part.ts'
import { moduleSha256, reviewOf, reviewText, type SignOff } from './sign-off.ts'

/** A module as somebody sees it who was asked to look. */
export interface ReviewerPage {
  title: string
  course: string
  lead: string
  message: string | null
  summary: string | null
  objectives: readonly string[]
  otherLanguage: { url: string; label: string; code: Language } | null
  faults: readonly Fault[]
  action: string
  /** What is before her, for the form to say when it is sent. */
  seen: string
  parts: readonly ShownPart[]
  done: string | null
  /** What she signed, and whether it still is the text. */
  signed: readonly Notice[]
  /** Null while the text has faults: a text that cannot be published is not signed. */
  signature: { name: Field; role: Choices } | null
  until: string
}

export const reviewerPage = page<ReviewerPage>('reviewing/reviewer')

export interface ReviewerFacts {
  token: string
  request: ReviewRequest
  look: ModuleLook
  comments: readonly ReviewComment[]
  /** Signed with this link. */
  signOffs: readonly SignOff[]
  languages: readonly Language[]
}

/** A form that was sent and not taken as it was, to be shown again. */
export interface Refused {
  sent: ReviewForm
  /** Comments that were saved are below their texts; the others stay in their boxes. */
  unsaved: boolean
  faults: SignatureFaults
  /** The text was changed while it was read. */
  changed: boolean
}

export function toReviewerPage(facts: ReviewerFacts, w: Words, refused: Refused | null = null): ReviewerPage {
  const { request, look, token, signOffs } = facts
  const { language } = w
  const boxes = new Map(refused?.unsaved ? refused.sent.comments.map((one) => [one.path, boxOf(one, refused, w)]) : [])
  const first = look.parts[0]?.look
  return {
    title: look.told?.title[language] ?? first?.titles.module?.[language] ?? look.moduleId,
    course: first?.titles.course?.[language] ?? request.courseId,
    lead: w.t('reviewing.asks', { name: askerName(request, w) }),
    message: request.message,
    summary: look.told?.summary[language] ?? null,
    objectives: look.told?.objectives[language] ?? [],
    otherLanguage: otherOf(facts, language),
    faults: refused ? faultsOf(look, refused, w) : [],
    action: `${reviewUrl(token)}?lang=${language}`,
    seen: seenText(look.files),
    parts: toShownParts(look, { token, comments: facts.comments, boxes }, w),
    done: request.doneAt && w.t('reviewing.doneAt', { instant: w.instant(request.doneAt) }),
    signed: signOffs.map((one) => signedNotice(one, look, w)),
    signature: hasFaults(look) ? null : signatureOf(refused, w),
    until: w.t('reviewing.worksUntil', { instant: w.instant(request.expiresAt) }),
  }
}

function otherOf({ token, languages }: ReviewerFacts, language: Language): ReviewerPage['otherLanguage'] {
  const code = languages.find((one) => one !== language)
  return code
    ? { url: `${reviewUrl(token)}?lang=${code}`, label: code === 'da' ? 'Læs på dansk' : 'Read in English', code }
    : null
}

const boxOf = ({ path, text }: { path: string; text: string }, { sent }: Refused, w: Words) => ({
  text,
  fault: sent.tooLong.includes(path) ? w.t('reviewing.tooLong') : null,
})

/** Faults of the text itself, in either language; what only differs between the two is for the trainer to see. */
const hasFaults = ({ parts, told }: ModuleLook) =>
  told === null || parts.length === 0 || parts.some(({ look }) => look === null || look.faults.length > 0)

function faultsOf(look: ModuleLook, { sent, unsaved, faults, changed }: Refused, w: Words): Fault[] {
  const tooLong = look.parts.flatMap(({ path }, place) =>
    unsaved && sent.tooLong.includes(path) ? [{ name: boxId(place), text: w.t('reviewing.tooLong') }] : [],
  )
  const missing = (['name', 'role'] as const).flatMap((name) =>
    faults[name] ? [{ name, text: w.t(faults[name]) }] : [],
  )
  return [...tooLong, ...(changed ? changesOf(look, sent, w) : []), ...missing]
}

/** What to look at again: the texts of this language by name, all else in one line. */
function changesOf(look: ModuleLook, { read }: ReviewForm, w: Words): Fault[] {
  const paths = changedPaths(read, look.files)
  const here = look.parts.flatMap((part, place) =>
    paths.includes(part.path)
      ? [{ name: partId(place), text: w.t('reviewing.changedPart', { title: titleOf(part, w) }) }]
      : [],
  )
  const known = new Set(look.parts.map((part) => part.path))
  const others = paths.filter((path) => !known.has(path))
  const translated = others.some((path) => whatIs(path)?.language && whatIs(path)?.language !== w.language)
  const rest = others.some((path) => whatIs(path)?.language !== otherLanguage(w.language))
  return [
    ...here,
    ...(translated ? [{ name: 'top', text: w.t('reviewing.changedOtherLanguage') }] : []),
    ...(rest ? [{ name: 'top', text: w.t('reviewing.changedRest') }] : []),
  ]
}

const otherLanguage = (language: Language): Language => (language === 'da' ? 'en' : 'da')

function signedNotice(one: SignOff, { files, moduleId }: ModuleLook, w: Words): Notice {
  const stands = moduleSha256(files, moduleId) === one.moduleSha256
  const signed = w.t('reviewing.youSigned', { who: reviewText(reviewOf(one), w) })
  return stands
    ? { kind: 'good', text: signed }
    : { kind: 'warn', text: `${signed} ${w.t('reviewing.changedSinceSigned')}` }
}

function signatureOf(refused: Refused | null, w: Words): ReviewerPage['signature'] {
  const { sent, faults = {} } = refused ?? {}
  return {
    name: {
      name: 'name',
      label: w.t('reviewing.name'),
      autocomplete: 'name',
      maxlength: longestName,
      value: sent?.name ?? '',
      fault: faults.name ? w.t(faults.name) : null,
    },
    role: {
      name: 'role',
      legend: w.t('reviewing.role'),
      options: reviewers.map((role) => ({
        value: role,
        label: w.t(`reviewing.as.${role}`),
        chosen: sent?.role === role,
      })),
      fault: faults.role ? w.t(faults.role) : null,
    },
  }
}

/** A link that opens nothing: unknown, taken back or too old, all told alike. */
export interface GonePage {
  title: string
  text: string
}

export const gonePage = page<GonePage>('reviewing/gone')

export const toGonePage = (w: Words): GonePage => ({ title: w.t('reviewing.gone'), text: w.t('reviewing.goneText') })

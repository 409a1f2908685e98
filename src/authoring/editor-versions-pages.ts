import { type ChangesPart, toChangesPart } from '#comparing/changes-part.ts'
import { mergeTexts } from '#comparing/merged-text.ts'
import { compareTexts } from '#comparing/text-change.ts'
import { type Base, draftBase, publishedBase } from '#drafts/draft.ts'
import { trainerName } from '#publishing/person-words.ts'
import type { Field } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { editUrl, versionsUrl } from './addresses.ts'
import type { Edited } from './editor-find.ts'

/** The versions of a text side by side, and one text to put in their place. */
export interface VersionsPage {
  title: string
  back: { url: string; label: string }
  language: 'da' | 'en'
  lead: string
  /** Nothing to settle, any more. */
  none: boolean
  action: string
  bases: readonly Base[]
  versions: readonly VersionPart[]
  /** How the merged text came about. */
  mergedHint: string
  merged: Field & { fault: string | null }
}

interface VersionPart {
  id: string
  title: string
  when: string
  /** What it would do besides changing words. */
  gone: string | null
  changes: ChangesPart | null
  text: string | null
  base: Base
  take: string
}

export const versionsPage = page<VersionsPage>('authoring/editor-versions')

/** A version with its text; null: the file is to go. */
interface Version {
  base: Base
  text: string | null
  /** Null: it is what is published now. */
  by: { name: string; at: string } | null
}

export interface VersionsView {
  edited: Edited
  names: ReadonlyMap<string, string | null>
  /** Texts by their SHA-256. */
  texts: ReadonlyMap<string, string>
}

export function toVersionsPage(
  w: Words,
  view: VersionsView,
  typed: { text: string; fault: string } | null,
): VersionsPage {
  const { courseId, path, place } = view.edited
  const versions = versionsOf(view, w)
  const start = startOf(view)
  const joined = merge(start, versions)
  const text = typed?.text ?? joined.text
  return {
    title: titleOf(view.edited, w),
    back: { url: editUrl(courseId, path), label: w.t('authoring.editor.backToText') },
    language: place.language ?? w.language,
    lead: w.t('authoring.editor.versionsLead'),
    none: versions.length < 2,
    action: versionsUrl(courseId, path),
    bases: view.edited.file.drafts.map(draftBase),
    versions: versions.map((version, n) => versionPart(version, n, start, w)),
    mergedHint:
      joined.clashes === 0
        ? w.t('authoring.editor.mergedWhole')
        : w.t('authoring.editor.clashes', { count: joined.clashes }),
    merged: {
      name: 'text',
      label: w.t('authoring.editor.mergedText'),
      type: 'textarea',
      rows: 16,
      value: text,
      fault: typed?.fault ?? null,
    },
  }
}

function titleOf({ place }: Edited, w: Words): string {
  const kind = w.t(`authoring.editor.kind.${place.kind}`)
  const of = place.language === null ? kind : `${kind} (${w.t(`authoring.editor.in.${place.language}`)})`
  return w.t('authoring.editor.versionsTitle', { of })
}

/** Every version being written, and the published text where one of them did not begin with it. */
function versionsOf({ edited, names, texts }: VersionsView, w: Words): Version[] {
  const { drafts, published } = edited.file
  const textOf = (sha256: string | null) => (sha256 === null ? null : (texts.get(sha256) ?? ''))
  const written = drafts.map(
    (draft): Version => ({
      base: draftBase(draft),
      text: textOf(draft.sha256),
      by: { name: trainerName(draft.writtenBy, names, w), at: draft.writtenAt },
    }),
  )
  const isBehind = drafts.some((draft) => draft.startedFrom !== published && draft.sha256 !== published)
  return isBehind ? [{ base: publishedBase(published), text: textOf(published), by: null }, ...written] : written
}

/** What they all began with; what is published, where they began with different texts. */
function startOf({ edited, texts }: VersionsView): string {
  const begun = new Set(edited.file.drafts.map((draft) => draft.startedFrom))
  const [first = null] = begun
  const sha256 = begun.size === 1 ? first : edited.file.published
  return sha256 === null ? '' : (texts.get(sha256) ?? '')
}

/** One after the other into one text; a version that takes the text away has nothing to add. */
function merge(start: string, versions: readonly Version[]): { text: string; clashes: number } {
  const [first = start, ...others] = versions.flatMap(({ text }) => text ?? [])
  return others.reduce(
    (all, theirs) => {
      const { text, clashes } = mergeTexts({ base: start, ours: all.text, theirs })
      return { text, clashes: all.clashes + clashes }
    },
    { text: first, clashes: 0 },
  )
}

function versionPart({ base, text, by }: Version, n: number, start: string, w: Words): VersionPart {
  return {
    id: `version-${n + 1}`,
    title: by
      ? w.t('authoring.editor.versionBy', { n: n + 1, name: by.name })
      : w.t('authoring.editor.versionPublished'),
    when: by ? w.instant(by.at) : '',
    gone: text === null ? w.t('authoring.editor.versionGone') : null,
    changes: text === null ? null : toChangesPart(compareTexts(start, text), w),
    text,
    base,
    take: by ? w.t('authoring.editor.takeBy', { n: n + 1 }) : w.t('authoring.editor.takePublished'),
  }
}

import { type ChangesPart, toChangesPart } from '#comparing/changes-part.ts'
import { type MergedText, mergeTexts } from '#comparing/merged-text.ts'
import { compareTexts } from '#comparing/text-change.ts'
import type { CourseDocument } from '#courses/course.ts'
import type { Field, Notice } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { mergingAction, updatesUrl } from './addresses.ts'
import { fileTitle, titlesOf } from './file-words.ts'
import type { Update } from './update.ts'
import { shaField } from './update-forms.ts'

/** Joining the town's own text with the one that came. */
export interface MergingPage {
  title: string
  back: { url: string; label: string }
  notice: Notice | null
  lead: string
  /** Places that both changed, both wordings of each. */
  clashes: readonly Clash[]
  /** What the joined text changes in the town's own. */
  changes: ChangesPart
  action: string
  path: string
  shipped: string
  own: string
  text: Field
}

export interface Clash {
  title: string
  ours: readonly string[]
  theirs: readonly string[]
}

export const mergingPage = page<MergingPage>('publishing/merging')

export interface MergingView {
  courseId: string
  document: CourseDocument | null
  update: Update
  textOf: (sha256: string | null | undefined) => string
  /** What was typed, when it could not be saved, and why. */
  refused: { text: string; notice: Notice } | null
}

export function toMergingPage({ courseId, document, update, textOf, refused }: MergingView, w: Words): MergingPage {
  const titles = titlesOf(courseId, [document], w)
  const own = textOf(update.own)
  const merged = mergeTexts({ base: textOf(update.settled), ours: own, theirs: textOf(update.shipped) })
  const text = refused?.text ?? merged.text
  return {
    title: w.t('publishing.mergeOf', { file: fileTitle(update.path, update.place, titles, w) }),
    back: { url: updatesUrl(courseId), label: w.t('publishing.updatesOf', { course: titles.course }) },
    notice: refused?.notice ?? null,
    lead: merged.clashes === 0 ? w.t('publishing.mergesCleanly') : w.t('publishing.clashes', { count: merged.clashes }),
    clashes: clashesOf(merged, w),
    changes: toChangesPart(compareTexts(own, text), w),
    action: mergingAction(courseId),
    path: update.path,
    shipped: shaField(update.shipped),
    own: shaField(update.own),
    text: {
      name: 'text',
      type: 'textarea',
      rows: 20,
      label: w.t('publishing.mergedText'),
      value: text,
      required: true,
    },
  }
}

function clashesOf({ chunks }: MergedText, w: Words): Clash[] {
  const clashes: Clash[] = []
  let line = 1
  for (const chunk of chunks) {
    if (chunk.kind === 'clean') {
      line += chunk.lines.length
      continue
    }
    const { ours, theirs } = chunk
    clashes.push({ title: w.t('publishing.clashAt', { line }), ours: said(ours, w), theirs: said(theirs, w) })
    line += ours.length + theirs.length
  }
  return clashes
}

const said = (lines: readonly string[], w: Words): readonly string[] =>
  lines.every((line) => line === '') ? [w.t('publishing.nothingThere')] : lines

import { addDays, type Day } from '#base/dates.ts'
import type { Revision } from '#courses/course.ts'
import type { Button } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { type AffectedPart, type AffectedView, affectedPart } from './affected-pages.ts'
import type { RequirementForm } from './forms.ts'
import type { Requirement } from './requirement.ts'
import { courseText, daysText, requiredJobText } from './requirement-words.ts'

/** What a new requirement will do, before it is set. */
export interface PreviewPage {
  title: string
  said: string
  /** What of the same job and course makes room for it. */
  replaces: readonly string[]
  affected: AffectedPart
  confirm: Button
  backUrl: string
}

export const previewPage = page<PreviewPage>('requirements/preview')

export interface PreviewView extends AffectedView {
  setting: RequirementForm
  /** What is believed of the same job and course. */
  known: readonly Requirement[]
  courses: readonly Revision[]
}

export function toPreviewPage(view: PreviewView, w: Words): PreviewPage {
  const { setting, known, courses } = view
  const { courseId, job, days, from } = setting
  const fields = { course: courseId, job, days: String(days), from }
  const said = {
    job: requiredJobText(job, w),
    course: courseText(courseId, courses, w),
    days: daysText(days, w),
    first: w.date(from),
  }
  return {
    title: w.t('requirements.previewTitle'),
    said: days === 0 ? w.t('requirements.previewSaidAtOnce', said) : w.t('requirements.previewSaid', said),
    replaces: replacesOf(known, setting, w),
    affected: affectedPart(view, w),
    confirm: { action: '/requirements', label: w.t('requirements.confirm'), fields },
    backUrl: `/requirements/new?${new URLSearchParams(fields)}`,
  }
}

function replacesOf(known: readonly Requirement[], { days, from }: RequirementForm, w: Words): string[] {
  const touched = known.filter((one) => one.lastOn === null || one.lastOn >= from)
  const [only] = touched
  if (only && touched.length === 1 && only.countsFromOn === from && only.days === days && only.lastOn === null)
    return [w.t('requirements.alreadySet')]
  return [
    ...touched.map((one) => replacedText(one, from, w)),
    ...(touched.some((one) => one.days === days && one.countsFromOn < from)
      ? [w.t('requirements.again', { days: daysText(days, w) })]
      : []),
  ]
}

function replacedText({ days, countsFromOn }: Requirement, from: Day, w: Words): string {
  const first = w.date(countsFromOn)
  if (countsFromOn >= from) return w.t('requirements.replacesPlanned', { first })
  return w.t('requirements.replaces', { days: daysText(days, w), first, last: w.date(addDays(from, -1)) })
}

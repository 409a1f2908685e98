import type { Day } from '#base/dates.ts'
import type { Revision } from '#courses/course.ts'
import { type Typed, typedText } from '#web/form.ts'
import type { Fault, Field, Select } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { type Faults, lastPlanned, mostDays } from './forms.ts'
import { requiredJobs } from './requirement.ts'
import { requiredJobText } from './requirement-words.ts'

/** What is to be required; the answer is the preview. */
export interface NewRequirementPage {
  title: string
  faults: readonly Fault[]
  course: Select
  job: Select
  days: Field
  from: Field
}

export const newRequirementPage = page<NewRequirementPage>('requirements/new')

export function toNewRequirementPage(
  { courses, today }: { courses: readonly Revision[]; today: Day },
  w: Words,
  { typed, faults = {} }: { typed: Typed; faults?: Faults },
): NewRequirementPage {
  const fault = (name: string) => (faults[name] ? w.t(faults[name]) : null)
  const text = (name: string, otherwise = '') => (typed[name] === undefined ? otherwise : typedText(typed, name))
  const fields = {
    course: {
      name: 'course',
      label: w.t('requirements.course'),
      options: courses.map(({ courseId, document }) => ({
        value: courseId,
        label: document.title[w.language],
        chosen: typed.course === courseId,
      })),
      choose: w.t('requirements.courseChoose'),
      fault: fault('course'),
      required: true,
    },
    job: {
      name: 'job',
      label: w.t('requirements.job'),
      options: requiredJobs.map((job) => ({
        value: job,
        label: requiredJobText(job, w),
        chosen: typed.job === job,
      })),
      choose: w.t('requirements.jobChoose'),
      fault: fault('job'),
      required: true,
    },
    days: {
      name: 'days',
      label: w.t('requirements.grace'),
      hint: w.t('requirements.graceHint'),
      type: 'number',
      inputmode: 'numeric',
      value: text('days', '30'),
      min: 0,
      max: mostDays,
      fault: fault('days'),
      required: true,
    },
    from: {
      name: 'from',
      label: w.t('requirements.fromDay'),
      hint: w.t('requirements.fromHint'),
      type: 'date',
      value: text('from', today),
      min: today,
      max: lastPlanned(today),
      fault: fault('from'),
      required: true,
    },
  } as const
  const all: readonly (Select | Field)[] = [fields.course, fields.job, fields.days, fields.from]
  return {
    title: w.t('requirements.new'),
    faults: all.flatMap(({ name, fault }) => (fault ? [{ name, text: fault }] : [])),
    ...fields,
  }
}

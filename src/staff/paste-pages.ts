import { jobKey, jobs } from '#people/job.ts'
import type { Venue } from '#people/venue.ts'
import { type Faults, faultLines } from '#signin/fields.ts'
import { type Typed, typedText } from '#web/form.ts'
import type { Button, Fault, Field, Select } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'

/** The box a list goes into. */
export interface Box {
  text: Field
  job: Select
  previewUrl: string
}

export interface PastePage {
  title: string
  venue: { url: string; label: string }
  faults: Fault[]
  box: Box
  file: Field
  listUrl: string
  posterUrl: string
  /** How many have not opened their account yet, with a button; null when all have. */
  unclaimed: { text: string; names: string; renew: Button } | null
}
export const pastePage = page<PastePage>('staff/paste')

export interface Shown {
  typed: Typed
  faults?: Faults
}

export function toPastePage(
  w: Words,
  of: { venue: Venue; unclaimed: readonly { name: string }[] },
  shown: Shown = { typed: {} },
): PastePage {
  const url = `/venues/${of.venue.slug}`
  const box = toBox(w, of.venue, shown)
  const { length: count } = of.unclaimed
  return {
    title: w.t('staff.paste.title', { venue: of.venue.name }),
    venue: { url, label: of.venue.name },
    faults: faultLines([box.text, box.job]),
    box,
    file: {
      name: 'file',
      label: w.t('staff.paste.file'),
      hint: w.t('staff.paste.fileHint'),
    },
    listUrl: `${url}/list`,
    posterUrl: `${url}/poster`,
    unclaimed:
      count === 0
        ? null
        : {
            text: w.t('staff.paste.unclaimed', { count }),
            names: w.list(of.unclaimed.map(({ name }) => name)),
            renew: { action: `${url}/staff/invitations`, label: w.t('staff.paste.renew'), kind: 'quiet' },
          },
  }
}

export function toBox(w: Words, venue: Venue, { typed, faults = {} }: Shown): Box {
  const fault = (name: string) => (faults[name] ? w.t(faults[name]) : null)
  return {
    text: {
      name: 'text',
      label: w.t('staff.paste.text'),
      hint: w.t('staff.paste.textHint'),
      type: 'textarea',
      rows: 10,
      value: typedText(typed, 'text'),
      fault: fault('text'),
    },
    job: {
      name: 'job',
      label: w.t('staff.paste.job'),
      hint: w.t('staff.paste.jobHint'),
      options: jobs.map((job) => ({
        value: job,
        label: w.t(jobKey(job)),
        chosen: (typedText(typed, 'job') || 'bar') === job,
      })),
      fault: fault('job'),
    },
    previewUrl: `/venues/${venue.slug}/staff/preview`,
  }
}

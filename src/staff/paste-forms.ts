import { type Job, jobs } from '#people/job.ts'
import type { Faults } from '#signin/fields.ts'
import { form, type Typed, typedText } from '#web/form.ts'
import { readColumns } from './paste-columns.ts'
import { rowsOf } from './paste-table.ts'

export const largestList = 64 * 1024
export const mostLines = 300

const readRaw = form(
  (type) => type.Object({ text: type.String(), job: type.Union(jobs.map((job) => type.Literal(job))) }),
  { text: 'staff.paste.empty', job: 'staff.fault.job' },
)

/** Not worth reading: spaces alone may make a line. */
const farTooMany = 1000

export type PasteForm =
  | { ok: true; typed: Typed; value: { text: string; job: Job } }
  | { ok: false; typed: Typed; faults: Faults }

/** The box and the job for lines without one. */
export function readPasteForm(body: unknown): PasteForm {
  const read = readRaw(body)
  const typed: Typed = read.ok ? read.value : read.typed
  const textFault = faultOf(typedText(typed, 'text'))
  const faults: Faults = { ...(read.ok ? {} : read.faults), ...(textFault ? { text: textFault } : {}) }
  if (!read.ok || textFault) return { ok: false, typed, faults }
  return { ok: true, typed, value: { text: read.value.text, job: read.value.job as Job } }
}

function faultOf(text: string) {
  if (Buffer.byteLength(text) > largestList) return 'staff.paste.tooLarge' as const
  if (text.split(/[\r\n]+/, farTooMany).length === farTooMany) return 'staff.paste.tooMany' as const
  const lines = readColumns(rowsOf(text)).rows.length
  if (lines === 0) return 'staff.paste.empty' as const
  return lines > mostLines ? ('staff.paste.tooMany' as const) : null
}

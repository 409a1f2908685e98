import { form } from '#web/form.ts'

const readMergeRaw = form(
  (type) => type.Object({ keep: type.String({ minLength: 1, maxLength: 60 }), sure: type.Literal('yes') }),
  { keep: 'duplicates.keepFault', sure: 'duplicates.sureFault' },
)

export type MergeFault =
  | 'duplicates.keepFault'
  | 'duplicates.sureFault'
  | 'duplicates.roleFault'
  | 'duplicates.claimFault'
export type MergeFaults = Readonly<Partial<Record<'keep' | 'sure', MergeFault>>>

/** Which of the two records is kept, and that the association is sure. */
export function readMerge(
  body: unknown,
  people: readonly [string, string],
): { ok: true; keptId: string } | { ok: false; faults: MergeFaults; keep: string } {
  const read = readMergeRaw(body)
  const typed = (read.ok ? read.value : read.typed) as Readonly<Record<string, string>>
  const keep = people.find((id) => id === typed.keep) ?? ''
  if (read.ok && keep !== '') return { ok: true, keptId: keep }
  const faults = read.ok ? {} : (read.faults as MergeFaults)
  return { ok: false, faults: { ...faults, ...(keep === '' ? { keep: 'duplicates.keepFault' } : {}) }, keep }
}

/** The name looked for, or nothing. */
export function readSearch(query: unknown): string {
  const typed = (query as Record<string, unknown> | null)?.q
  return typeof typed === 'string' ? typed.trim().slice(0, 100) : ''
}

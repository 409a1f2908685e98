import { form } from '#web/form.ts'

const readAll = form((type) => type.Object({ seen: type.String({ maxLength: 200 }) }), { seen: 'packages.movedOn' })
const readChosen = form((type) => type.Object({ file: type.Array(type.String({ maxLength: 200 }), { minItems: 1 }) }), {
  file: 'packages.noneChosen',
})

export type TakeForm =
  | { ok: true; value: { seen: string; chosen: ReadonlySet<string> | null } }
  | { ok: false; fault: 'packages.movedOn' | 'packages.noneChosen' }

/** What to take of a package: everything, or the files that were ticked. `seen`: the revision the page was shown beside. */
export function readTakeForm(body: unknown): TakeForm {
  const read = readAll(body)
  if (!read.ok) return { ok: false, fault: 'packages.movedOn' }
  if ((body as { take?: unknown }).take !== 'chosen')
    return { ok: true, value: { seen: read.value.seen, chosen: null } }
  const chosen = readChosen(body)
  if (!chosen.ok) return { ok: false, fault: 'packages.noneChosen' }
  return { ok: true, value: { seen: read.value.seen, chosen: new Set(chosen.value.file) } }
}

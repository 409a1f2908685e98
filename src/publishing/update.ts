import type { OfferedFile } from '#courses/shipped-store.ts'
import { type FileState, stateOf, type WorkingFile, workingSha } from '#drafts/draft.ts'
import { type FilePlace, whatIs } from '#drafts/file-path.ts'

/** A file of the software's own text that changed, beside the town's. Hashes; null where there is no such file. */
export interface Update extends OfferedFile {
  place: FilePlace | null
  /** The town's text as it stands now. */
  own: string | null
  /** `untouched`: the town has it as it came. `changed`: the town wrote its own. `same`: the town already says the same. */
  kind: 'untouched' | 'changed' | 'same'
  state: FileState
}

export function toUpdate(offered: OfferedFile, file: WorkingFile): Update {
  const own = workingSha(file)
  const kind = own === offered.shipped ? 'same' : own === offered.settled ? 'untouched' : 'changed'
  return { ...offered, place: whatIs(offered.path), own, kind, state: stateOf(file) }
}

/** Versions that stand beside each other have to be settled before anything is put in their place. */
export const isSettled = ({ state }: Pick<Update, 'state'>): boolean => state !== 'beside' && state !== 'behind'

/** Both texts are there and neither is the other's beginning. */
export const canMerge = ({ kind, shipped, own, place }: Update): boolean =>
  kind === 'changed' && shipped !== null && own !== null && place !== null && place.kind !== 'picture'

/** What a form says of an update: that it has not changed since it was shown. */
export interface SeenUpdate {
  path: string
  shipped: string | null
  own: string | null
}
export const isSeen = (update: Update, seen: SeenUpdate): boolean =>
  update.shipped === seen.shipped && update.own === seen.own

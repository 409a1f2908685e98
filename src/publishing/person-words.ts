import type { Origin } from '#courses/course.ts'
import type { Words } from '#web/words.ts'

/** A trainer's name; somebody who is erased is named by what she was. */
export const trainerName = (id: string, names: ReadonlyMap<string, string | null>, w: Words): string =>
  names.get(id) ?? w.t('publishing.formerTrainer')

/** Who brought a revision: the software, or a trainer by name. */
export const broughtBy = (
  { origin, publishedBy }: { origin: Origin; publishedBy: string },
  names: ReadonlyMap<string, string | null>,
  w: Words,
): string => (origin === 'shipped' ? w.t('publishing.bySoftware') : trainerName(publishedBy, names, w))

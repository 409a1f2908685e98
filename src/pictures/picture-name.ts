import { freeSlug, slugOf } from '#courses/slug.ts'

/** What a picture's file is called by its alternative text: `En kost med skaft` is `en-kost-med-skaft`. Not one of those taken, without ending. */
export const pictureName = (alt: string, taken: ReadonlySet<string>): string =>
  freeSlug(slugOf(alt) || 'billede', taken)

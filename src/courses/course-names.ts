import type { Reading } from '#db/work.ts'
import type { InBoth } from './course.ts'
import { listPublished } from './store.ts'

/** What published courses, and the local facts they leave open, are called: titles by course id, labels by key. */
export async function findCourseNames(
  db: Reading,
): Promise<{ courses: ReadonlyMap<string, InBoth>; localFacts: ReadonlyMap<string, InBoth> }> {
  const documents = (await listPublished(db)).map(({ document }) => document)
  const facts = documents.flatMap(({ local }) => Object.entries(local))
  return {
    courses: new Map(documents.map(({ id, title }) => [id, title])),
    localFacts: new Map(facts.map(([key, { label }]) => [key, label])),
  }
}

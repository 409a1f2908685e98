import { setImmediate } from 'node:timers/promises'
import { type Instant, instantOf } from '#base/dates.ts'
import type { Revision } from '#courses/course.ts'
import { getRevision } from '#courses/store.ts'
import type { Reading } from '#db/work.ts'
import { countAnswers, type Same } from './count-answers.ts'
import { countPages, countWays } from './count-ways.ts'
import { sameIn } from './same-text.ts'
import { handedIn, type Learner, learnersOf, pagesRead, waysTaken } from './store.ts'
import { newTally, type Tally } from './tally.ts'

/** Whoever has not read on after a week has stopped: learning is done in quiet quarters of an hour, days apart. */
const daysToReadOn = 7

/** Enrolments read at a time: others are served in between. */
const atOnce = 500

/**
 * Counts what was done on the published text of a course, on whichever revision it stood; of all modules, or of one. Each person counts once in
 * every figure: with the first answer to a question, and with the first run through the course.
 */
export async function findTally(
  db: Reading,
  published: Revision,
  { moduleId, now }: { moduleId: string | null; now: Date },
): Promise<Tally> {
  const all = await learnersOf(db, published.courseId)
  const same = await sameByRevision(db, published, all)
  const tally = newTally()
  for (const learners of wholePeople(all)) {
    const attempts = await handedIn(db, { enrolmentIds: [...learners.keys()], moduleId })
    countAnswers(tally, { attempts, learners }, same)
    await setImmediate()
  }
  for (const [revisionId, enrolmentIds] of firstRuns(all)) {
    const text = { published: published.document, same: same.get(revisionId) ?? new Set<string>() }
    for (const some of chunksOf(enrolmentIds)) {
      const part = { enrolmentIds: some, moduleId }
      countPages(tally, await pagesRead(db, part, daysBefore(now, daysToReadOn)), text)
      countWays(tally, await waysTaken(db, part), text.same)
      await setImmediate()
    }
  }
  return tally
}

const daysBefore = (now: Date, days: number): Instant => instantOf(new Date(now.getTime() - days * 24 * 3600 * 1000))

async function sameByRevision(db: Reading, published: Revision, learners: readonly Learner[]): Promise<Same> {
  const same = new Map<string, ReadonlySet<string>>()
  for (const id of new Set(learners.map((learner) => learner.revisionId)))
    same.set(id, sameIn(published.document, (await getRevision(db, id)).document))
  return same
}

/** Nobody is split: each group has all enrolments of everybody in it, by id. */
function wholePeople(learners: readonly Learner[]): Map<string, Learner>[] {
  const groups: Map<string, Learner>[] = []
  let before: string | null = null
  for (const learner of learners) {
    const last = groups.at(-1)
    const group = last && (last.size < atOnce || learner.personId === before) ? last : new Map<string, Learner>()
    if (group !== last) groups.push(group)
    group.set(learner.enrolmentId, learner)
    before = learner.personId
  }
  return groups
}

/**
 * Each person's first enrolment, by revision. Later ones know the pages already; a short renewal is of pages picked for the reader, where nobody stops
 * and nobody goes on.
 */
function firstRuns(learners: readonly Learner[]): Map<string, string[]> {
  const first = new Map<string, Learner>()
  for (const learner of learners)
    if (learner.whole && !first.has(learner.personId)) first.set(learner.personId, learner)
  const byRevision = Map.groupBy(first.values(), ({ revisionId }) => revisionId)
  return new Map([...byRevision].map(([id, some]) => [id, some.map(({ enrolmentId }) => enrolmentId)]))
}

const chunksOf = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, n) => ids.slice(n * atOnce, (n + 1) * atOnce))

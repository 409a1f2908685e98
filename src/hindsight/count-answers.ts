import { questionKey } from './same-text.ts'
import type { HandedIn, Learner } from './store.ts'
import { add, type Tally } from './tally.ts'

/** The keys that count, by revision (same-text.ts). */
export type Same = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Adds what some people answered, each of them with every enrolment. The first time somebody answered a question counts: after that the right
 * answer may be remembered rather than known.
 */
export function countAnswers(
  tally: Tally,
  { attempts, learners }: { attempts: readonly HandedIn[]; learners: ReadonlyMap<string, Learner> },
  same: Same,
): void {
  // Few lines differ among many, so they are counted as they are and understood once.
  const alike = new Map<string, Map<string, number>>()
  for (const { text, lines } of firstLines(attempts, learners, same)) {
    const counts = alike.get(text) ?? new Map<string, number>()
    alike.set(text, counts)
    for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  for (const [text, counts] of alike) {
    const [revisionId = '', moduleId = ''] = text.split(' ')
    for (const [line, people] of counts) {
      const key = keyOf(moduleId, line)
      if (same.get(revisionId)?.has(key)) add(tally.answers, { key, thing: line.slice(line.indexOf(' ') + 1), people })
    }
  }
}

/** The answers somebody gave for the first time to the text that counts, attempt by attempt; `text`: the revision and module. */
function* firstLines(attempts: readonly HandedIn[], learners: ReadonlyMap<string, Learner>, same: Same) {
  const learnerOf = ({ enrolmentId }: HandedIn) => learners.get(enrolmentId) as Learner
  const byPerson = Map.groupBy(attempts, (attempt) => `${learnerOf(attempt).personId} ${attempt.moduleId}`)
  for (const tries of byPerson.values()) {
    const seen = new Set<string>()
    for (const attempt of tries.sort(bySubmission)) {
      const { revisionId } = learnerOf(attempt)
      const lines = attempt.answers?.split('\n') ?? []
      const isFirst = (line: string) => {
        const key = keyOf(attempt.moduleId, line)
        return same.get(revisionId)?.has(key) === true && !seen.has(key) && seen.add(key).has(key)
      }
      yield { text: `${revisionId} ${attempt.moduleId}`, lines: tries.length > 1 ? lines.filter(isFirst) : lines }
    }
  }
}

const bySubmission = (a: HandedIn, b: HandedIn) => (a.submittedAt < b.submittedAt ? -1 : 1)

const keyOf = (moduleId: string, line: string) => questionKey(moduleId, line.slice(0, line.indexOf(' ')))

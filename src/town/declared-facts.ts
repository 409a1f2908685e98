import type { CourseDocument, InBoth, ModuleDocument } from '#courses/course.ts'
import { localKeysIn } from '#courses/local.ts'

/** A fact that the text of a published course leaves open. */
export interface DeclaredFact {
  key: string
  label: InBoth
  /** Shown while nobody has filled it in. */
  neutral: InBoth
  /** The pages, situations and quizzes that say it, each with its module. */
  usedIn: readonly { module: InBoth; part: InBoth | 'quiz' }[]
}

/** Every fact these courses leave open, in the order they name them; one that several courses share stands once. */
export function declaredFacts(courses: readonly Pick<CourseDocument, 'local' | 'modules'>[]): DeclaredFact[] {
  const facts = new Map<string, DeclaredFact>()
  for (const { local, modules } of courses)
    for (const [key, { label, neutral }] of Object.entries(local)) {
      const before = facts.get(key)
      const usedIn = [...(before?.usedIn ?? []), ...modules.flatMap((module) => placesIn(module, key))]
      facts.set(key, before ? { ...before, usedIn } : { key, label, neutral, usedIn })
    }
  return [...facts.values()]
}

function placesIn(module: ModuleDocument, key: string): DeclaredFact['usedIn'] {
  const says = (part: unknown) => localKeysIn(JSON.stringify(part)).includes(key)
  const { title, pages, situation, questions } = module
  return [
    ...pages.filter((page) => says(page.html)).map((page) => ({ module: title, part: page.title })),
    ...(situation && says(situation) ? [{ module: title, part: situation.title }] : []),
    ...(says(questions) ? [{ module: title, part: 'quiz' as const }] : []),
  ]
}

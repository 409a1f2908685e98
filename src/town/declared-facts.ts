import type { CourseDocument, InBoth, ModuleDocument } from '#courses/course.ts'
import { localKeysIn } from '#courses/local.ts'

/** A fact that the text of a published course leaves open. */
export interface DeclaredFact {
  key: string
  label: InBoth
  /** Shown while nobody has filled it in. */
  neutral: InBoth
  /** The neutral text is right in most towns, so nobody has to fill it in. */
  usual: boolean
  /** The pages, situations, quizzes and help cards that say it, each with its module. */
  usedIn: readonly { module: InBoth; part: InBoth | 'quiz' | 'card' }[]
}

/** Every fact these courses leave open, in the order they name them; one that several courses share stands once. */
export function declaredFacts(courses: readonly Pick<CourseDocument, 'local' | 'modules'>[]): DeclaredFact[] {
  const facts = new Map<string, DeclaredFact>()
  for (const { local, modules } of courses)
    for (const [key, { label, neutral, usual = false }] of Object.entries(local)) {
      const before = facts.get(key)
      const usedIn = [...(before?.usedIn ?? []), ...modules.flatMap((module) => placesIn(module, key))]
      facts.set(key, before ? { ...before, usedIn } : { key, label, neutral, usual, usedIn })
    }
  return [...facts.values()]
}

function placesIn(module: ModuleDocument, key: string): DeclaredFact['usedIn'] {
  const says = (part: unknown) => localKeysIn(JSON.stringify(part)).includes(key)
  const { title, pages, situation, questions, card } = module
  return [
    ...pages.filter((page) => says(page.html)).map((page) => ({ module: title, part: page.title })),
    ...(situation && says(situation) ? [{ module: title, part: situation.title }] : []),
    ...(says(questions) ? [{ module: title, part: 'quiz' as const }] : []),
    ...(card && says(card) ? [{ module: title, part: 'card' as const }] : []),
  ]
}

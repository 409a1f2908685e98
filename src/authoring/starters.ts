import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '#web/language.ts'
import { withTitle } from './title-line.ts'

export const starterKinds = ['page', 'situation', 'card'] as const
/** What can be begun from an example that shows how it is written. */
export type StarterKind = (typeof starterKinds)[number]
/** The language the example speaks: the writer's own, whichever file it goes into. */
export type StarterLanguage = Language

/** The example of its kind under a title of one's own; '' keeps the example's title. */
export function starterText(kind: StarterKind, language: StarterLanguage, title: string): string {
  const text = readFileSync(join(import.meta.dirname, 'starters', language, `${kind}.md`), 'utf8')
  return title === '' ? text : withTitle(text, title)
}

import { searchable } from '#base/text.ts'
import { mostInId } from './attributes.ts'

const longest = 40

/** A text as an id: `Når et glas går i stykker` is `naar-et-glas-gaar-i-stykker`, cut between words; '' when nothing is left of it. */
export function slugOf(text: string): string {
  const words = searchable(text.slice(0, 200))
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  if (words.length <= longest) return words
  const cut = words.slice(0, longest + 1)
  return (cut.includes('-') ? cut.replace(/-[^-]*$/, '') : cut.slice(0, longest)).replace(/-$/, '')
}

/** The id, or with the first number that is free. */
export function freeSlug(id: string, taken: Iterable<string>): string {
  const known = new Set(taken)
  const stem = id.slice(0, mostInId - 5).replace(/-$/, '')
  let free = id
  for (let n = 2; known.has(free); n++) free = `${stem}-${n}`
  return free
}

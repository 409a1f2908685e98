import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The words of a list beside this file, in its order; lines beginning with # are remarks. */
export function readWords(name: 'danish-words' | 'common-passwords'): readonly string[] {
  const text = readFileSync(join(import.meta.dirname, `${name}.txt`), 'utf8')
  return text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(/\s+/))
    .filter(Boolean)
}

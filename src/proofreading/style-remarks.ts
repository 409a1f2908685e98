import type { InBoth, ModuleDocument } from '#courses/course.ts'
import type { Language } from '#web/language.ts'
import { type CourseText, textsOf } from './course-text.ts'
import type { HouseStyle } from './house-style.ts'
import type { Remark } from './remark.ts'

/** Words to avoid, claims that are wrong, paragraphs of law and percentages nobody has confirmed: line by line through a module's texts. */
export function styleRemarks(text: CourseText, module: ModuleDocument, style: HouseStyle): Remark[] {
  const [avoid, claims] = [style.avoid.map(toPattern), style.claims.map(toPattern)]
  return textsOf(text, module).flatMap((file) =>
    file.text.split('\n').flatMap((line, index) => {
      const at = { file: file.path, line: index + 1 }
      const said = saidIn(line, avoid, file.language, at)
      if (isWrongOption(line)) return said
      return [
        ...said,
        ...saidIn(line, claims, file.language, at),
        ...strayParagraphs(line, at, style),
        ...strayPercentages(line, at, style),
      ]
    }),
  )
}

interface Pattern {
  pattern: RegExp
  why: InBoth
}

const toPattern = ({ text, why }: { text: string; why: InBoth }): Pattern => ({ pattern: patternOf(text), why })

const saidIn = (line: string, patterns: readonly Pattern[], language: Language, at: Place): Remark[] =>
  patterns.flatMap(({ pattern, why }) => {
    const found = pattern.exec(line)
    return found ? [{ ...at, code: 'avoid' as const, values: { text: found[0], why: why[language] } }] : []
  })

/** `*` stands for the rest of a word, `#` for a number. Whole words, capital or small. */
export function patternOf(text: string): RegExp {
  const source = text
    .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '\\p{L}*')
    .replaceAll('#', '\\d+(?:[. ]\\d{3})*(?:[.,]\\d+)?')
  return new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'iu')
}

/** A wrong answer may be wrong about numbers. */
const isWrongOption = (line: string) => /^\s*(?:[-*]|\d+\.) \[ \]/.test(line)

type Place = Pick<Remark, 'file' | 'line'>

function strayParagraphs(line: string, at: Place, { paragraphs }: HouseStyle): Remark[] {
  const named = Array.from(line.matchAll(/§§?\s*(\d+(?:\s?[a-h]\b)?)/gu), ([, number]) => number as string)
  return named
    .map((number) => number.replace(/(\d)\s?([a-h])$/, '$1 $2'))
    .filter((number) => !paragraphs.includes(number))
    .map((number) => ({ ...at, code: 'strayParagraph' as const, values: { number } }))
}

function strayPercentages(line: string, at: Place, { percentages }: HouseStyle): Remark[] {
  const stated = Array.from(line.matchAll(/(\d+(?:[.,]\d+)?)\s?(?:%|procent|per ?cent)/giu), ([, number]) =>
    (number as string).replace(',', '.'),
  )
  return stated
    .filter((number) => !percentages.includes(number))
    .map((number) => ({ ...at, code: 'strayPercentage' as const, values: { number } }))
}

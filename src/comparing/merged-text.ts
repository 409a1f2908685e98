import { diff3Merge } from 'node-diff3'
import { numbered } from './lines.ts'

/** A stretch of a merged text: what needs no choice, or a place that both changed, in both wordings. */
export type Chunk =
  | { kind: 'clean'; lines: readonly string[] }
  | { kind: 'clash'; base: readonly string[]; ours: readonly string[]; theirs: readonly string[] }

export interface MergedText {
  /** The merged text; where both changed the same place, ours and then theirs, one after the other. */
  text: string
  /** How many places both changed; 0: nobody has to choose anything. */
  clashes: number
  chunks: readonly Chunk[]
}

/** What aligning may cost, in steps; beyond that everything between the first and the last change is one clash. */
const mostSteps = 60_000_000

/** Joins two changes of one text, line by line; line ends become `\n`. A change made on both sides alike is made once. */
export function mergeTexts(of: { base: string; ours: string; theirs: string }): MergedText {
  const texts = [of.ours, of.base, of.theirs].map((text) => text.split(/\r\n?|\n/)) as [string[], string[], string[]]
  const { head, tail } = commonEnds(texts)
  const [ours, base, theirs] = texts.map((lines) => lines.slice(head, lines.length - tail)) as typeof texts
  const chunks = joined([
    { kind: 'clean', lines: texts[1].slice(0, head) },
    ...mergeMiddle(ours, base, theirs),
    { kind: 'clean', lines: texts[1].slice(texts[1].length - tail) },
  ])
  const lines = chunks.flatMap((chunk) => (chunk.kind === 'clean' ? chunk.lines : [...chunk.ours, ...chunk.theirs]))
  return { text: lines.join('\n'), clashes: chunks.filter((chunk) => chunk.kind === 'clash').length, chunks }
}

/** How many lines all three begin with, and end with. */
function commonEnds(texts: readonly string[][]): { head: number; tail: number } {
  const shortest = Math.min(...texts.map((lines) => lines.length))
  const [first = [], ...others] = texts
  let head = 0
  while (head < shortest && others.every((lines) => lines[head] === first[head])) head++
  let tail = 0
  while (tail < shortest - head && others.every((lines) => lines.at(-1 - tail) === first.at(-1 - tail))) tail++
  return { head, tail }
}

function mergeMiddle(ours: readonly string[], base: readonly string[], theirs: readonly string[]): Chunk[] {
  const { texts, lines } = numbered([ours, base, theirs])
  const [a = [], o = [], b = []] = texts.map((text) => [...text])
  if (stepsOf(a, o) + stepsOf(b, o) > mostSteps) return [{ kind: 'clash', base, ours, theirs }]
  const said = (numbers: readonly number[]) => numbers.map((number) => lines[number] as string)
  return diff3Merge(a, o, b).map(({ ok, conflict }): Chunk => {
    if (!conflict) return { kind: 'clean', lines: said(ok ?? []) }
    return { kind: 'clash', base: said(conflict.o), ours: said(conflict.a), theirs: said(conflict.b) }
  })
}

/** The alignment looks at every pair of equal lines, and for each at as many lines as the texts can have in common. */
function stepsOf(one: readonly number[], other: readonly number[]): number {
  const times = new Map<number, number>()
  for (const line of other) times.set(line, (times.get(line) ?? 0) + 1)
  const pairs = one.reduce((all, line) => all + 1 + (times.get(line) ?? 0), 0)
  return pairs * Math.min(one.length, other.length)
}

/** Clean stretches that follow each other are one. */
function joined(chunks: readonly Chunk[]): Chunk[] {
  const whole: Chunk[] = []
  for (const chunk of chunks) {
    const last = whole.at(-1)
    if (chunk.kind === 'clean' && chunk.lines.length === 0) continue
    if (chunk.kind === 'clean' && last?.kind === 'clean')
      whole[whole.length - 1] = { kind: 'clean', lines: [...last.lines, ...chunk.lines] }
    else whole.push(chunk)
  }
  return whole
}

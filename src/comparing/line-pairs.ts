/** A line that was taken out with the line that stands in its place; one side alone where there is none. */
export interface LinePair {
  out: string | null
  in: string | null
}

const mostLines = 30
const alike = 0.35

/**
 * Which of the lines put in stand for which of those taken out: the alignment, in order, that has most words in common. Long blocks are not
 * aligned: all that was taken out comes first.
 */
export function pairLines(out: readonly string[], putIn: readonly string[]): LinePair[] {
  if (out.length > mostLines || putIn.length > mostLines) return apart(out, putIn)
  const bags = { out: out.map(bagOf), in: putIn.map(bagOf) }
  const shared = bags.out.map((bag) => bags.in.map((other) => sharedShare(bag, other)))
  const best = bestFrom(shared, out.length, putIn.length)

  const pairs: LinePair[] = []
  const waiting = { out: [] as string[], in: [] as string[] }
  const flush = () => pairs.push(...apart(waiting.out.splice(0), waiting.in.splice(0)))
  let [i, j] = [0, 0]
  while (i < out.length && j < putIn.length) {
    const here = at(best, i, j)
    if (here === at(best, i + 1, j)) waiting.out.push(out[i++] as string)
    else if (here === at(best, i, j + 1)) waiting.in.push(putIn[j++] as string)
    else {
      flush()
      pairs.push({ out: out[i++] as string, in: putIn[j++] as string })
    }
  }
  waiting.out.push(...out.slice(i))
  waiting.in.push(...putIn.slice(j))
  flush()
  return pairs
}

const apart = (out: readonly string[], putIn: readonly string[]): LinePair[] => [
  ...out.map((line) => ({ out: line, in: null })),
  ...putIn.map((line) => ({ out: null, in: line })),
]

type Table = readonly (readonly number[])[]
const at = (table: Table, i: number, j: number) => table[i]?.[j] ?? 0

/** The most that lines from here on can have in common, for every place. */
function bestFrom(shared: Table, rows: number, columns: number): Table {
  const best = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0))
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--) {
      const share = at(shared, i, j)
      const together = share < alike ? 0 : share + at(best, i + 1, j + 1)
      const row = best[i] as number[]
      row[j] = Math.max(together, at(best, i + 1, j), at(best, i, j + 1))
    }
  return best
}

interface Bag {
  words: ReadonlyMap<string, number>
  size: number
}

function bagOf(line: string): Bag {
  const words = new Map<string, number>()
  const all = line.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  for (const word of all) words.set(word, (words.get(word) ?? 0) + 1)
  return { words, size: all.length }
}

/** From 0 to 1: the words of both lines that stand in both. */
function sharedShare(a: Bag, b: Bag): number {
  if (a.size + b.size === 0) return 0
  let both = 0
  for (const [word, count] of a.words) both += Math.min(count, b.words.get(word) ?? 0)
  return (2 * both) / (a.size + b.size)
}

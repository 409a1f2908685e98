import { diffArrays } from 'diff'
import { pairLines } from './line-pairs.ts'
import { linesOf, numbered } from './lines.ts'
import { compareWords, unmarked, type Word } from './word-change.ts'

/** One line of a comparison, or lines left out because nothing changed near them. `line`: its number in the text it stands in, from 1. */
export type Row =
  | { kind: 'kept' | 'out' | 'in'; line: number; words: readonly Word[] }
  | { kind: 'folded'; count: number }

export interface TextChange {
  rows: readonly Row[]
  /** How many lines. */
  putIn: number
  takenOut: number
  /** Too different to be compared line by line: all of one was taken out and all of the other put in. */
  whole: boolean
}

/** Edits looked for before two texts count as wholly different; keeps texts made to be slow within a tenth of a second. */
const mostEdits = 800
/** Lines of both texts together. A text of a course has hundreds. */
const mostLines = 40_000
const around = 2

/** What became of a text, line by line, with the changed words marked and what is far from any change folded. */
export function compareTexts(before: string, after: string): TextChange {
  const old = linesOf(before)
  const now = linesOf(after)
  const found = blocksOf(old, now)
  const blocks = found ?? [{ kept: [], out: old, in: now }]
  const rows = foldFar(toRows(blocks))
  return {
    rows,
    putIn: sum(blocks.map((block) => block.in.length)),
    takenOut: sum(blocks.map((block) => block.out.length)),
    whole: found === null,
  }
}

/** Lines that were kept, then what was changed after them. */
interface Block {
  kept: readonly string[]
  out: readonly string[]
  in: readonly string[]
}

function blocksOf(old: readonly string[], now: readonly string[]): Block[] | null {
  if (old.length + now.length > mostLines) return null
  const [before = [], after = []] = numbered([old, now]).texts
  const found = diffArrays([...before], [...after], { maxEditLength: mostEdits })
  if (!found) return null
  const blocks: { kept: string[]; out: string[]; in: string[] }[] = [{ kept: [], out: [], in: [] }]
  let [o, n] = [0, 0]
  for (const { added, removed, count } of found) {
    const last = blocks.at(-1) as (typeof blocks)[number]
    if (removed) last.out = old.slice(o, o + count)
    else if (added) last.in = now.slice(n, n + count)
    else blocks.push({ kept: now.slice(n, n + count), out: [], in: [] })
    if (!added) o += count
    if (!removed) n += count
  }
  return blocks
}

function toRows(blocks: readonly Block[]): Row[] {
  const rows: Row[] = []
  let [o, n] = [0, 0]
  for (const { kept, out, in: putIn } of blocks) {
    for (const text of kept) {
      o++
      rows.push({ kind: 'kept', line: ++n, words: unmarked(text) })
    }
    for (const pair of pairLines(out, putIn)) {
      const words =
        pair.out !== null && pair.in !== null
          ? compareWords(pair.out, pair.in)
          : { out: unmarked(pair.out ?? ''), in: unmarked(pair.in ?? '') }
      if (pair.out !== null) rows.push({ kind: 'out', line: ++o, words: words.out })
      if (pair.in !== null) rows.push({ kind: 'in', line: ++n, words: words.in })
    }
  }
  return rows
}

/** Keeps two lines on either side of a change; a single line is not worth folding. */
function foldFar(rows: readonly Row[]): Row[] {
  const near = new Uint8Array(rows.length)
  for (const [place, { kind }] of rows.entries())
    if (kind !== 'kept') near.fill(1, Math.max(0, place - around), place + around + 1)
  const folded: Row[] = []
  for (let place = 0; place < rows.length; ) {
    let end = place
    while (end < rows.length && near[end] === 0) end++
    if (end - place > 1) folded.push({ kind: 'folded', count: end - place })
    else if (end > place) folded.push(rows[place] as Row)
    if (end < rows.length) folded.push(rows[end] as Row)
    place = end + 1
  }
  return folded
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

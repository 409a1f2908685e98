import { diffArrays } from 'diff'

/** A piece of a line; `marked`: this is what is different in it. */
export interface Word {
  text: string
  marked: boolean
}

export interface WordChange {
  out: readonly Word[]
  in: readonly Word[]
}

const piece = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu
const mostEdits = 300
const mostLength = 20_000

/** A line and what became of it, with the words marked that differ. Lines too different or too long for that are marked nowhere. */
export function compareWords(before: string, after: string): WordChange {
  const plain = { out: unmarked(before), in: unmarked(after) }
  if (before.length + after.length > mostLength) return plain
  const pieces = [before.match(piece) ?? [], after.match(piece) ?? []] as const
  const found = diffArrays<string>([...pieces[0]], [...pieces[1]], { maxEditLength: mostEdits })
  if (!found) return plain
  const side = (other: 'added' | 'removed') =>
    joined(
      found
        .filter((part) => !part[other])
        .map((part) => ({ text: part.value.join(''), marked: part.added || part.removed })),
    )
  return { out: side('added'), in: side('removed') }
}

export const unmarked = (line: string): Word[] => (line === '' ? [] : [{ text: line, marked: false }])

/** A space between two marked words is marked with them: one mark is calmer than two. */
function joined(words: readonly Word[]): Word[] {
  const whole: Word[] = []
  for (const [place, word] of words.entries()) {
    const between = word.text.trim() === '' && words[place - 1]?.marked === true && words[place + 1]?.marked === true
    const marked = word.marked || between
    const last = whole.at(-1)
    if (last?.marked === marked) last.text += word.text
    else whole.push({ text: word.text, marked })
  }
  return whole
}

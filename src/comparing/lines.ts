/** The lines of a text, whatever ends them; the end of the last line begins no other. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n?|\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/** Texts whose lines are told by numbers, equal lines by equal numbers; `lines`: what each number says. */
export interface Numbered {
  texts: readonly (readonly number[])[]
  lines: readonly string[]
}

/** A text made of thousands of long lines that are almost the same costs no more to compare by numbers than another. */
export function numbered(texts: readonly (readonly string[])[]): Numbered {
  const numbers = new Map<string, number>()
  const numberOf = (line: string) => {
    const known = numbers.get(line) ?? numbers.size
    numbers.set(line, known)
    return known
  }
  const told = texts.map((text) => text.map(numberOf))
  return { texts: told, lines: [...numbers.keys()] }
}

export interface Row {
  work: string
  ours: number
  /** The bare stack on the same work; null where there is nothing to compare with. */
  bare: number | null
  /** Ours by bare; for what should be large, 1 is as good as bare. */
  ratio: number | null
  unit: string
  /** What design.md asks for. */
  asked: string
}

export const row = (work: string, ours: number, bare: number | null, unit: string, asked: string): Row => ({
  work,
  ours: rounded(ours),
  bare: bare === null ? null : rounded(bare),
  ratio: bare === null ? null : rounded(ours / bare),
  unit,
  asked,
})

const rounded = (value: number) => Number(value.toPrecision(4))

export function printTable(rows: readonly Row[]): void {
  const head = ['work', 'ours', 'bare', 'ratio', 'unit', 'asked for']
  const lines = [
    head,
    ...rows.map((one) => [one.work, one.ours, one.bare ?? '–', one.ratio ?? '–', one.unit, one.asked].map(String)),
  ]
  const widths = head.map((_, place) => Math.max(...lines.map((line) => (line[place] as string).length)))
  for (const line of lines) console.log(line.map((cell, place) => cell.padEnd(widths[place] as number)).join('  '))
}

import { oneLine } from './yaml-fields.ts'

/** A form's body, read field by field: the rows of a list are as many as were sent. */
export interface TypedFields {
  /** The text of a field in one line. */
  line(name: string): string
  /** The lines of a box, without the empty ones, each once. */
  lines(name: string): string[]
  /** What was ticked, one or many. */
  ticks(name: string): string[]
  has(name: string): boolean
  /** The numbers of the rows sent, by a field that every row has: `local-0-key` is row 0 of `local`. */
  rows(list: string, field: string): number[]
}

const mostRows = 60

export function typedFields(body: unknown): TypedFields {
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  const all = (name: string): string[] =>
    [Object.hasOwn(sent, name) ? sent[name] : []].flat().filter((one) => typeof one === 'string')
  const raw = (name: string) => all(name)[0] ?? ''
  return {
    line: (name) => oneLine(raw(name)),
    lines: (name) =>
      [
        ...new Set(
          raw(name)
            .split(/\r\n?|\n/)
            .map(oneLine),
        ),
      ].filter((line) => line !== ''),
    ticks: all,
    has: (name) => Object.hasOwn(sent, name),
    rows: (list, field) =>
      Array.from({ length: mostRows }, (_, n) => n).filter((n) => Object.hasOwn(sent, `${list}-${n}-${field}`)),
  }
}

/** A whole number within its limits. */
export const isWhole = (text: string, least: number, most: number): boolean =>
  /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most

/** The longest text of a YAML file of a course (courses/yaml-shapes.ts). */
export const longestText = 600

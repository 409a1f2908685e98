import { Temporal } from 'temporal-polyfill'
import { sentences } from './sentences.ts'
import type { Stage } from './stage.ts'

/** Plays one line of a diary: `2026-03-01 12:00 Ines joins Havnen as bar`. A sentence nobody knows throws. */
export async function happen(stage: Stage, line: string): Promise<void> {
  const [day = '', time = '', ...rest] = line.split(' ')
  stage.house.at(instantIn(`${day} ${time}`))
  const sentence = rest.join(' ')
  for (const [pattern, does] of sentences) {
    const match = pattern.exec(sentence)
    if (match) return does(stage, match.slice(1))
  }
  throw new Error(`nobody knows what this means: ${sentence}`)
}

/** `2026-10-25 02:30`, with `+01:00` where an hour comes twice, in Copenhagen. */
export function instantIn(text: string): string {
  const [, day = '', time = '', offset] = /^(\S+) (\d\d:\d\d)([+-]\d\d:\d\d)?$/.exec(text) ?? []
  if (offset) return new Date(`${day}T${time}:00${offset}`).toISOString()
  const local = Temporal.PlainDateTime.from(`${day}T${time}`)
  return new Date(local.toZonedDateTime('Europe/Copenhagen').epochMilliseconds).toISOString()
}

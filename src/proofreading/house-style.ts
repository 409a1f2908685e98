import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Static } from 'typebox'
import { type Fault, noteInto } from '#courses/faults.ts'
import { textOf } from '#courses/source-text.ts'
import { readYaml } from '#courses/yaml-file.ts'
import { inBoth, listOf, shape, text } from '#courses/yaml-shapes.ts'

const phrases = listOf(shape({ text, why: inBoth(text) }), 200)
const styleFile = shape({
  avoid: phrases,
  claims: phrases,
  paragraphs: listOf(text, 200),
  percentages: listOf(text, 200),
})

/**
 * What no text may say, what only a wrong answer may claim, which paragraphs of law may be named and which percentages stated:
 * `courses/house-style.yaml`. In a phrase `*` stands for the rest of a word and `#` for a number.
 */
export type HouseStyle = Static<typeof styleFile>

const nothing: HouseStyle = { avoid: [], claims: [], paragraphs: [], percentages: [] }
const fileName = 'house-style.yaml'

/** Reads the house style that lies beside the courses; without the file nothing is asked for. */
export async function readHouseStyle(folder: string): Promise<{ style: HouseStyle | null; faults: Fault[] }> {
  const bytes = await readFile(join(folder, fileName)).catch(() => null)
  if (bytes === null) return { style: null, faults: [] }
  const faults: Fault[] = []
  const note = noteInto(faults, `${basename(folder)}/${fileName}`)
  const source = textOf(bytes, 'yaml', note)
  const style = source === null ? null : readYaml(source, styleFile, note)
  return { style: style ?? nothing, faults }
}

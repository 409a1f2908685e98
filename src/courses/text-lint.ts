import type { Token } from 'markdown-it'
import type { Note } from './faults.ts'
import { calloutName, callouts, htmlLines, lineByLine } from './markdown.ts'
import { isPictureName } from './pictures.ts'

/** What a text is checked against. */
export interface Surroundings {
  note: Note
  /** Keys of local facts that may be asked for; null where course.yaml, which names them, is itself broken. */
  localKeys: ReadonlySet<string> | null
  /** Names of the picture files in the module's folder. */
  pictures: ReadonlySet<string>
  /** Pictures the text shows are put here. */
  shown: Set<string>
  /** Links to `#id` are choices of a situation. */
  anchors: boolean
}

/** Everything that holds for any text of a course: HTML, callouts, local fields, pictures, links. */
export function lintText(text: string, tokens: readonly Token[], around: Surroundings): void {
  const lines = text.split('\n')
  for (const line of htmlLines(text)) around.note(line + 1, 'rawHtml')
  lines.forEach((line, index) => {
    lintFields(line, index + 1, around)
  })
  for (const token of tokens) {
    if (token.type === 'container_callout_open') lintCallout(token, lines, around.note)
    if (token.type === 'inline') lintInline(token, around)
  }
}

const example = '{{lokalt:politi-direkte}}'

function lintFields(line: string, number: number, { note, localKeys }: Surroundings): void {
  if (!line.includes('{{') && !line.includes('lokalt:')) return
  const rest = line.replaceAll(/\{\{lokalt:([a-z0-9-]{1,60})\}\}/g, (field, key: string) => {
    if (localKeys && !localKeys.has(key)) note(number, 'unknownField', { field })
    return ''
  })
  if (rest.includes('{{') || rest.includes('lokalt:')) note(number, 'brokenField', { example })
}

function lintCallout(token: Token, lines: readonly string[], note: Note): void {
  const [first, end] = token.map ?? [0, 0]
  const name = calloutName(token)
  if (!callouts.some((known) => known === name)) note(first + 1, 'unknownCallout', { name })
  // Inside a quotation or a list the closing signs stand behind other marks.
  if (!/^[\s>]*:::+\s*$/.test((lines[end] ?? '').slice(0, 200))) note(first + 1, 'openCallout', { name })
}

function lintInline(token: Token, around: Surroundings): void {
  const { note } = around
  const line = (token.map?.[0] ?? 0) + 1
  for (const [child, offset] of lineByLine(token)) {
    if (child.type === 'image') lintPicture(child, line + offset, around)
    if (child.type === 'link_open') lintLink(String(child.attrGet('href') ?? ''), line + offset, around)
    if (child.type === 'text' && child.content.startsWith(':::')) note(line + offset, 'strayCallout')
  }
}

function lintPicture(token: Token, line: number, { note, pictures, shown }: Surroundings): void {
  const file = String(token.attrGet('src') ?? '')
  if (token.content.trim() === '') note(line, 'pictureWithoutAlt', { file })
  if (!isPictureName(file)) note(line, 'pictureName', { file })
  else if (!pictures.has(file)) note(line, 'pictureMissing', { file })
  else shown.add(file)
}

function lintLink(link: string, line: number, { note, anchors }: Surroundings): void {
  if (link.includes('lokalt:')) note(line, 'fieldNotHere')
  else if (anchors && link.startsWith('#')) return
  else if (!/^(https?:\/\/|tel:|mailto:)/i.test(link)) note(line, 'wrongLink', { link })
}

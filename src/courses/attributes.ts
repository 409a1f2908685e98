import type { Note } from './faults.ts'
import { parseLine, plainText } from './markdown.ts'

/** What stands in braces at the end of a heading: `{#id must page=forbud source="a b"}`. */
export interface Attributes {
  /** Null when there is none or a wrong one, which is noted. */
  id: string | null
  /** There are braces, and all of them could be understood. */
  readable: boolean
  has(name: string): boolean
  get(name: string): string | null
}

export interface KnownAttributes {
  flags: readonly string[]
  values: readonly string[]
  /** A right example, for whoever left the id out. */
  example: string
}

export const mostInId = 60
export const isSlug = (text: string) => text.length <= mostInId && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)

/** A heading's text, as plain text, and its attributes. Notes unknown, repeated and unreadable ones and a missing id. */
export function readHeading(
  content: string,
  line: number,
  known: KnownAttributes,
  note: Note,
): { title: string; attributes: Attributes } {
  const { words, braces } = splitBraces(content)
  return { title: readPlain(words, line, note), attributes: readAttributes(braces, line, known, note) }
}

/** Text that is shown as it is, without marks. Notes pictures and local fields, which cannot be in it. */
export function readPlain(markdown: string, line: number, note: Note): string {
  if (markdown.includes('{{')) note(line, 'fieldNotHere')
  if (parseLine(markdown).some((token) => token.type === 'image')) note(line, 'pictureNotHere')
  return plainText(markdown)
}

function splitBraces(content: string): { words: string; braces: string } {
  const text = content.trim()
  const open = text.lastIndexOf('{')
  if (!text.endsWith('}') || text.endsWith('}}') || open === -1) return { words: text, braces: '' }
  return { words: text.slice(0, open).trim(), braces: text.slice(open + 1, -1) }
}

const part =
  /\s*(?:#(?<id>[^\s"=#]+)|(?<name>[^\s"=#]+)=(?:"(?<quoted>[^"]*)"|(?<bare>[^\s"]+))|(?<flag>[^\s"=#]+))(?=\s|$)/y

function readAttributes(braces: string, line: number, known: KnownAttributes, note: Note): Attributes {
  const read = new Map<string, string>()
  const put = (name: string, value: string) => {
    if (read.has(name)) note(line, 'attributeTwice', { name })
    else read.set(name, value)
  }
  part.lastIndex = 0
  let at = 0
  let readable = braces !== ''
  const end = braces.trimEnd().length
  while (at < end) {
    const found = part.exec(braces)?.groups
    if (!found) {
      note(line, 'wrongAttributes', { text: braces.slice(at).trim() })
      readable = false
      break
    }
    at = part.lastIndex
    const { id, name, quoted, bare, flag } = found
    if (id !== undefined) put('#', id)
    else if (name !== undefined && known.values.includes(name)) put(name, (quoted ?? bare ?? '').trim())
    else if (flag !== undefined && known.flags.includes(flag)) put(flag, '')
    else note(line, 'unknownAttribute', { name: name ? `${name}=` : (flag ?? ''), known: listOf(known) })
  }
  return {
    id: readId(read.get('#'), line, known, note),
    readable,
    has: (name) => read.has(name),
    get: (name) => read.get(name) ?? null,
  }
}

function readId(id: string | undefined, line: number, known: KnownAttributes, note: Note): string | null {
  if (id === undefined) note(line, 'noId', { example: known.example })
  else if (!isSlug(id)) note(line, 'wrongId', { id, most: mostInId })
  else return id
  return null
}

const listOf = ({ flags, values }: KnownAttributes) => [...flags, ...values.map((name) => `${name}=`)].join(', ')

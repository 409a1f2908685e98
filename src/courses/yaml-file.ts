import type { Static, TObject, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml'
import type { Note } from './faults.ts'
import { noteWanted } from './yaml-shapes.ts'

/** The parts of a schema made of yaml-shapes.ts. */
interface Shape {
  properties?: Record<string, TSchema>
  required?: string[]
  patternProperties?: Record<string, TSchema>
  items?: TSchema
}

/**
 * Reads YAML as a schema wants it: the value, or null when anything is wrong. Every fault is noted at its own line:
 * unknown and missing keys, and whatever is not as the schema says. Anchors and aliases are not read.
 */
export function readYaml<Schema extends TObject>(text: string, schema: Schema, note: Note): Static<Schema> | null {
  const lines = new LineCounter()
  let faulty = false
  const noteAt: Note = (line, code, ...values) => {
    faulty = true
    note(line, code, ...values)
  }
  const document = parse(text, lines, noteAt)
  if (!document) return null
  const lineOf = (node: Node | null) => lines.linePos(node?.range?.[0] ?? 0).line || 1
  compare(document.contents, schema, { key: '', line: 1, document, lineOf, note: noteAt })
  return faulty ? null : (document.toJS() as Static<Schema>)
}

const mostStructure = 1500
const structure = /[[{&*]|:\s|[-?]\s/g

/** No more keys, lists and brackets than a course could ever need: beyond it, reading takes the time of everybody else. */
export const isSimple = (text: string): boolean => (text.match(structure)?.length ?? 0) <= mostStructure

function parse(text: string, lines: LineCounter, note: Note): Document | null {
  if (!isSimple(text)) {
    note(1, 'yamlBroken')
    return null
  }
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' })
  const said = new Set<string>()
  const say = (code: 'duplicateKey' | 'yamlBroken', offset: number) => {
    const { line } = lines.linePos(offset)
    if (!said.has(`${code}${line}`)) note(line || 1, code)
    said.add(`${code}${line}`)
  }
  for (const { code, pos } of [...document.errors, ...document.warnings])
    say(code === 'DUPLICATE_KEY' ? 'duplicateKey' : 'yamlBroken', pos[0])
  visit(document, {
    Node(_, node) {
      if (isAlias(node) || node.anchor) say('yamlBroken', node.range?.[0] ?? 0)
    },
  })
  return said.size === 0 ? document : null
}

interface Spot {
  /** The way to it: `quiz.draw`. */
  key: string
  /** The line of its key. */
  line: number
  document: Document
  lineOf(node: Node | null): number
  note: Note
}

function compare(node: unknown, schema: TSchema, spot: Spot): void {
  const { properties, patternProperties, items } = schema as Shape
  if (properties || patternProperties) compareMap(node, schema as Shape, spot)
  else if (items) compareList(node, schema, items, spot)
  else if (!Value.Check(schema, plain(node, spot.document))) noteWanted(schema, spot.key, spot.line, spot.note)
}

function compareMap(node: unknown, shape: Shape, spot: Spot): void {
  const { properties = {}, required = [], patternProperties = {} } = shape
  if (!isMap(node) && spot.key !== '') {
    spot.note(spot.line, 'wantsMap', { key: spot.key })
    return
  }
  const [pattern, each] = Object.entries(patternProperties)[0] ?? []
  const given = new Set<string>()
  for (const pair of isMap(node) ? node.items : []) {
    const name = isScalar(pair.key) ? String(pair.key.value) : ''
    const key = spot.key ? `${spot.key}.${name}` : name
    const line = spot.lineOf(pair.key as Node)
    const own = Object.hasOwn(properties, name) ? properties[name] : each
    given.add(name)
    if (own === undefined) spot.note(line, 'unknownKey', { key })
    else if (pattern && !new RegExp(pattern).test(name)) spot.note(line, 'wantsSlug', { key })
    else compare(pair.value, own, { ...spot, key, line })
  }
  for (const name of required)
    if (!given.has(name)) spot.note(spot.line, 'missingKey', { key: spot.key ? `${spot.key}.${name}` : name })
}

function compareList(node: unknown, schema: TSchema, items: TSchema, spot: Spot): void {
  if (!isSeq(node)) {
    noteWanted(schema, spot.key, spot.line, spot.note)
    return
  }
  for (const item of node.items) compare(item, items, { ...spot, line: spot.lineOf(item as Node) })
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema as { minItems?: number; maxItems?: number }
  const texts = node.items.map((item) => JSON.stringify(plain(item, spot.document)))
  const fits = texts.length >= minItems && texts.length <= maxItems && new Set(texts).size === texts.length
  if (!fits) noteWanted(schema, spot.key, spot.line, spot.note)
}

const plain = (node: unknown, document: Document): unknown => (node as Node | null)?.toJS(document) ?? null

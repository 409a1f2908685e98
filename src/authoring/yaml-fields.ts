import { type Document, isCollection, isMap, isScalar } from 'yaml'
import type { InBoth } from '#courses/course.ts'

type Way = readonly (string | number)[]

/** What stands at a place, leniently: a form shows what it can and mends what it cannot. */
export const valueAt = (document: Document, way: Way): unknown => {
  const node = document.getIn(way, true) as { toJS?(document: Document): unknown } | undefined
  return node?.toJS?.(document)
}

/** A text in one line, as a field shows it. */
export const oneLine = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()

export const textAt = (document: Document, way: Way): string => {
  const value = valueAt(document, way)
  return typeof value === 'string' || typeof value === 'number' ? oneLine(String(value)) : ''
}

export const numberAt = (document: Document, way: Way, otherwise: number): number => {
  const value = valueAt(document, way)
  return typeof value === 'number' ? value : otherwise
}

export const listAt = (document: Document, way: Way): string[] => {
  const value = valueAt(document, way)
  return Array.isArray(value) ? value.map((one) => oneLine(String(one))) : []
}

export const keysAt = (document: Document, way: Way): string[] => {
  const node = way.length === 0 ? document.contents : document.getIn(way, true)
  return isMap(node) ? node.items.map(({ key }) => String(isScalar(key) ? key.value : key)) : []
}

/** Both languages of a text; an English one that repeats the Danish shows as empty. */
export function bothAt(document: Document, way: Way): InBoth {
  const da = textAt(document, [...way, 'da'])
  const en = textAt(document, [...way, 'en'])
  return { da, en: en === da ? '' : en }
}

/** Writes a value where it differs; the way it is quoted, and comments beside it, stay. */
export function setAt(document: Document, way: Way, value: unknown): void {
  if (JSON.stringify(valueAt(document, way)) === JSON.stringify(value)) return
  const node = document.getIn(way, true)
  if (isScalar(node) && (typeof value !== 'object' || value === null)) node.value = value
  else {
    makeRoom(document, way)
    document.setIn(way, document.createNode(value, { flow: isShort(value) }))
  }
}

/** What stands where there have to be lines of its own gives way to them. */
function makeRoom(document: Document, way: Way): void {
  for (let depth = 1; depth < way.length; depth++) {
    const above = way.slice(0, depth)
    const node = document.getIn(above, true)
    if (node !== undefined && !isCollection(node)) document.setIn(above, document.createNode({}))
  }
}

/** Writes a text where it says something else than what stands there in one line. */
export function setText(document: Document, way: Way, text: string): void {
  if (textAt(document, way) !== text) setAt(document, way, text)
}

/** Writes both languages of a text; where the English one is empty, the Danish stands for it. */
export function setBoth(document: Document, way: Way, { da, en }: InBoth): void {
  if (!isMap(document.getIn(way, true))) setAt(document, way, { da, en: en || da })
  setText(document, [...way, 'da'], da)
  setText(document, [...way, 'en'], en || da)
}

/** Writes a list where it holds something else, or in another order. */
export function setList(document: Document, way: Way, list: readonly string[]): void {
  if (JSON.stringify(listAt(document, way)) === JSON.stringify(list) && valueAt(document, way) !== undefined) return
  setAt(document, way, [...list])
}

export const removeAt = (document: Document, way: Way): void => {
  if (document.hasIn(way)) document.deleteIn(way)
}

/** Names and numbers stand in one line, sentences each on its own. */
const isShort = (value: unknown): boolean =>
  Array.isArray(value) ? value.every((one) => /^[\w-]{0,40}$/.test(String(one))) : true

import { isUtf8 } from 'node:buffer'
import type { CourseDocument, Revision } from './course.ts'

/** A picture's address in the HTML of a document, which cannot know the id made from its own text. */
const unplaced = '/learning/images/{{revision}}/'

export const pictureAddress = (moduleId: string, file: string) => `${unplaced}${moduleId}/${file}`

/** Puts a revision's id into the addresses of its pictures: `/learning/images/<revision id>/<module>/<file>`. */
export const placePictures = (document: string, revisionId: string) =>
  document.replaceAll(unplaced, `/learning/images/${revisionId}/`)

/** A picture of a revision by `module/file`; null when there is none. It never changes, so it may be kept for ever. */
export function imageOf(revision: Revision, name: string): { type: string; bytes: Buffer } | null {
  const { images }: CourseDocument = revision.document
  const image = Object.hasOwn(images, name) ? images[name] : undefined
  return image ? { type: image.type, bytes: Buffer.from(image.base64, 'base64') } : null
}

const types: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
}

export const isPictureName = (file: string) => /^[a-z0-9][a-z0-9-]{0,60}\.(svg|png|jpe?g|webp)$/.test(file)

/** The media type of a file that `isPictureName`. */
export const pictureType = (file: string): string => types[file.slice(file.lastIndexOf('.') + 1)] as string

/** What in an SVG can run, fetch, or turn the rest into something else. A drawing needs none of it. */
const harmful = [
  /<(?:script|foreignObject|set|animate|handler|listener)|\son[a-z]+\s*=|javascript:|href\s*=\s*["'][^#"']/i,
  // Elements of other kinds than drawings, such as those of a web page.
  /<[^\s<>/"'=]*:|\sxmlns\s*=\s*["'](?!http:\/\/www\.w3\.org\/2000\/svg["'])/i,
  // Declarations that say how to read the rest, and other alphabets.
  /<!(?!--|\[CDATA\[)|<\?(?!xml\s)|\sencoding\s*=\s*["'](?!utf-8["'])/i,
]

/** An SVG can run scripts and fetch from elsewhere when opened on its own. */
export function isHarmless(file: string, bytes: Uint8Array): boolean {
  if (!file.endsWith('.svg')) return true
  if (!isUtf8(bytes) || bytes.includes(0)) return false
  const text = Buffer.from(bytes).toString('utf8')
  return /<svg[\s>]/i.test(text) && !harmful.some((sign) => sign.test(text))
}

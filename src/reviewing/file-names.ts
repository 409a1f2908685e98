import { plainText } from '#courses/markdown.ts'
import { whatIs } from '#drafts/file-path.ts'
import type { Words } from '#web/words.ts'

const heading = /^#[ \t]+(.+)$/m
/** A longer line is no title, and takes long to read. */
const longest = 200

/** What a text is called to trainers: its title, or what it is, and its language. `text`: as it is written, null when it is not there any more. */
export function fileName(path: string, text: string | null, w: Words): string {
  const place = whatIs(path)
  if (!place || !isText(place.kind)) return path
  const title = plainText((heading.exec(text ?? '')?.[1] ?? '').slice(0, longest))
  const kind = place.kind === 'page' ? w.t('reviewing.kind.page') : w.t(`reviewing.kind.${place.kind}`)
  const called = title === '' ? `${kind} ${place.name}` : `${kind}: ${title}`
  return place.language === null ? called : w.t(`reviewing.in.${place.language}`, { called })
}

type TextKind = 'page' | 'quiz' | 'situation' | 'card'
const isText = (kind: string): kind is TextKind => ['page', 'quiz', 'situation', 'card'].includes(kind)

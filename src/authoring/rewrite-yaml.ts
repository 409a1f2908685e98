import { type Document, isMap, parseDocument, visit } from 'yaml'
import { mergeTexts } from '#comparing/merged-text.ts'
import { mostKilobytes } from '#courses/source-text.ts'
import { isSimple } from '#courses/yaml-file.ts'

const layout = { lineWidth: 0 } as const

/** A YAML file as a form can fill it in; null when it cannot be read and has to be mended as text. */
export function openYaml(text: string): Document | null {
  if (text.length > mostKilobytes.yaml * 1000 || !isSimple(text)) return null
  const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' })
  if (document.errors.length > 0 || document.warnings.length > 0) return null
  if (document.contents !== null && !isMap(document.contents)) return null
  let linked = false
  visit(document, {
    Alias: () => {
      linked = true
    },
  })
  return linked ? null : document
}

/**
 * The text with what `change` does to its document. Lines that say the same as before stay as they were written, with their comments and spaces;
 * when nothing is changed, nothing of the text is. The text has to be one that `openYaml` reads.
 */
export function rewriteYaml(text: string, change: (document: Document) => void): string {
  const document = openYaml(text)
  if (!document) return text
  const before = tidy(document.toString(layout))
  change(document)
  const after = tidy(document.toString(layout))
  if (after === before) return text
  const merged = mergeLines(text, before, after)
  const wanted = JSON.stringify(document.toJS())
  return [merged, after].find((one) => JSON.stringify(openYaml(one)?.toJS()) === wanted) ?? document.toString(layout)
}

/** Lists of short names are written as people write them: `[da, en]`. */
const tidy = (text: string) => text.replaceAll(/\[ ([a-z0-9-]+(?:, [a-z0-9-]+)*) \]$/gm, '[$1]')

/** The change from `before` to `after` carried over to a text that differs from `before` in its layout alone. */
function mergeLines(text: string, before: string, after: string): string {
  const { chunks } = mergeTexts({ ours: text, base: before, theirs: after })
  return chunks.flatMap((chunk) => (chunk.kind === 'clean' ? chunk.lines : chunk.theirs)).join('\n')
}

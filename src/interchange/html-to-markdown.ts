import { callouts } from '#courses/markdown.ts'
import { inlineOf, plainOf } from './html-inline.ts'
import { type Element, type HtmlNode, isBlock, isKnown, treeOf } from './html-tree.ts'
import { type Notice, noticed } from './reason.ts'

type Tell = (notice: Notice) => void

/** Where Markdown made from HTML is to stand. */
interface Setting {
  /** In a question a list would be its answers and a quotation its explanation; there they become paragraphs. */
  flat: boolean
  notice: Tell
  inCallout?: boolean
}

/** HTML from elsewhere as Markdown of ours. It is read, never run: scripts, addresses of other kinds and unknown tags stay behind. */
export const htmlToMarkdown = (html: string, setting: Setting): string => blocksOf(treeOf(html), setting).join('\n\n')

export const htmlToPlain = (html: string, notice: Tell): string => plainOf(treeOf(html), notice).trim()

function blocksOf(nodes: readonly HtmlNode[], setting: Setting): string[] {
  const written: string[] = []
  let line: HtmlNode[] = []
  const endLine = () => {
    const text = inlineOf(line, setting.notice)
    if (text !== '') written.push(text)
    line = []
  }
  for (const node of nodes) {
    if (typeof node === 'string' || !holdsBlock(node)) {
      line.push(node)
      continue
    }
    endLine()
    written.push(...blockOf(node, setting).filter((block) => block !== ''))
  }
  endLine()
  return written
}

const holdsBlock = (node: HtmlNode): node is Element =>
  typeof node !== 'string' && (isBlock(node.tag) || node.children.some(holdsBlock))

function blockOf(element: Element, setting: Setting): string[] {
  const { tag, attributes, children } = element
  if (!isKnown(tag)) setting.notice(noticed('tagDropped', { tag }))
  if (tag === 'hr') return []
  if (/^h[1-6]$/.test(tag)) return [headingOf(children, setting)]
  if (tag === 'pre') return [fenced(textIn(children).replace(/\n$/, ''), languageOf(children))]
  if (tag === 'table') return tableOf(element, setting)
  if (tag === 'ul' || tag === 'ol') return listOf(element, setting)
  const name = attributes.get('data-kind') ?? ''
  if (tag === 'aside' && !setting.inCallout && callouts.some((known) => known === name)) {
    const inner = blocksOf(
      children.filter((child) => !isCalloutName(child)),
      { ...setting, flat: false, inCallout: true },
    )
    return [`::: ${name}\n${inner.join('\n\n')}\n:::`]
  }
  const inner = blocksOf(children, setting)
  if (tag !== 'blockquote' || setting.flat || inner.length === 0) return inner
  return [quoted(inner.join('\n\n'))]
}

const isCalloutName = (node: HtmlNode) => typeof node !== 'string' && node.attributes.get('class') === 'callout-name'

/** Every line behind a `>`. */
export const quoted = (markdown: string): string =>
  markdown
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')

/** A heading inside a question would begin the next one. */
function headingOf(children: readonly HtmlNode[], { notice }: Setting): string {
  return inlineOf([{ tag: 'strong', attributes: new Map(), children: [...children] }], notice)
}

const textIn = (nodes: readonly HtmlNode[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : node.tag === 'br' ? '\n' : textIn(node.children))).join('')

const languageOf = ([code]: readonly HtmlNode[]) =>
  typeof code === 'object' ? (/^language-([\w-]{1,20})$/.exec(code.attributes.get('class') ?? '')?.[1] ?? '') : ''

function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return text.trim() === '' ? '' : `${fence}${language}\n${text}\n${fence}`
}

function listOf(list: Element, setting: Setting): string[] {
  const items = list.children.filter((node) => typeof node !== 'string')
  const isNumbered = list.tag === 'ol'
  const first = Number(list.attributes.get('start') ?? '1') || 1
  const written = items.map((item, index) => {
    const blocks = item.tag === 'li' ? blocksOf(item.children, setting) : blockOf(item, setting)
    const number = `${first + index}.`
    if (setting.flat)
      return [`${isNumbered ? number.replace('.', '\\.') : '–'} ${blocks[0] ?? ''}`.trim(), ...blocks.slice(1)]
    const mark = isNumbered ? `${number} ` : '- '
    const isLoose = item.children.some((child) => typeof child !== 'string' && child.tag === 'p')
    return [mark + blocks.join(isLoose ? '\n\n' : '\n').replaceAll(/\n(?!\n)/g, `\n${' '.repeat(mark.length)}`)]
  })
  if (setting.flat) return written.flat()
  const isLoose = items.some((item) => item.children.some((child) => typeof child !== 'string' && child.tag === 'p'))
  return [written.flat().join(isLoose ? '\n\n' : '\n')]
}

function tableOf(table: Element, { notice }: Setting): string[] {
  const rows = rowsIn(table).map((row) => row.children.filter((cell) => typeof cell !== 'string'))
  const width = Math.max(0, ...rows.map((row) => row.length))
  const [head] = rows
  if (!head || width === 0)
    return blocksOf(
      table.children.filter((child) => child !== table),
      { flat: true, notice },
    )
  const cell = (part: Element | undefined) => inlineOf(part?.children ?? [], notice, false).replaceAll('|', '\\|')
  const line = (row: readonly Element[]) => `| ${Array.from({ length: width }, (_, at) => cell(row[at])).join(' | ')} |`
  const sides = Array.from({ length: width }, (_, at) => side(head[at]?.attributes.get('data-align') ?? ''))
  return [[line(head), `| ${sides.join(' | ')} |`, ...rows.slice(1).map(line)].join('\n')]
}

const rowsIn = (node: Element): Element[] =>
  node.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.tag === 'tr' ? [child] : rowsIn(child)
  })

const side = (align: string) => ({ left: ':---', center: ':---:', right: '---:' })[align] ?? '---'

import { plainText } from '#courses/markdown.ts'
import { type HtmlNode, isBlock, isKnown } from './html-tree.ts'
import { literal, literalBesideMarks } from './literal.ts'
import { type Notice, noticed } from './reason.ts'

const bold = new Set(['b', 'strong'])
const slanted = new Set(['i', 'em'])
const code = new Set(['code', 'kbd', 'samp', 'tt'])

/** The text of HTML on one line, marks and pictures left out; a picture's alternative text stays. */
export function plainOf(nodes: readonly HtmlNode[], notice: (notice: Notice) => void): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node
      noticeLost(node, notice)
      if (node.tag === 'img') return ` ${node.attributes.get('alt') ?? ''} `
      if (node.tag === 'br') return ' '
      return isKnown(node.tag) ? `${gap(node.tag)}${plainOf(node.children, notice)}${gap(node.tag)}` : ''
    })
    .join('')
    .replaceAll(/\s+/g, ' ')
}

const gap = (tag: string) => (isBlock(tag) ? ' ' : '')

/** One paragraph of Markdown, more when lines are left empty. Marks that Markdown cannot set where the HTML has them are left out. */
export function inlineOf(nodes: readonly HtmlNode[], notice: (notice: Notice) => void, breaks = true): string {
  const marked = hasMarks(nodes)
  const lines = written(nodes, marked ? literalBesideMarks : (text) => text, notice)
    .split(lineBreak)
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
  const plain = plainOf(nodes, () => {}).trim()
  if (marked && plainText(lines.join(' ')) !== plain) return literal(plain)
  const paragraphs = lines
    .join('\n')
    .split(/\n{2,}/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
  const shown = marked ? paragraphs : paragraphs.map(literal)
  return shown.map((text) => text.replaceAll('\n', breaks ? '\\\n' : ' ')).join(breaks ? '\n\n' : ' ')
}

const lineBreak = '\ufdd7'

const hasMarks = (nodes: readonly HtmlNode[]): boolean =>
  nodes.some((node) => typeof node !== 'string' && (isMark(node.tag) || hasMarks(node.children)))
const isMark = (tag: string) => bold.has(tag) || slanted.has(tag) || code.has(tag) || tag === 'a'

function written(nodes: readonly HtmlNode[], safe: (text: string) => string, notice: (notice: Notice) => void): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return safe(node)
      noticeLost(node, notice)
      const { tag, attributes, children } = node
      if (tag === 'br') return lineBreak
      if (tag === 'img') return ` ${safe(attributes.get('alt') ?? '')} `
      if (code.has(tag)) return codeOf(plainOf(children, notice))
      const inner = isKnown(tag) ? written(children, safe, notice) : ''
      if (bold.has(tag)) return around(inner, '**')
      if (slanted.has(tag)) return around(inner, '*')
      const link = tag === 'a' ? linkTo(attributes.get('href') ?? '') : null
      return link && inner.trim() !== '' ? around(inner, '[', `](${link})`) : inner
    })
    .join('')
}

function noticeLost({ tag, attributes }: Exclude<HtmlNode, string>, notice: (notice: Notice) => void): void {
  if (tag === 'img') notice(noticed('pictureDropped', { alt: attributes.get('alt') ?? '' }))
  else if (!isKnown(tag)) notice(noticed('tagDropped', { tag }))
}

/** Marks stand close to what they mark: `<b> a </b>` is ` **a** `. */
function around(inner: string, open: string, close = open): string {
  const text = inner.trim()
  if (text === '' || inner.includes(lineBreak)) return inner
  const start = inner.slice(0, inner.length - inner.trimStart().length)
  return `${start}${open}${text}${close}${inner.slice(inner.trimEnd().length)}`
}

function codeOf(text: string): string {
  const inner = text.trim()
  if (inner === '') return ''
  const longest = Math.max(0, ...(inner.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const room = inner.startsWith('`') || inner.endsWith('`') ? ' ' : ''
  return `${fence}${room}${inner}${room}${fence}`
}

/** Only addresses our own pages may link to; everything else (`javascript:`) is text without a link. */
function linkTo(href: string): string | null {
  const address = href.trim()
  if (!/^(https?:\/\/|mailto:|tel:)/i.test(address)) return null
  return encodeURI(decodeSafely(address)).replaceAll(
    /[()<>[\]\\*_`]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function decodeSafely(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address.replaceAll('%', '%25')
  }
}

import MarkdownIt from 'markdown-it'

export type HtmlToken =
  | { type: 'text'; text: string }
  | { type: 'open'; tag: string; attributes: ReadonlyMap<string, string> }
  | { type: 'close'; tag: string }

/** Elements whose content is no text for people. */
const unread = new Set(['script', 'style', 'iframe', 'noembed', 'noframes', 'xmp', 'plaintext', 'template', 'object'])

/**
 * HTML as a row of tokens, read once from left to right. Nothing is fetched, run or refused: what is no tag is text, comments are gone,
 * scripts and the like are an opening tag without content.
 */
export function tokensOf(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = []
  const lower = html.toLowerCase()
  const text = (part: string) => {
    if (part !== '') tokens.push({ type: 'text', text: decodeEntities(part) })
  }
  const endOfTag = tagEnds(html)
  let from = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    const end = endOfTag(at)
    if (end === -1) {
      at++
      continue
    }
    text(html.slice(from, at))
    const tag = readTag(html.slice(at, end))
    if (tag) tokens.push(tag)
    const opened = tag?.type === 'open' ? tag.tag : ''
    const close = unread.has(opened) ? lower.indexOf(`</${opened}`, end) : end
    at = close === -1 ? html.length : close
    from = at
  }
  text(html.slice(from))
  return tokens
}

/** Looks for the end of the tag that begins at a place: behind its `>`, or -1 when no tag begins there. */
function tagEnds(html: string): (at: number) => number {
  const lastClose = html.lastIndexOf('>')
  let quotesHold = true
  return (at) => {
    if (html.startsWith('<!--', at)) return behind(html, '-->', at + 4)
    if (at > lastClose || !/^<(\/?[a-z]|[!?])/i.test(html.slice(at, at + 3))) return -1
    const end = quotesHold ? endBehindQuotes(html, at) : -1
    // A quotation mark that is never closed would be looked for anew by every tag behind it.
    quotesHold &&= end !== -1
    return end === -1 ? behind(html, '>', at) : end
  }
}

function endBehindQuotes(html: string, at: number): number {
  let quote = ''
  for (let next = at + 1; next < html.length; next++) {
    const sign = html.charAt(next)
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (sign === '>') return next + 1
    else if ((sign === '"' || sign === "'") && html.charAt(next - 1) === '=') quote = sign
  }
  return -1
}

function behind(html: string, signs: string, from: number): number {
  const at = html.indexOf(signs, from)
  return at === -1 ? html.length : at + signs.length
}

/** A picture written into the text makes a tag of any length; what we read of it stands at its start. */
const longestRead = 2000

function readTag(source: string): HtmlToken | null {
  const name = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(source)
  if (!name) return null
  const tag = (name[2] as string).toLowerCase()
  if (name[1] === '/') return { type: 'close', tag }
  const attributes = new Map<string, string>()
  const written = /([a-z][a-z0-9-]*)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi
  for (const [, key = '', double, single, bare] of source.slice(0, longestRead).matchAll(written))
    if (!attributes.has(key.toLowerCase()))
      attributes.set(key.toLowerCase(), decodeEntities(double ?? single ?? bare ?? ''))
  return { type: 'open', tag, attributes }
}

const { unescapeAll } = new MarkdownIt().utils

/** `&aring;` and `&#229;` are å. What is no entity stays. */
const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(?:#x?[0-9a-f]{1,7}|[a-z][a-z0-9]{1,31});/gi, (entity) => unescapeAll(entity))
    : text

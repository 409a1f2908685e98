import { tokensOf } from './html-tokens.ts'

export interface Element {
  tag: string
  attributes: ReadonlyMap<string, string>
  children: HtmlNode[]
}
export type HtmlNode = string | Element

const isVoid = new Set([
  'br',
  'hr',
  'img',
  'input',
  'wbr',
  'col',
  'source',
  'meta',
  'link',
  'embed',
  'area',
  'base',
  'track',
])
const blocks = new Set(
  'p div ul ol li blockquote pre h1 h2 h3 h4 h5 h6 table thead tbody tfoot tr td th caption aside section article header footer main nav figure figcaption dl dt dd center address details summary form fieldset hr'.split(
    ' ',
  ),
)
const inlines = new Set(
  'b strong i em u s del ins strike code kbd samp var tt a span font small big sub sup abbr cite q dfn mark time label br wbr img bdi bdo col colgroup html head body meta link title input button'.split(
    ' ',
  ),
)
export const isBlock = (tag: string) => blocks.has(tag)
export const isKnown = (tag: string) => blocks.has(tag) || inlines.has(tag)

/** What the opening of one element closes when its author did not. */
const closedBy: Readonly<Record<string, readonly string[]>> = {
  li: ['li'],
  tr: ['tr', 'td', 'th'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
}
/** Elements that are not looked out of for something to close. */
const walls = new Set(['ul', 'ol', 'table', 'dl'])
const deepest = 24

/** HTML as a tree, forgiving as a browser: what is left open is closed, what closes nothing is passed over. */
export function treeOf(html: string): HtmlNode[] {
  const root: Element = { tag: '', attributes: new Map(), children: [] }
  let stack: Element[] = [root]
  const top = () => stack.at(-1) as Element

  for (const token of tokensOf(html)) {
    if (token.type === 'text') top().children.push(token.text)
    else if (token.type === 'close') stack = closed(stack, [token.tag], false)
    else {
      stack = closed(stack, closedBy[token.tag] ?? [], true)
      if (isBlock(token.tag) && top().tag === 'p') stack.pop()
      const element: Element = { tag: token.tag, attributes: token.attributes, children: [] }
      top().children.push(element)
      if (!isVoid.has(token.tag) && isKnown(token.tag) && stack.length < deepest) stack.push(element)
    }
  }
  return root.children
}

function closed(stack: Element[], tags: readonly string[], stopAtWalls: boolean): Element[] {
  for (let at = stack.length - 1; at > 0; at--) {
    const { tag } = stack[at] as Element
    if (tags.includes(tag)) return stopAtWalls ? closed(stack.slice(0, at), tags, true) : stack.slice(0, at)
    if (stopAtWalls && walls.has(tag)) return stack
  }
  return stack
}

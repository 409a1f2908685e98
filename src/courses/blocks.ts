import type { Token } from 'markdown-it'

/** A block of a Markdown text with the blocks inside it. */
export interface Block {
  /** `paragraph`, `heading`, `bullet_list`, `ordered_list`, `list_item`, `blockquote`, `inline`, `fence` … */
  type: string
  /** 1 for `#`, 2 for `##` …; 0 for everything that is no heading. */
  level: number
  /** From 1. */
  line: number
  /** The raw line of a paragraph or a heading, marks and all. */
  content: string
  /** The block as markdown-it renders it, from opening to closing. */
  tokens: readonly Token[]
  children: readonly Block[]
}

/** The blocks of a token stream; children stand inside their parents. */
export function toBlocks(tokens: readonly Token[]): Block[] {
  const blocks: Block[] = []
  for (let at = 0; at < tokens.length; ) {
    const end = tokens[at]?.nesting === 1 ? closing(tokens, at) : at
    blocks.push(toBlock(tokens.slice(at, end + 1)))
    at = end + 1
  }
  return blocks
}

function closing(tokens: readonly Token[], from: number): number {
  let depth = 0
  for (let at = from; at < tokens.length; at++) {
    depth += tokens[at]?.nesting ?? 0
    if (depth === 0) return at
  }
  return tokens.length - 1
}

function toBlock(tokens: readonly Token[]): Block {
  const [open] = tokens as [Token]
  const type = open.type.replace(/_open$/, '')
  const children = tokens.length > 1 ? toBlocks(tokens.slice(1, -1)) : []
  return {
    type,
    level: type === 'heading' ? Number(open.tag.slice(1)) : 0,
    line: (open.map?.[0] ?? 0) + 1,
    content: children[0]?.type === 'inline' ? (tokens[1] as Token).content : '',
    tokens,
    children,
  }
}

export interface Section {
  heading: Block
  body: readonly Block[]
}

/** Splits at the headings of one level: what comes before the first, then each with what follows it. */
export function sectionsAt(level: number, blocks: readonly Block[]): { before: Block[]; sections: Section[] } {
  const before: Block[] = []
  const sections: { heading: Block; body: Block[] }[] = []
  for (const block of blocks) {
    if (block.level === level) sections.push({ heading: block, body: [] })
    else (sections.at(-1)?.body ?? before).push(block)
  }
  return { before, sections }
}

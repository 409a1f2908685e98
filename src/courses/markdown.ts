import MarkdownIt, { type Env, type Token } from 'markdown-it'
import container from 'markdown-it-container'
import type { Language } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { isPictureName, pictureAddress } from './pictures.ts'

export const callouts = ['huskekort', 'advarsel', 'lokalt'] as const
const isCallout = (name: string): name is (typeof callouts)[number] => callouts.includes(name as 'lokalt')

/** What rendering has to know of the place a text stands in. */
export interface Place extends Env {
  language: Language
  moduleId: string
}

const markdown = ourMarkdown()

function ourMarkdown() {
  const ours = new MarkdownIt({ html: false, linkify: false, typographer: false })
  ours.set({ maxNesting: 20 })
  return ours.use(container, 'callout', { validate: (params: string) => params.trim() !== '' })
}

/** CommonMark with tables and callouts; raw HTML stays text. */
export const parseMarkdown = (text: string, place: Place): Token[] => markdown.parse(text, place)
export const renderMarkdown = (tokens: readonly Token[], place: Place): string =>
  markdown.renderer.render([...tokens], markdown.options, place)

const blocksOnly = ourMarkdown()
blocksOnly.core.ruler.disable(['inline', 'text_join'])

/** The blocks of a text, what stands in their lines unread: enough to cut it into pieces, in time proportional to its length. */
export const parseBlocks = (text: string): Token[] => blocksOnly.parse(text, {})

/** One line of Markdown (a heading, an answer) as tokens. */
export const parseLine = (text: string): Token[] => markdown.parseInline(text, {})[0]?.children ?? []

const { rules } = markdown.renderer
const usual = (tokens: Token[], at: number) => markdown.renderer.renderToken(tokens, at, markdown.options)

rules.container_callout_open = (tokens, at, _options, env) => {
  const name = calloutName(tokens[at] as Token)
  if (!isCallout(name)) return '<aside class="callout">'
  const word = wordsIn((env as Place).language).t(`courses.callout.${name}`)
  // A note rather than a landmark: a page with three boxes would otherwise have three complementary regions.
  return `<aside class="callout" role="note" data-kind="${name}"><p class="callout-name">${word}</p>\n`
}
rules.container_callout_close = () => '</aside>\n'

rules.table_open = (tokens, at, _options, env) => {
  const label = wordsIn((env as Place).language).t('courses.table')
  return `<div class="table-wrap" tabindex="0" role="region" aria-label="${label}">${usual(tokens, at)}`
}
rules.table_close = (tokens, at) => `${usual(tokens, at)}</div>\n`

// Our pages allow no style attribute, which is how markdown-it aligns a column.
const cell: NonNullable<(typeof rules)[string]> = (tokens, at) => {
  const token = tokens[at] as Token
  const side = /text-align:(\w+)/.exec(String(token.attrGet('style') ?? ''))?.[1]
  token.attrs = side ? [['data-align', side]] : null
  return usual(tokens, at)
}
rules.th_open = cell
rules.td_open = cell

const picture = rules.image as NonNullable<typeof rules.image>
rules.image = (tokens, at, options, env, renderer) => {
  const token = tokens[at] as Token
  const file = String(token.attrGet('src') ?? '')
  if (isPictureName(file)) token.attrSet('src', pictureAddress((env as Place).moduleId, file))
  return picture(tokens, at, options, env, renderer)
}

export const calloutName = (token: Token) => token.info.trim()

/** A line of Markdown as plain text: marks gone, what they mark kept. */
export const plainText = (line: string): string =>
  parseLine(line)
    .map((token) => (token.type.endsWith('break') ? ' ' : token.type === 'image' ? '' : token.content))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim()

const strict = new MarkdownIt({ html: true })
strict.set({ maxNesting: 20 })

/** The lines (from 0) where raw HTML stands. */
export function htmlLines(text: string): number[] {
  if (!/<[a-z!/?]/i.test(text)) return []
  const lines = strict.parse(text, {}).flatMap((token) => {
    const line = token.map?.[0] ?? 0
    if (token.type === 'html_block') return [line]
    return lineByLine(token).flatMap(([child, offset]) => (child.type === 'html_inline' ? [line + offset] : []))
  })
  return [...new Set(lines)]
}

/** The inline tokens of a block, each with the number of line breaks before it. */
export function lineByLine(token: Token): [Token, number][] {
  let breaks = 0
  return (token.children ?? []).map((child) => [child, child.type.endsWith('break') ? breaks++ : breaks])
}

import { hideEscapes, onOneLine } from './escapes.ts'
import { isBlank, type Line } from './source-lines.ts'

/** The lines of one question, escaped signs hidden, with what stands around it. */
export interface Piece {
  readonly lines: readonly Line[]
  readonly comments: readonly string[]
  readonly category: string | null
  /** An empty line stood between its braces. */
  readonly torn: boolean
}

interface Draft {
  lines: Line[]
  comments: string[]
  torn: boolean
  /** Where the next line stands: in the question, between its braces, behind them. */
  place: 'question' | 'answers' | 'behind'
}

/** Longer questions are a page, or hold a picture as text; they are refused. */
export const mostSigns = 8000

const newDraft = (): Draft => ({ lines: [], comments: [], torn: false, place: 'question' })
const isComment = (text: string) => text.startsWith('//')
const isCategory = (text: string) => text.startsWith('$') && /^\$CATEGORY\s*:/i.test(text)
const isNamed = (text: string) => text.startsWith('::') && text.includes('::', 2)

/**
 * Cuts a GIFT text into its questions. As in Moodle an empty line ends one. It may be missing where a new one begins for
 * certain: after a category, before a name, and behind a closed brace when another opens further down. Stops after `most`.
 */
export function piecesOf(source: readonly Line[], most: number): Piece[] {
  const lines = source.map(withHiddenEscapes)
  const opensLater = laterOpenings(lines)
  const pieces: Piece[] = []
  let category: string | null = null
  let draft = newDraft()
  const end = () => {
    if (draft.lines.length === 0) return
    pieces.push({ lines: draft.lines, comments: draft.comments, torn: draft.torn, category })
    draft = newDraft()
  }

  for (const [at, line] of lines.entries()) {
    const { text } = line
    if (pieces.length >= most) return pieces
    if (isBlank(text)) {
      if (draft.place === 'answers' && closesLater(lines, at)) draft.torn = true
      else end()
    } else if (isCategory(text) && draft.place !== 'answers') {
      end()
      draft.comments = []
      category = onOneLine(text.slice(text.indexOf(':') + 1)) || null
    } else {
      if (isNamed(text) || (draft.place === 'behind' && opensLater[at])) end()
      if (isComment(text)) draft.comments.push(text)
      else addLine(draft, line)
    }
  }
  end()
  return pieces
}

function withHiddenEscapes(line: Line): Line {
  const { text } = line
  const isPlain = !text.includes('\\') || isComment(text) || text.length > mostSigns
  return isPlain ? line : { line: line.line, text: hideEscapes(text) }
}

function addLine(draft: Draft, line: Line): void {
  const { text } = line
  let from = draft.lines.length === 0 && isNamed(text) ? text.indexOf('::', 2) + 2 : 0
  if (draft.place === 'question') {
    const open = text.indexOf('{', from)
    if (open !== -1) {
      draft.place = 'answers'
      from = open
    }
  }
  if (draft.place === 'answers' && text.includes('}', from)) draft.place = 'behind'
  draft.lines.push(line)
}

/** For each line whether a brace opens in it or below it, before the next empty line. */
function laterOpenings(lines: readonly Line[]): boolean[] {
  const opens = new Array<boolean>(lines.length).fill(false)
  let later = false
  for (let at = lines.length - 1; at >= 0; at--) {
    const { text } = lines[at] as Line
    if (isBlank(text)) later = false
    else if (!isComment(text) && text.includes('{')) later = true
    opens[at] = later
  }
  return opens
}

/** Below an empty line a brace is closed that no question below it opened. */
function closesLater(lines: readonly Line[], from: number): boolean {
  for (let at = from; at < lines.length; at++) {
    const { text } = lines[at] as Line
    if (isComment(text)) continue
    if (isNamed(text) || isCategory(text)) return false
    const open = text.indexOf('{')
    const close = text.indexOf('}')
    if (close !== -1) return open === -1 || close < open
    if (open !== -1) return false
  }
  return false
}

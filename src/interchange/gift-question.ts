import { plainText } from '#courses/markdown.ts'
import type { Language } from '#web/language.ts'
import { onOneLine } from './escapes.ts'
import { readChoices } from './gift-choices.ts'
import { readComments } from './gift-comment.ts'
import { readMatch } from './gift-match.ts'
import { readNumber } from './gift-number.ts'
import { mostSigns, type Piece } from './gift-pieces.ts'
import { readTrueFalse } from './gift-true-false.ts'
import { literal } from './literal.ts'
import type { Answers, Particulars, ReadQuestion } from './question.ts'
import { isReason, type Notice, noticed, type Reason, refuse } from './reason.ts'
import { richText, toMarkdown, toPlain } from './rich-text.ts'
import type { Setting } from './setting.ts'

/** What Moodle puts where the answers stood in the middle of a sentence. */
export const blank = '_____'

/** Reads one question of a GIFT text as Moodle does (question/format/gift/format.php), or says why we cannot have it. */
export function readPiece(piece: Piece, language: Language): ReadQuestion {
  const { line } = piece.lines[0] as { line: number }
  const notices: Notice[] = []
  const notice = (said: Notice) => {
    const told = JSON.stringify(said)
    if (!notices.some((known) => JSON.stringify(known) === told)) notices.push(said)
  }
  const parts = partsOf(piece)
  if (isReason(parts)) return { line, ...parts }
  const particulars = readComments(piece.comments)
  const isUnit = toPlain({ format: 'html', text: parts.tail }, () => {}) === particulars.unit
  const tail = isUnit ? '' : parts.tail
  const question = richText(tail === '' ? parts.before : parts.before + blank + tail, 'moodle')
  const setting: Setting = { language, format: question.format, notice }

  const answers = readAnswers(parts.answers, setting)
  if (isReason(answers)) return { line, ...answers }
  const stem = toMarkdown(question, true, notice) ?? stemOf(parts.name, notice)
  if (stem === null) return { line, ...refuse('noStem') }
  return {
    line,
    title: parts.name ?? titleOf(stem),
    ...answers,
    stem,
    explanation: toMarkdown(richText(parts.explanation, question.format), false, notice),
    ...withUnit(particulars, answers),
    category: piece.category,
    notices,
  }
}

interface Parts {
  name: string | null
  before: string
  answers: string
  explanation: string
  tail: string
}

function partsOf({ lines, torn }: Piece): Parts | Reason {
  const source = lines
    .map(({ text }) => text)
    .join('\n')
    .trim()
  if (source.length > mostSigns) return refuse('tooLong', { most: mostSigns })
  if (torn) return refuse('blankInside')
  const { name, text } = takeName(source)
  const open = text.indexOf('{')
  const close = text.indexOf('}')
  if (open === -1 && close === -1) return refuse('noAnswerBlock')
  if (open === -1 || (close !== -1 && close < open)) return refuse('closeWithoutOpen')
  if (close === -1) return refuse('openBlock')
  const block = text.slice(open + 1, close)
  const tail = withoutStray(text.slice(close + 1))
  if (/[{}]/.test(block + tail)) return refuse('severalBlocks')
  const general = block.lastIndexOf('####')
  return {
    name,
    before: text.slice(0, open),
    answers: (general === -1 ? block : block.slice(0, general)).trim(),
    explanation: general === -1 ? '' : block.slice(general + 4),
    tail,
  }
}

function takeName(source: string): { name: string | null; text: string } {
  const end = source.startsWith('::') ? source.indexOf('::', 2) : -1
  if (end === -1) return { name: null, text: source.replace(/^::/, '') }
  return { name: onOneLine(source.slice(2, end)) || null, text: source.slice(end + 2).trim() }
}

/** Remains of another program's text behind the last brace, as in Moodle's own examples. */
const withoutStray = (tail: string) => (/^[\s"'”“;,}]*$/.test(tail) ? '' : tail.trimEnd())

function readAnswers(answers: string, setting: Setting): Answers | Reason {
  if (answers === '') return refuse('essay')
  if (answers.startsWith('#')) return readNumber(answers.slice(1), setting)
  if (answers.includes('~')) return readChoices(answers, setting)
  if (answers.includes('=') && /->|→/.test(answers)) return readMatch(answers, setting)
  return readTrueFalse(answers, setting) ?? refuse('freeText')
}

function stemOf(name: string | null, notice: Setting['notice']): string | null {
  if (name !== null) notice(noticed('nameAsStem'))
  return name === null ? null : literal(name)
}

/** The first paragraph as plain text. */
export const titleOf = (stem: string) => plainText((stem.split('\n\n')[0] as string).replaceAll('\\\n', ' '))

/** Only a number counts something. */
function withUnit(particulars: Particulars, { number }: Answers) {
  const unit = particulars.unit
  return { ...particulars, unit: null, number: number && { ...number, unit } }
}

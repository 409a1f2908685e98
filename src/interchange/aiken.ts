import { literal } from './literal.ts'
import { mostOptions, noParticulars, type ReadOption, type ReadQuestion, type TakenQuestion } from './question.ts'
import { type Reason, refuse } from './reason.ts'
import type { Line } from './source-lines.ts'
import { isBlank } from './source-lines.ts'

interface Draft {
  line: number
  stem: string[]
  choices: { letter: string; text: string }[]
  /** Lines behind the choices: more of the last one, or the next question. */
  stray: Line[]
  /** An empty line came last. */
  apart: boolean
}

/**
 * Reads Aiken: a question, its choices by letter, `ANSWER: A`. HTML in it is text. As in Moodle a question whose answer is missing is refused when
 * the next begins; a question or a choice may go on over several lines.
 */
export function readAiken(lines: readonly Line[], most: number): ReadQuestion[] {
  const read: ReadQuestion[] = []
  let draft: Draft | null = null
  /** The last line of a question without its beginning, refused once. */
  let orphan = -1
  const start = (line: Line): Draft => ({ line: line.line, stem: [line.text], choices: [], stray: [], apart: false })
  const give = (reason: Reason) => {
    if (draft) read.push({ line: draft.line, ...reason })
    draft = null
  }

  for (const line of lines) {
    if (read.length >= most) return read
    const { text } = line
    const choice = choiceIn(text, draft)
    const answer = answerIn(text, draft)
    if (isBlank(text) || text.length < 2) {
      if (draft && isBlank(text)) draft.apart = true
      continue
    }
    if (!draft && (choice || answer !== null)) {
      if (orphan !== line.line - 1)
        read.push({ line: line.line, ...refuse(choice ? 'choiceWithoutQuestion' : 'answerWithoutQuestion') })
      orphan = line.line
    } else if (!draft) draft = start(line)
    else if (answer !== null) {
      goOn(draft)
      read.push(finish(draft, answer))
      draft = null
    } else if (choice) {
      if (draft.stray.length > 0 && choice.letter === 'A') {
        const [first, ...rest] = draft.stray as [Line, ...Line[]]
        give(refuse('missingAnswer'))
        draft = start(first)
        draft.stem.push(...rest.map((one) => one.text))
      }
      goOn(draft)
      draft.choices.push(choice)
      draft.apart = false
    } else if (draft.apart) {
      give(refuse(draft.choices.length === 0 ? 'noChoices' : 'missingAnswer'))
      draft = start(line)
    } else if (draft.choices.length === 0) draft.stem.push(text)
    else draft.stray.push(line)
  }
  if (draft) give(refuse((draft as Draft).choices.length === 0 ? 'noChoices' : 'missingAnswer'))
  return read
}

/** Lines between two choices belong to the first. */
function goOn(draft: Draft): void {
  const last = draft.choices.at(-1)
  if (last) last.text = [last.text, ...draft.stray.map(({ text }) => text)].join(' ').trim()
  draft.stray = []
}

/** `A) text`, `A.text`; a small letter only where it is the next. */
function choiceIn(text: string, draft: Draft | null) {
  const found = /^\(?([A-Za-z])\s?[).](?:\s*)(.*)$/.exec(text)
  if (!found) return null
  const [, sign = '', rest = ''] = found
  const letter = sign.toUpperCase()
  const next = String.fromCharCode(65 + (draft?.choices.length ?? 0))
  if (sign !== letter && (letter !== next || !/^\(?.\s?(\)|\.\s)/.test(text))) return null
  // "H. C. Andersen" may begin a question.
  if (!draft && letter !== 'A' && !/^\(?.\s?\)/.test(text)) return null
  return { letter, text: rest }
}

function answerIn(text: string, draft: Draft | null): string | null {
  const found = /^(answer|svar)\s*:\s*(.*)$/i.exec(text)
  if (!found || (found[1]?.toLowerCase() === 'svar' && !draft?.choices.length)) return null
  return found[2] ?? ''
}

function finish({ line, stem, choices }: Draft, answer: string): ReadQuestion {
  const text = stem.join(' ').replaceAll(/\s+/g, ' ')
  const reason = reasonAgainst(choices, answer)
  if (reason) return { line, ...reason }
  const letter = answer.charAt(0).toUpperCase()
  const options: ReadOption[] = choices.map((choice) => ({
    text: choice.text.replaceAll(/\s+/g, ' '),
    right: choice.letter === letter,
    feedback: null,
  }))
  const empty = { number: null, explanation: null, category: null, notices: [] }
  return {
    line,
    title: text,
    kind: 'one',
    stem: literal(text),
    options,
    ...noParticulars,
    ...empty,
  } satisfies TakenQuestion
}

function reasonAgainst(choices: Draft['choices'], answer: string): Reason | null {
  const letters = choices.map(({ letter }) => letter)
  const twice = letters.find((letter, index) => letters.indexOf(letter) !== index)
  const empty = choices.find(({ text }) => text === '')
  const letter = answer.charAt(0).toUpperCase()
  if (choices.length === 0) return refuse('noChoices')
  if (choices.length < 2) return refuse('tooFewAnswers')
  if (choices.length > mostOptions) return refuse('tooManyAnswers', { most: mostOptions })
  if (twice) return refuse('sameLetter', { letter: twice })
  if (empty) return refuse('emptyChoice', { letter: empty.letter })
  if (/^[a-z][).]?\s*([,;&+/]|and\b|og\b|\s)\s*[a-z](?![\p{L}\p{N}])/iu.test(answer)) return refuse('severalAnswers')
  if (!/^[a-z](?![\p{L}\p{N}])/iu.test(answer)) return refuse('answerNotLetter', { text: answer })
  return letters.includes(letter) ? null : refuse('answerNotThere', { letter })
}

import type { InBoth, QuestionKind } from '#courses/course.ts'
import type { Twin } from '#courses/twins.ts'
import type { Base } from '#drafts/draft.ts'
import type { Language } from '#web/language.ts'
import { type Act, mostRows } from './answer-rows.ts'
import { isTicked } from './form-question.ts'
import type { Move } from './move-question.ts'
import type { TwinAnswer, TwinQuestion } from './twin-question.ts'

/** A question as its form sends it. */
export interface SentQuestion {
  question: TwinQuestion
  act: Act
  bases: Twin<Base>
  sitting: string
  /** Names of fields with more signs than they may have. */
  tooLong: readonly string[]
}

export const questionKinds = ['one', 'several', 'order', 'match', 'number'] as const satisfies readonly QuestionKind[]
export const kindIn = (text: unknown): QuestionKind | null => questionKinds.find((kind) => kind === text) ?? null

/** The most signs a field may have. */
export const longest = { title: 300, text: 4000, explanation: 3000, answer: 300, feedback: 1000, unit: 40, number: 20 }

type Part = keyof typeof longest

/** Larger than all fields together, so that one that is too long comes back with what was typed. */
export const bodyLimit = 500_000

export const fieldOf = (name: string, language: Language) => `${name}-${language}`
export const answerField = (row: number, part: 'text' | 'match' | 'feedback') => `answer-${row}-${part}`

/** The names of the fields that somebody writes in. */
export const writtenFields =
  /^((title|text|unit|explanation|answer-\d+-(text|match|feedback))-(da|en)|answer|tolerance)$/

/** Reads the form of a question; nothing typed is dropped, whatever is wrong with it. `id` is '' for a new one. */
export function readQuestionForm(body: unknown, id: string): SentQuestion | null {
  const sent = (body ?? {}) as Record<string, unknown>
  const kind = kindIn(sent.kind)
  const bases = { da: textIn(sent, 'base-da'), en: textIn(sent, 'base-en') }
  if (!kind || !isBase(bases.da) || !isBase(bases.en)) return null

  const tooLong: string[] = []
  const one = (name: string, part: Part) => {
    const text = textIn(sent, name)
    if (text.replaceAll('\r\n', '\n').length > longest[part]) tooLong.push(name)
    return text
  }
  const both = (name: string, part: Part): InBoth => ({
    da: one(fieldOf(name, 'da'), part),
    en: one(fieldOf(name, 'en'), part),
  })
  const right = new Set(listIn(sent, 'right'))
  const flags = listIn(sent, 'flag')
  const answerIn = (row: number): TwinAnswer => ({
    right: isTicked(kind) && right.has(String(row)),
    text: both(answerField(row, 'text'), 'answer'),
    match: both(answerField(row, 'match'), 'answer'),
    feedback: both(answerField(row, 'feedback'), 'feedback'),
  })
  const rows = Math.min(mostRows, Number(/^\d{1,2}$/.exec(textIn(sent, 'rows'))?.[0] ?? 0))
  const question: TwinQuestion = {
    id,
    kind,
    must: flags.includes('must'),
    applied: flags.includes('applied'),
    pageId: textIn(sent, 'page').slice(0, 200),
    sources: listIn(sent, 'source').map((source) => source.slice(0, 200)),
    answer: one('answer', 'number'),
    tolerance: one('tolerance', 'number'),
    title: both('title', 'title'),
    text: both('text', 'text'),
    unit: both('unit', 'unit'),
    explanation: both('explanation', 'explanation'),
    answers: Array.from({ length: rows }, (_, row) => answerIn(row)),
  }
  return { question, act: actIn(textIn(sent, 'do')), bases, sitting: textIn(sent, 'sitting').slice(0, 100), tooLong }
}

function actIn(text: string): Act {
  const [, kind, at] = /^(more|next|remove|up|down)(?:-(\d{1,2}))?$/.exec(text) ?? []
  if (kind === 'more' || kind === 'next') return { kind }
  if (kind === undefined || at === undefined) return { kind: 'save' }
  return { kind: kind as 'remove' | 'up' | 'down', at: Number(at) }
}

/** Null for what no page of ours sends. */
export function readMove(body: unknown): Move | null {
  const sent = (body ?? {}) as Record<string, unknown>
  const [id, to, beside] = [textIn(sent, 'question'), textIn(sent, 'to'), textIn(sent, 'beside')]
  if (id === '' || beside === '' || (to !== 'before' && to !== 'behind')) return null
  return { id, beside, to }
}

/** The versions of both files in which a question was seen that is to go. */
export function readBases(body: unknown): Twin<Base> | null {
  const sent = (body ?? {}) as Record<string, unknown>
  const bases = { da: textIn(sent, 'base-da'), en: textIn(sent, 'base-en') }
  return isBase(bases.da) && isBase(bases.en) ? bases : null
}

const isBase = (text: string) => text !== '' && text.length <= 200

const textIn = (sent: Record<string, unknown>, name: string): string =>
  typeof sent[name] === 'string' ? sent[name] : ''

const listIn = (sent: Record<string, unknown>, name: string): string[] =>
  [sent[name]].flat().filter((one) => typeof one === 'string')

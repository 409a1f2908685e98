import { type Attributes, readHeading, readPlain } from './attributes.ts'
import { type Block, type Section, sectionsAt } from './blocks.ts'
import { type Outcome, outcomes } from './course.ts'
import type { Note } from './faults.ts'
import { parseLine } from './markdown.ts'
import { htmlOf, type Reader, readTitled } from './page.ts'
import { readItem } from './question-answers.ts'
import { type ChoiceDraft, lintPaths, type StepDraft } from './situation-paths.ts'

/** A situation as one language tells it. */
export interface SituationDraft {
  title: string
  introHtml: string
  steps: readonly StepDraft[]
}

const mostSteps = 60
const [leastChoices, mostChoices] = [2, 4]
const example = '{#start}'
const choiceExample = '- [Jeg ringer 112](#ringer)'
const known = { flags: [], values: ['outcome'], example }

/** Reads a situation of one language. Notes every fault; never throws. */
export function readSituation(text: string, reader: Reader): SituationDraft {
  const { note } = reader
  const { title, rest } = readTitled(text, { ...reader, anchors: true })
  for (const { level, line } of rest) if (level > 2) note(line, 'wrongStepHeading')
  const { before, sections } = sectionsAt(2, rest)
  if (before.length === 0) note(1, 'emptyText')
  noteLinks(before, note)
  if (sections.length > mostSteps) note(1, 'tooManySteps', { most: mostSteps })

  const seen = new Set<string>()
  const steps = sections.flatMap((section) => readStep(section, reader, seen))
  if (sections.length <= mostSteps) lintPaths(steps, note)
  return { title, introHtml: htmlOf(before, reader), steps }
}

function readStep({ heading, body }: Section, reader: Reader, seen: Set<string>): StepDraft[] {
  const { line } = heading
  const { note } = reader
  const { title, attributes } = readHeading(heading.content, line, known, note)
  const id = attributes.id ?? ''
  if (title === '') note(line, 'noStepTitle', { id })
  if (seen.has(id)) note(line, 'duplicateStep', { id })

  const at = body.findIndex((block) => isChoices(block))
  const text = at === -1 ? body : body.slice(0, at)
  if (text.length === 0) note(line, 'emptyStep', { id })
  noteLinks(text, note)
  for (const block of at === -1 ? [] : body.slice(at + 1)) note(block.line, 'textAfterChoices', { id })
  const choices = at === -1 ? [] : readChoices(id, body[at] as Block, reader)
  const outcome = readOutcome(id, line, attributes, note)
  if (outcome && choices.length > 0) note(line, 'endingWithChoices', { id })
  if (!attributes.has('outcome') && choices.length === 0) note(line, 'deadEnd', { id })
  if (id === '' || seen.has(id)) return []
  seen.add(id)
  return [{ id, line, title, html: htmlOf(text, reader), choices, outcome }]
}

function readOutcome(id: string, line: number, attributes: Attributes, note: Note): Outcome | null {
  const named = attributes.get('outcome')
  const outcome = outcomes.find((known) => known === named) ?? null
  if (named !== null && outcome === null) note(line, 'unknownOutcome', { id, outcome: named })
  return outcome
}

function readChoices(id: string, list: Block, reader: Reader): ChoiceDraft[] {
  const { note } = reader
  const count = list.children.length
  if (count < leastChoices || count > mostChoices)
    note(list.line, 'choiceCount', { id, least: leastChoices, most: mostChoices })
  const labels = new Set<string>()
  return list.children.map((item) => {
    const { line } = item
    const { content, feedbackHtml } = readItem(item, reader)
    const to = targetOf(content)
    const label = readPlain(content, line, note)
    if (to === null || label === '') note(line, 'choiceNotLink', { example: choiceExample })
    if (to !== null && feedbackHtml === null) note(line, 'choiceFeedbackMissing', { text: label })
    if (labels.has(label)) note(line, 'choiceTwice', { id, text: label })
    labels.add(label)
    return { line, label, feedbackHtml: feedbackHtml ?? '', to: to ?? '' }
  })
}

const linksIn = (content: string) =>
  parseLine(content).flatMap((token) => (token.type === 'link_open' ? [String(token.attrGet('href') ?? '')] : []))

/** The step a choice leads to: the whole line is one link to `#id`. */
function targetOf(content: string): string | null {
  const tokens = parseLine(content)
  const [link, ...more] = linksIn(content)
  const whole = tokens[0]?.type === 'link_open' && tokens.at(-1)?.type === 'link_close'
  return whole && link?.startsWith('#') && more.length === 0 ? link.slice(1) : null
}

/** The choices are the first list in which a line leads to a step; other lists are text. */
function isChoices(block: Block): boolean {
  const isList = block.type === 'bullet_list' || block.type === 'ordered_list'
  return isList && block.children.some((item) => linksIn(item.children[0]?.content ?? '').some(isAnchor))
}

const isAnchor = (link: string) => link.startsWith('#')

function noteLinks(blocks: readonly Block[], note: Note): void {
  for (const block of blocks) {
    if (linksIn(block.content).some(isAnchor)) note(block.line, 'linkOutsideChoice')
    noteLinks(block.children, note)
  }
}

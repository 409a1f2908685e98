import type { Note } from './faults.ts'
import type { QuestionDraft } from './question.ts'
import type { StepDraft } from './situation-paths.ts'

/** The same thing in both languages. */
export interface Twin<T> {
  da: T
  en: T
}

interface Named {
  id: string
  line: number
}

/**
 * Pairs the things of two files by id, in the Danish order. Notes what only one file has, and the first that stands
 * in another place. `names` are what the files are called in the faults.
 */
export function pairUp<T extends Named>(things: Twin<readonly T[]>, notes: Twin<Note>, names: Twin<string>): Twin<T>[] {
  const da = firstById(things.da)
  const en = firstById(things.en)
  for (const { id, line } of da.values()) if (!en.has(id)) notes.da(line, 'onlyHere', { id, other: names.en })
  for (const { id, line } of en.values()) if (!da.has(id)) notes.en(line, 'onlyHere', { id, other: names.da })

  const twins = [...da.values()].flatMap((one) => {
    const other = en.get(one.id)
    return other ? [{ da: one, en: other }] : []
  })
  const inEnglishOrder = [...en.values()].filter(({ id }) => da.has(id))
  const moved = inEnglishOrder.find(({ id }, index) => twins[index]?.da.id !== id)
  if (moved) notes.en(moved.line, 'otherPlace', { id: moved.id, other: names.da })
  return twins
}

const firstById = <T extends Named>(things: readonly T[]) => {
  const byId = new Map<string, T>()
  for (const thing of things) if (!byId.has(thing.id)) byId.set(thing.id, thing)
  return byId
}

/** A question is the same in both languages but for its words; differences are noted at the English one. */
export function compareQuestion({ da, en }: Twin<QuestionDraft>, note: Note, other: string): void {
  const { id, line } = en
  if (da.unread || en.unread) return
  if (da.kind !== en.kind) {
    note(line, 'otherKind', { id, other })
    return
  }
  const same = {
    must: da.must === en.must,
    applied: da.applied === en.applied,
    'page=': oneIsMissing(da.pageId, en.pageId) || da.pageId === en.pageId,
    'source=': oneIsMissing(da.sources[0], en.sources[0]) || da.sources.join(' ') === en.sources.join(' '),
    'answer=': da.number?.answer === en.number?.answer,
    'tolerance=': da.number?.tolerance === en.number?.tolerance,
    'unit=': (da.number?.unit == null) === (en.number?.unit == null),
  }
  for (const [name, is] of Object.entries(same)) if (!is) note(line, 'otherAttribute', { id, name, other })
  if (answersIn(da) !== answersIn(en)) note(line, 'otherCount', { id, other })
  else if (rightPlaces(da) !== rightPlaces(en)) note(line, 'otherRight', { id, other })
}

/** What is missing is noted where it is missing. */
const oneIsMissing = (da: string | undefined, en: string | undefined) => !da || !en
const answersIn = ({ options, items, pairs }: QuestionDraft) => options.length + items.length + pairs.length
const rightPlaces = ({ options }: QuestionDraft) => options.map((option) => (option.right ? 'x' : '-')).join('')

/** A step is the same in both languages but for its words; differences are noted at the English one. */
export function compareStep({ da, en }: Twin<StepDraft>, note: Note, other: string): void {
  const { id, line } = en
  if (da.outcome !== en.outcome) note(line, 'otherAttribute', { id, name: 'outcome=', other })
  if (da.choices.length !== en.choices.length) note(line, 'otherCount', { id, other })
  else if ([da, en].every(hasTargets) && targets(da) !== targets(en)) note(line, 'otherTarget', { id, other })
}

const hasTargets = (step: StepDraft) => step.choices.every((choice) => choice.to !== '')
const targets = (step: StepDraft) => step.choices.map((choice) => choice.to).join(' ')

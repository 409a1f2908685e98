import type { Twin } from '#courses/twins.ts'
import { languages } from '#web/language.ts'

/** A question as it is written, found without reading the quiz: a quiz with faults has questions too. */
export interface WrittenQuestion {
  id: string
  title: string
  /** The page that teaches it; '' when it says none. */
  pageId: string
  text: string
}

export interface QuestionChanges {
  added: readonly WrittenQuestion[]
  gone: readonly WrittenQuestion[]
  changed: readonly WrittenQuestion[]
  /** The ones that stayed stand in another order. */
  moved: boolean
}

/** What became of a quiz, question by question, by their ids; a question has changed when either language has. Titles are the Danish ones. */
export function compareQuestions(before: Twin<string>, after: Twin<string>): QuestionChanges {
  const old = inBoth(before)
  const now = inBoth(after)
  const stayed = [...now.da.keys()].filter((id) => old.da.has(id))
  const earlier = [...old.da.keys()].filter((id) => now.da.has(id))
  const isSame = (id: string) =>
    languages.every((language) => old[language].get(id)?.text === now[language].get(id)?.text)
  return {
    added: [...now.da.values()].filter(({ id }) => !old.da.has(id)),
    gone: [...old.da.values()].filter(({ id }) => !now.da.has(id)),
    changed: [...now.da.values()].filter(({ id }) => old.da.has(id) && !isSame(id)),
    moved: stayed.join(' ') !== earlier.join(' '),
  }
}

const inBoth = ({ da, en }: Twin<string>) => ({ da: writtenQuestions(da), en: writtenQuestions(en) })

/** The questions of a quiz by id, in order; those without an id are not among them. */
export function writtenQuestions(quiz: string): Map<string, WrittenQuestion> {
  const questions = new Map<string, WrittenQuestion>()
  for (const part of quiz.replaceAll(/\r\n?/g, '\n').split(/^(?=### )/m)) {
    const question = readPart(part)
    if (question && !questions.has(question.id)) questions.set(question.id, question)
  }
  return questions
}

function readPart(part: string): WrittenQuestion | null {
  const heading = part.slice(4, part.includes('\n') ? part.indexOf('\n') : undefined).trim()
  const open = heading.lastIndexOf('{')
  if (!part.startsWith('### ') || open === -1 || !heading.endsWith('}')) return null
  const said = heading.slice(open + 1, -1)
  const id = /(?:^|\s)#([a-z0-9-]{1,60})(?=\s|$)/.exec(said)?.[1]
  const page = /(?:^|\s)page=(?:"([a-z0-9-]*)"|([a-z0-9-]+))/.exec(said)
  return id
    ? { id, title: heading.slice(0, open).trim(), pageId: page?.[1] ?? page?.[2] ?? '', text: part.trim() }
    : null
}

import { isUtf8 } from 'node:buffer'
import { Refusal } from '#base/refusal.ts'
import { isKept, keptFile } from '#courses/source-store.ts'
import type { Reading, Work } from '#db/work.ts'
import { type Base, baseOf, type WorkingFile, workingSha } from '#drafts/draft.ts'
import { saveDraft } from '#drafts/save-draft.ts'
import { getWorkingFile } from '#drafts/store.ts'
import type { Language } from '#web/language.ts'
import { type QuizPlace, quizPath } from './addresses.ts'
import { partOf } from './quiz-changes.ts'
import { printForm, type QuizForm, readForm } from './quiz-form.ts'

/** One quiz file to be changed, and which version of it a change takes the place of. */
export interface QuizFile {
  path: string
  /** Null when nothing was written for this language yet. */
  form: QuizForm | null
  base: Base
}

/** What a writer had before her when she began; `sitting` names that opening of the form. */
export interface Seen {
  base: Base
  sitting: string | null
}

/** The quiz as it stands now. */
export async function quizNow(db: Reading, place: QuizPlace, language: Language): Promise<QuizFile> {
  return currentOf(db, await getWorkingFile(db, place.courseId, quizPath(place, language)))
}

/**
 * The quiz to write one question into. As it stands now, when the writer has seen that, or when nobody has touched this question since: what
 * others did to other questions stays. Otherwise as she saw it, so that her version comes to stand beside the one she has not seen.
 */
export async function quizToChange(
  db: Reading,
  place: QuizPlace,
  of: { language: Language; questionId: string; seen: Seen },
): Promise<QuizFile> {
  const { language, questionId, seen } = of
  const file = await getWorkingFile(db, place.courseId, quizPath(place, language))
  const now = await currentOf(db, file)
  if (now.base === seen.base || (seen.sitting !== null && file.drafts.at(-1)?.sitting === seen.sitting)) return now
  const then = await formAt(db, seen.base)
  if (then && sourceOf(then, questionId) === sourceOf(now.form, questionId)) return now
  return { ...now, form: then ?? now.form, base: seen.base }
}

async function currentOf(db: Reading, file: WorkingFile): Promise<QuizFile> {
  const sha256 = workingSha(file)
  return { path: file.path, form: sha256 === null ? null : await formOf(db, sha256), base: baseOf(file) }
}

/** Refuses: conflict for a file that is no text, which would be lost in part when it is written again. */
async function formOf(db: Reading, sha256: string): Promise<QuizForm> {
  const bytes = await keptFile(db, sha256)
  if (!isUtf8(bytes)) throw new Refusal('conflict', 'a quiz that is not UTF-8')
  return readForm(new TextDecoder().decode(bytes))
}

/** The quiz that a base stands for; null when it is not kept any more. */
async function formAt(db: Reading, base: Base): Promise<QuizForm | null> {
  const sha256 = base.split(' ')[1] ?? ''
  if (sha256 === 'none') return readForm('')
  return (await isKept(db, sha256)) ? formOf(db, sha256) : null
}

const sourceOf = (form: QuizForm | null, id: string) => (form && partOf(form, id)?.source) ?? null

/** Saves a quiz as a draft. Refuses as saveDraft does. */
export const saveQuiz = (work: Work, courseId: string, { path, base }: QuizFile, form: QuizForm, sitting?: string) =>
  saveDraft(work, { courseId, path, base, bytes: new TextEncoder().encode(printForm(form)), sitting: sitting ?? null })

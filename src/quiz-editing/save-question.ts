import { Refusal } from '#base/refusal.ts'
import type { InBoth } from '#courses/course.ts'
import { freeSlug, slugOf } from '#courses/slug.ts'
import type { Twin } from '#courses/twins.ts'
import type { Work } from '#db/work.ts'
import type { Base } from '#drafts/draft.ts'
import { type Language, languages } from '#web/language.ts'
import type { QuizPlace } from './addresses.ts'
import type { FormQuestion } from './form-question.ts'
import { questionHeld } from './question-held.ts'
import { partOf, withQuestion } from './quiz-changes.ts'
import { type QuizFile, quizNow, quizToChange, saveQuiz } from './quiz-file.ts'
import { type QuizForm, readForm } from './quiz-form.ts'
import { splitTwin, type TwinQuestion } from './twin-question.ts'

/** A question as somebody saves it. */
export interface SavingQuestion {
  place: QuizPlace
  /** Without an id it is new: it gets one by its Danish text, and stands last. */
  question: TwinQuestion
  /** What the writer had before her. */
  bases: Twin<Base>
  sitting: string
  /** What a quiz is called of which nothing was written yet. */
  titles: InBoth
}

export interface SavedQuestion {
  id: string
  bases: Twin<Base>
  /** Somebody changed the same question meanwhile: two versions of a file stand beside each other. */
  beside: boolean
}

/**
 * Saves a question into the quiz of both languages, as drafts. Nothing else in the files changes. Refuses: not-found for an id that neither has,
 * conflict for a question that no form can hold; and as saveDraft does.
 */
export async function saveQuestion(work: Work, saving: SavingQuestion): Promise<SavedQuestion> {
  const { place, question, bases, sitting } = saving
  const id = question.id || (await freshId(work, place, question.title.da))
  const texts = splitTwin({ ...question, id })
  const saved: Partial<Twin<{ base: Base; beside: boolean }>> = {}
  const files = { da: await fileOf(work, saving, id, 'da'), en: await fileOf(work, saving, id, 'en') }
  if (question.id !== '') mustHold([files.da.form, files.en.form], id)
  for (const language of languages) {
    const file = files[language]
    const form = file.form ?? readForm(`# ${saving.titles[language]}\n\n`)
    const after = language === 'da' ? undefined : before(files.da.form, form, id)
    saved[language] = await write(work, place, { file, form, question: texts[language], after, sitting })
  }
  const { da, en } = saved as Twin<{ base: Base; beside: boolean }>
  return { id, bases: { da: da?.base ?? bases.da, en: en?.base ?? bases.en }, beside: da.beside || en.beside }
}

const fileOf = (work: Work, { place, bases, sitting }: SavingQuestion, questionId: string, language: Language) =>
  quizToChange(work.db, place, { language, questionId, seen: { base: bases[language], sitting } })

function mustHold(forms: readonly (QuizForm | null)[], id: string): void {
  const parts = forms.flatMap((form) => (form && partOf(form, id)) ?? [])
  if (parts.length === 0) throw new Refusal('not-found', 'question')
  if (!parts.every(questionHeld)) throw new Refusal('conflict', 'no form can hold this question')
}

/** Words in addresses beside the ids of questions. */
const reserved = ['new', 'order']

async function freshId(work: Work, place: QuizPlace, title: string): Promise<string> {
  const files = await Promise.all(languages.map((language) => quizNow(work.db, place, language)))
  const taken = files.flatMap(({ form }) => form?.parts.flatMap((part) => part.id ?? []) ?? [])
  return freeSlug(slugOf(title) || 'q', [...reserved, ...taken])
}

/** The nearest question before this one that both languages have: behind it a missing one is put in. Undefined for a new one. */
function before(danish: QuizForm | null, form: QuizForm, id: string): string | null | undefined {
  const ids = danish?.parts.map((part) => part.id) ?? []
  if (!ids.includes(id)) return undefined
  const known = new Set(form.parts.map((part) => part.id))
  return ids.slice(0, ids.indexOf(id)).findLast((one) => known.has(one)) ?? null
}

interface Writing {
  file: QuizFile
  form: QuizForm
  question: FormQuestion
  after: string | null | undefined
  sitting: string
}

async function write(work: Work, { courseId }: QuizPlace, { file, form, question, after, sitting }: Writing) {
  const changed = withQuestion(form, question, after)
  return changed === file.form ? { base: file.base, beside: false } : saveQuiz(work, courseId, file, changed, sitting)
}

import type { InBoth, QuestionDocument } from '#courses/course.ts'
import type { Fault } from '#courses/faults.ts'
import { noteInto } from '#courses/faults.ts'
import { joinQuestion } from '#courses/join-twins.ts'
import { readQuiz } from '#courses/quiz.ts'
import { readQuestions } from '#interchange/read-questions.ts'
import { toGift } from '#interchange/to-gift.ts'
import { toNative } from '#interchange/to-native.ts'
import type { Language } from '#web/language.ts'

export const anywhere = { pageId: 'side', sourceId: 'kilde' }

/** Reads native text of one language as a quiz; both languages of what comes out are the same. */
export function readNative(text: string, language: Language = 'da') {
  const faults: Fault[] = []
  const note = noteInto(faults, 'quiz.md')
  const surroundings = { localKeys: null, pictures: new Set<string>(), shown: new Set<string>(), anchors: false }
  const reader = { note, place: { language, moduleId: 'modul' }, ...surroundings }
  const targets = { pageIds: new Set([anywhere.pageId]), sourceIds: null }
  const drafts = readQuiz(`# Quiz\n\n${text}`, reader, targets)
  return { questions: drafts.map((draft) => joinQuestion({ da: draft, en: draft })), faults }
}

/** A bank out as GIFT, in again, as text, and read as a quiz. */
export function outAndIn(questions: readonly QuestionDocument[], language: Language) {
  const gift = toGift(questions, language)
  const read = readQuestions(gift, { language })
  const targets = {
    pageIds: new Set(questions.map(({ pageId }) => pageId)),
    sourceIds: new Set(questions.flatMap(({ sources }) => sources)),
  }
  const native = toNative(read, { ...anywhere, targets })
  return { gift, read, native, back: readNative(native, language).questions }
}

/** What a bank says in one language, as `readNative` gives it: the same text in both. */
export const inOneLanguage = (question: QuestionDocument, language: Language): QuestionDocument =>
  JSON.parse(JSON.stringify(question), (_, value: unknown) => (isInBoth(value) ? both(value[language]) : value))

const isInBoth = (value: unknown): value is InBoth =>
  typeof value === 'object' && value !== null && 'da' in value && 'en' in value && Object.keys(value).length === 2
const both = (text: string): InBoth => ({ da: text, en: text })

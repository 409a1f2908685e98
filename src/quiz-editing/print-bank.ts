import { Refusal } from '#base/refusal.ts'
import { joinQuestion } from '#courses/join-twins.ts'
import type { QuestionDraft } from '#courses/question.ts'
import { workingFolder } from '#drafts/store.ts'
import type { House } from '#house.ts'
import { toGift } from '#interchange/to-gift.ts'
import { lookAtFile } from '#reader/look.ts'
import type { Language } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { type QuizPlace, quizPath } from './addresses.ts'
import { publishedModule } from './bank-module.ts'

/**
 * A module's questions in one language as GIFT, as they are being written. One with faults that hide what it means is named in a comment. Refuses:
 * not-found; busy and too-large as the reader does.
 */
export async function printBank(house: House, place: QuizPlace, language: Language): Promise<string> {
  const folder = await workingFolder(house.db, place.courseId)
  const path = quizPath(place, language)
  const isThere = [...folder.files.keys()].some((one) => one.startsWith(`${place.moduleId}/`))
  if (!isThere) return toGift((await publishedModule(house.db, place)).questions, language)
  if (!folder.files.has(path)) throw new Refusal('not-found', path)

  const { questions = [] } = await lookAtFile(house, { folder, path })
  const sound = questions.filter((question) => !question.unread)
  const broken = questions.filter((question) => question.unread)
  const gift = toGift(
    sound.map((question) => joinQuestion({ da: question, en: question })),
    language,
  )
  return [...broken.map((question) => leftOut(question, language)), gift].join('')
}

const leftOut = ({ title, id }: QuestionDraft, language: Language): string =>
  `// ${wordsIn(language).t('quizEditing.bank.leftOut', { title: title.replaceAll(/\s+/g, ' '), id })}\n\n`

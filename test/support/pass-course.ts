import type { CourseDocument, ModuleDocument } from '#courses/course.ts'
import { wayToEnding } from '#demo/play-course.ts'
import type { Language } from '#web/language.ts'
import { answerTo, type How, verdictOn } from './answers.ts'
import type { Sender } from './sender.ts'

/** Somebody who goes through published courses by the very requests a browser sends, knowing the right answers from the course's text. */
export interface Student {
  sender: Sender
  /** That of the pages. */
  language: Language
}

interface Part {
  course: CourseDocument
  module: ModuleDocument
}

/** Passes these modules of a course, or all of them; gives the address of the last result. */
export async function passModules(
  student: Student,
  course: CourseDocument,
  modules: readonly ModuleDocument[] = course.modules,
): Promise<string> {
  let result = ''
  for (const module of modules) {
    await goThrough(student, { course, module })
    result = await tryQuiz(student, { course, module }, 'right')
  }
  return result
}

/** Reads every page, takes the shortest way through the situation, and does the exercise: all that comes before the quiz. */
export async function goThrough({ sender, language }: Student, { course, module }: Part): Promise<void> {
  const address = addressOf({ course, module })
  for (const { id } of module.pages) await sender.post(`${address}/${id}/reading`)
  let at = `${address}/situation/${module.situation?.steps[0]?.id}`
  for (const choice of module.situation ? wayToEnding(module.situation) : [])
    at = await sender.post(at, { choice: String(choice) })
  if (module.exercise === null) return

  const round = await sender.open(await sender.post(`${address}/exercise`))
  const verdicts = round.querySelectorAll('article.guest').map((guest) => {
    const said = (selector: string) => guest.querySelector(selector)?.textContent ?? ''
    const field = guest.querySelector('input')?.getAttribute('name') as string
    return [field, verdictOn({ proof: said('.proof'), born: said('.born') }, language)]
  })
  await sender.submit(round, 'main form', Object.fromEntries(verdicts))
}

/** Starts the quiz of a module; gives the address of its first question. */
export const startQuiz = ({ sender }: Pick<Student, 'sender'>, part: Part): Promise<string> =>
  sender.post(`${addressOf(part)}/attempts`)

/** Answers the whole quiz and hands it in; gives the address of the result. Throws when it came out otherwise than meant. */
export async function tryQuiz(student: Student, part: Part, how: How): Promise<string> {
  const { sender, language } = student
  let question = await startQuiz(student, part)
  while (!question.endsWith('/review')) {
    const page = await sender.open(question)
    const title = page.querySelector('legend')?.textContent.trim()
    const asked = part.module.questions.find((one) => one.title[language] === title)
    if (!asked) throw new Error(`unknown question: ${title}`)
    const answer = answerTo(asked, language, how)
    question = await sender.submit(page, '#answers', answer.length > 0 ? { choice: answer } : {})
  }
  const result = await sender.submit(await sender.open(question), 'main form', {})
  const passed = (await sender.open(result)).querySelector('[data-state="passed"], [data-state="failed"]')
  if (passed?.getAttribute('data-state') !== (how === 'right' ? 'passed' : 'failed'))
    throw new Error(`${addressOf(part)} was not ${how === 'right' ? 'passed' : 'failed'}`)
  return result
}

const addressOf = ({ course, module }: Part) => `/learning/${course.id}/${module.id}`

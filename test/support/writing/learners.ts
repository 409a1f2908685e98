import { expect } from 'vitest'
import type { Day } from '#base/dates.ts'
import type { ModuleDocument } from '#courses/course.ts'
import { shippedCourse } from '../courses.ts'
import { readModule, takeQuiz } from '../learner.ts'
import type { Walker } from '../walker.ts'
import { changed } from './page.ts'
import { asked } from './question.ts'
import type { WritingTown } from './town.ts'

const language = 'da'

/** The module as it came with the software. */
export async function shippedModule(): Promise<ModuleDocument> {
  const { modules } = await shippedCourse('grundkursus')
  return modules.find((module) => module.id === changed.module) as ModuleDocument
}

const addressOf = (page: string) => `/learning/grundkursus/${changed.module}/${page}`

/** Number and last day of Marco's certificate in the basic course: what is printed. */
export async function certificateOf(marco: Walker): Promise<{ number: string; printed: string }> {
  await marco.open('/learning')
  const links = marco.page.locator('a[href^="/certificates/"]', { hasText: 'Grundkursus' })
  expect(await links.count()).toBe(1)
  await marco.click(links)
  const facts = await marco.page.locator('.certificate .facts > div').allInnerTexts()
  return { number: await marco.page.locator('.number').innerText(), printed: facts.slice(0, 3).join(' ') }
}

/** Marco, who has a valid certificate, gets the one page and the questions on it, and nothing else. */
export async function readAgain(marco: Walker, module: ModuleDocument, dueOn: Day): Promise<void> {
  const { page, w } = marco
  await marco.open('/learning/grundkursus')
  expect(await marco.text()).toContain(w.t('certificates.owesText', { count: 1, day: w.date(dueOn) }))
  const parts = page.locator('ol.modules li a')
  expect(await parts.evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual([
    addressOf(changed.page),
    addressOf('quiz'),
  ])
  await marco.follow(w.t('certificates.toChangedPages'))
  expect(await marco.text()).toContain(changed.sentence)

  const questions = [...module.questions.filter(({ pageId }) => pageId === changed.page), asked]
  const short: ModuleDocument = {
    ...module,
    ...{ pages: module.pages.filter(({ id }) => id === changed.page), situation: null, exercise: null },
    ...{ questions, quiz: { ...module.quiz, draw: questions.length } },
  }
  await readModule({ page, language }, short)
  await takeQuiz({ page, language }, short, 'right')
  expect(await marco.text()).toContain(w.t('rereading.back'))
}

/** Noor is in the middle of the module: she has read the pages before the one that will change. */
export async function readUpTo(town: WritingTown, module: ModuleDocument): Promise<void> {
  const noor = await town.senderOf('noor')
  const before = module.pages.slice(0, placeOf(module))
  for (const { id } of before) await noor.post(`${addressOf(id)}/reading`)
}

/** Noor goes on where she was, and finishes the module on the text she began with. */
export async function finishOnOwnText(noor: Walker, module: ModuleDocument): Promise<void> {
  const { page, w } = noor
  await noor.open('/learning')
  await noor.follow(w.t('learning.continue'))
  expect(await noor.heading()).toBe(changed.title)
  const text = await noor.text()
  expect(text).toContain(changed.behind)
  expect(text).not.toContain(changed.sentence)

  const learner = { page, language } as const
  await readModule(learner, { ...module, pages: module.pages.slice(placeOf(module)) })
  await takeQuiz(learner, module, 'right')
  expect(await noor.heading()).toBe('Bestået')
}

const placeOf = (module: ModuleDocument) => module.pages.findIndex(({ id }) => id === changed.page)

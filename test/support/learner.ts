import type { Page } from 'playwright-core'
import type { ModuleDocument, QuestionDocument, SituationDocument } from '#courses/course.ts'
import { wayToEnding } from '#demo/play-course.ts'
import type { Language } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { answerTo, verdictOn } from './answers.ts'
import { finger, type Hand } from './hand.ts'

/** A learner in a real browser: goes through a module by what stands on the page, knowing the right answers from the course's text. */
export interface Learner {
  page: Page
  language: Language
  hand?: Hand
}

const exact = { exact: true }

/** Reads every page, goes through the situation and does the exercise, up to the start of the quiz. */
export async function readModule(learner: Learner, module: ModuleDocument): Promise<void> {
  const { page, language, hand = finger } = learner
  const { t } = wordsIn(language)
  for (const { title } of module.pages) {
    await page.getByRole('heading', { level: 1, name: title[language], ...exact }).waitFor()
    await hand.press(page.getByRole('button', { name: t('learning.readOn') }))
  }
  if (module.situation) await playSituation(learner, module.situation)
  if (module.exercise) {
    if (module.situation) await hand.press(page.getByRole('link', { name: t('learning.toExercise') }))
    await doExercise(learner)
  }
  if (module.situation || module.exercise) await hand.press(page.getByRole('link', { name: t('learning.toQuiz') }))
  await page.waitForURL('**/quiz')
}

async function playSituation({ page, language, hand = finger }: Learner, situation: SituationDocument): Promise<void> {
  let step = situation.steps[0]
  for (const choice of wayToEnding(situation)) {
    const taken = step?.choices[choice]
    if (!taken) throw new Error(`no choice ${choice} in ${step?.id}`)
    await hand.press(page.getByRole('button', { name: taken.label[language], ...exact }))
    await page.waitForURL(`**/situation/${taken.to}`)
    step = situation.steps.find((one) => one.id === taken.to)
  }
}

async function doExercise({ page, language, hand = finger }: Learner): Promise<void> {
  const { t } = wordsIn(language)
  await hand.press(page.locator('main form button').first())
  await page.waitForURL(/exercise\/[^/]+$/)
  for (const guest of await page.locator('article.guest').all()) {
    const id = { proof: await guest.locator('.proof').innerText(), born: await guest.locator('.born').innerText() }
    await hand.tick(guest.getByLabel(verdictOn(id, language), exact))
  }
  await hand.press(page.getByRole('button', { name: t('exercises.check') }))
  await page.getByRole('heading', { level: 1, name: t('exercises.passedTitle') }).waitFor()
}

/** Answers the whole quiz and hands it in; ends on the result. Wrong means a wrong answer to every question with options. */
export async function takeQuiz(learner: Learner, module: ModuleDocument, how: 'right' | 'wrong'): Promise<void> {
  const { page, language, hand = finger } = learner
  const { t } = wordsIn(language)
  await hand.press(page.locator('main form button').first())
  await page.waitForURL(/questions\/1$/)
  for (let n = 1; n <= module.quiz.draw; n++) {
    const title = ((await page.locator('legend').textContent()) ?? '').trim()
    const question = module.questions.find((one) => one.title[language] === title)
    if (!question) throw new Error(`unknown question: ${title}`)
    await answer(learner, question, how)
    await hand.press(page.getByRole('button', { name: t('learning.saveOn') }))
    await page.waitForURL(n < module.quiz.draw ? new RegExp(`questions/${n + 1}$`) : /review$/)
  }
  await hand.press(page.locator('main form button').first())
  await page.waitForURL(/result$/)
}

async function answer({ page, language, hand = finger }: Learner, question: QuestionDocument, how: 'right' | 'wrong') {
  for (const [place, text] of answerTo(question, language, how).entries())
    switch (question.kind) {
      case 'one':
      case 'several':
        await hand.tick(page.getByLabel(text, exact))
        break
      case 'order':
        await hand.pick(page.locator('select').nth(place), text)
        break
      case 'match':
        await hand.pick(page.getByLabel(question.pairs[place]?.left[language] ?? '', exact), text)
        break
      case 'number':
        await hand.write(page.locator('input[name=choice]'), text)
    }
}

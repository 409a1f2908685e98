import type { Page } from 'playwright-core'
import type { ModuleDocument, QuestionDocument } from '#courses/course.ts'
import { wayToEnding } from '#demo/play-course.ts'
import type { Language } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { finger, type Hand } from './hand.ts'

/** A learner in a real browser: goes through a module by what stands on the page, knowing the right answers from the course's text. */
export interface Learner {
  page: Page
  language: Language
  hand?: Hand
}

const exact = { exact: true }

/** Reads every page and goes through the situation, up to the start of the quiz. */
export async function readModule({ page, language, hand = finger }: Learner, module: ModuleDocument): Promise<void> {
  const { t } = wordsIn(language)
  for (const { title } of module.pages) {
    await page.getByRole('heading', { level: 1, name: title[language], ...exact }).waitFor()
    await hand.press(page.getByRole('button', { name: t('learning.readOn') }))
  }
  if (!module.situation) return
  let step = module.situation.steps[0]
  for (const choice of wayToEnding(module.situation)) {
    const taken = step?.choices[choice]
    if (!taken) throw new Error(`no choice ${choice} in ${step?.id}`)
    await hand.press(page.getByRole('button', { name: taken.label[language], ...exact }))
    await page.waitForURL(`**/situation/${taken.to}`)
    step = module.situation.steps.find((one) => one.id === taken.to)
  }
  await hand.press(page.getByRole('link', { name: t('learning.toQuiz') }))
  await page.waitForURL('**/quiz')
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
  const right = how === 'right'
  switch (question.kind) {
    case 'one': {
      const option = question.options.find((one) => one.right === right)
      return hand.tick(page.getByLabel(option?.text[language] ?? '', exact))
    }
    case 'several':
      for (const option of question.options)
        if (option.right === right) await hand.tick(page.getByLabel(option.text[language], exact))
      return
    case 'order':
      for (const [place, item] of (right ? question.items : question.items.toReversed()).entries())
        await hand.pick(page.locator('select').nth(place), item[language])
      return
    case 'match':
      for (const { left, right: partner } of question.pairs)
        if (right) await hand.pick(page.getByLabel(left[language], exact), partner[language])
      return
    case 'number':
      return hand.write(page.locator('input[name=choice]'), String(question.answer + (right ? 0 : 100)))
  }
}

import { expect } from 'vitest'
import type { QuestionDocument } from '#courses/course.ts'
import type { Walker } from '../walker.ts'
import { changed, textIn, waitForSaved } from './page.ts'

const both = (text: string) => ({ da: text, en: text })
const option = (text: string, right: boolean, feedback: string) => ({
  text: both(text),
  right,
  feedbackHtml: both(feedback),
})

/** What Ada asks about her page, as it is in the end. */
export const asked = {
  id: 'hvem-ved-det',
  kind: 'one',
  must: false,
  applied: true,
  pageId: changed.page,
  sources: ['branchen'],
  title: both('Du rydder et glas af, før du taler med en gæst, der er vred. Hvem siger du det til?'),
  html: both(''),
  options: [
    option('Min kollega', true, 'Ja. Så holder en anden øje, mens du ser ned.'),
    option('Gæsten', false, 'Gæsten kan tage det som en trussel.'),
    option('Ingen', false, 'Så er der ingen, der holder øje imens.'),
  ],
  explanationHtml: both('Når to ved det, er der altid én, der ser på gæsten.'),
} as const satisfies QuestionDocument

const slip = 'der er sur'
const meant = 'der er vred'

/** A question by form, with a word in it that she corrects afterwards. */
export async function addQuestion(ada: Walker): Promise<void> {
  const { w, page } = ada
  await ada.open(`/authoring/grundkursus/modules/${changed.module}`)
  await ada.follow(w.t('authoring.toQuestions'))
  await ada.follow(w.t('quizEditing.new'))
  await ada.fill({ kind: asked.kind })
  await ada.press(w.t('quizEditing.choose'))

  await ada.fill({
    'title-da': asked.title.da.replace(meant, slip),
    'explanation-da': asked.explanationHtml.da,
    page: asked.pageId,
    right: String(asked.options.findIndex((one) => one.right)),
    source: 'branchen',
    flag: 'applied',
  })
  for (const [row, { text, feedbackHtml }] of asked.options.entries())
    await ada.fill({ [`answer-${row}-text-da`]: text.da, [`answer-${row}-feedback-da`]: feedbackHtml.da })
  await ada.click(page.getByRole('button', { name: `${w.t('quizEditing.removeAnswer')} Svar 4` }))
  await ada.press(w.t('quizEditing.save'))
  expect(await page.locator('#to-mend').count()).toBe(0)
  expect(await page.locator('section.preview').innerText()).toContain(slip)
}

/** The same question as text: the form shows what was corrected there. */
export async function correctAsText(ada: Walker): Promise<void> {
  const { w, page } = ada
  const form = new URL(page.url()).pathname
  await ada.follow(w.t('quizEditing.asText.da'))
  const text = await textIn(page)
  expect(text.split('\n').filter((line) => line.includes(slip))).toHaveLength(1)
  await page.locator('#text').fill(text.replace(slip, meant))
  await page.locator('#look .preview').getByText(meant).waitFor()
  await waitForSaved(page)

  await ada.open(form)
  const title = (language: string) => page.locator(`[name=title-${language}]`).inputValue()
  expect(await title('da')).toBe(asked.title.da)
  expect(await page.locator('[name=right]:checked').inputValue()).toBe('0')
  expect(await page.locator('[name=answer-1-feedback-da]').inputValue()).toBe(asked.options[1].feedbackHtml.da)
}

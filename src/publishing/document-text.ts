import type { CourseDocument, ModuleDocument, QuestionDocument } from '#courses/course.ts'
import { type Language, languages } from '#web/language.ts'

/**
 * A published text as lines of plain text, by the paths its files would have: for comparing with a revision from before files were kept.
 * What is not read by learners (sources, rules of the quiz) is left out.
 */
export function documentTexts({ modules }: CourseDocument): Map<string, string> {
  const texts = new Map<string, string>()
  for (const module of modules)
    for (const language of languages) {
      const put = (name: string, lines: readonly string[]) =>
        texts.set(`${module.id}/${language}/${name}`, lines.filter((line) => line !== '').join('\n'))
      for (const [place, page] of module.pages.entries())
        put(`${String(place + 1).padStart(2, '0')}-${page.id}.md`, [
          page.title[language],
          ...lines(page.html[language]),
        ])
      put(
        'quiz.md',
        module.questions.flatMap((question) => [...questionLines(question, language), ' ']),
      )
      if (module.situation) put('situation.md', situationLines(module.situation, language))
      if (module.card) put('hjaelpekort.md', [module.card.title[language], ...lines(module.card.html[language])])
    }
  return texts
}

/** As it is written, so that questions are found again by their ids. */
function questionLines(question: QuestionDocument, language: Language): string[] {
  const { id, pageId, title, html, explanationHtml } = question
  return [
    `### ${title[language]} {#${id}${question.must ? ' must' : ''} page=${pageId}}`,
    ...lines(html[language]),
    ...answerLines(question, language),
    ...lines(explanationHtml[language]).map((line) => `> ${line}`),
  ]
}

function answerLines(question: QuestionDocument, language: Language): string[] {
  switch (question.kind) {
    case 'order':
      return question.items.map((item, place) => `${place + 1}. ${item[language]}`)
    case 'match':
      return question.pairs.map(({ left, right }) => `- ${left[language]} = ${right[language]}`)
    case 'number':
      return [`= ${question.answer} ± ${question.tolerance} ${question.unit?.[language] ?? ''}`.trim()]
    default:
      return question.options.flatMap(({ text, right, feedbackHtml }) => [
        `- [${right ? 'x' : ' '}] ${text[language]}`,
        ...lines(feedbackHtml?.[language] ?? '').map((line) => `  > ${line}`),
      ])
  }
}

function situationLines(situation: NonNullable<ModuleDocument['situation']>, language: Language): string[] {
  return [
    situation.title[language],
    ...lines(situation.introHtml[language]),
    ...situation.steps.flatMap((step) => [
      `## ${step.title[language]}`,
      ...lines(step.html[language]),
      ...step.choices.flatMap(({ label, feedbackHtml }) => [
        `- ${label[language]}`,
        ...lines(feedbackHtml[language]).map((line) => `  > ${line}`),
      ]),
    ]),
  ]
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** HTML made by us, as lines: a block is a line. */
const lines = (html: string): string[] =>
  html
    .replaceAll(/<\/(?:p|li|h\d|blockquote|div|tr|pre)>|<br>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => signs[name] as string)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

import { pictureAddress } from '#courses/pictures.ts'
import type { QuestionDraft } from '#courses/question.ts'
import type { SituationDraft } from '#courses/situation.ts'
import type { FilePlace } from '#drafts/file-path.ts'
import type { FileLook } from '#reader/look-at.ts'
import { type ShownQuestion, toShownQuestion } from '#reviewing/shown-question.ts'
import { type ShownSituation, toShownSituation } from '#reviewing/shown-situation.ts'
import type { Language } from '#web/language.ts'
import { type Words, wordsIn } from '#web/words.ts'
import { courseUrl } from './addresses.ts'
import { type LocalLine, localLines, markLocal } from './editor-local.ts'

/** More than a course may have is told as a fault, and not drawn: a text made to be large would become a page without end. */
const most = { questions: 200, answers: 20, steps: 60, choices: 10 }

/** A text as a learner will see it. */
export interface PreviewPart {
  language: Language
  page: { title: string; bodyHtml: string } | null
  /** A help card, as it stands in a pocket. */
  card: { title: string; bodyHtml: string; course: string } | null
  situation: ({ title: string } & ShownSituation) | null
  questions: readonly PreviewQuestion[]
  local: readonly LocalLine[]
  unfilled: boolean
}

/** A question as it is asked, and what is said once it is handed in. */
export interface PreviewQuestion extends ShownQuestion {
  id: string
  /** Where it begins in the text. */
  where: string
  line: number
  how: string
  kind: 'one' | 'several' | 'picks' | 'number'
  /** What can be picked, and the label of each place it can be picked for. */
  picks: readonly string[]
  places: readonly string[]
  numberLabel: string
}

/** Texts are put into the language they are written in; `values`: what the town says for its local facts in it. */
export function toPreview(
  look: FileLook,
  of: { courseId: string; place: FilePlace; values: Readonly<Record<string, string>>; text: string },
): PreviewPart | null {
  const { courseId, place, values, text } = of
  if (place.moduleId === null || place.language === null) return null
  const { moduleId, language } = place
  const w = wordsIn(language)
  const local = { course: look, language, values }
  const inPage = (html: string) =>
    markLocal(html, local).replaceAll(pictureAddress(moduleId, ''), `${courseUrl(courseId)}/pictures/${moduleId}/`)
  const page = look.page && { title: look.page.title, bodyHtml: inPage(look.page.html) }
  const lines = localLines(text, local)
  return {
    language,
    page: (look.kind === 'page' && page) || null,
    card: look.kind === 'card' && page ? { ...page, course: look.titles.course?.[language] ?? '' } : null,
    situation: look.situation
      ? { title: look.situation.title, ...toShownSituation(drawn(look.situation), inPage, w) }
      : null,
    questions: (look.questions ?? [])
      .slice(0, most.questions)
      .map((question, n) => toPreviewQuestion(question, n, look, inPage, w)),
    local: lines,
    unfilled: lines.some((line) => line.state === 'unfilled'),
  }
}

const drawn = ({ steps, ...about }: SituationDraft): SituationDraft => ({
  ...about,
  steps: steps.slice(0, most.steps).map((step) => ({ ...step, choices: step.choices.slice(0, most.choices) })),
})

const drawnQuestion = ({ options, items, pairs, ...about }: QuestionDraft): QuestionDraft => ({
  ...about,
  options: options.slice(0, most.answers),
  items: items.slice(0, most.answers),
  pairs: pairs.slice(0, most.answers),
})

function toPreviewQuestion(
  draft: QuestionDraft,
  n: number,
  { sources }: FileLook,
  inPage: (html: string) => string,
  w: Words,
): PreviewQuestion {
  const question = drawnQuestion(draft)
  const { kind, line, items, pairs, number } = question
  const unit = number?.unit
  return {
    ...toShownQuestion(question, n, { inPage, sources, w }),
    id: `question-${n + 1}`,
    where: w.t('authoring.editor.line', { line }),
    line,
    how: w.t(`learning.how.${kind}`),
    kind: kind === 'order' || kind === 'match' ? 'picks' : kind,
    picks: kind === 'order' ? items : pairs.map((pair) => pair.right),
    places:
      kind === 'order'
        ? items.map((_, place) => w.t('learning.orderPlace', { n: place + 1 }))
        : pairs.map((pair) => pair.left),
    numberLabel: unit ? w.t('learning.yourNumberIn', { unit }) : w.t('learning.yourNumber'),
  }
}

import type { CardDocument, InBoth, PageDocument, QuestionDocument, SituationDocument, StepDocument } from './course.ts'
import type { PageText } from './page.ts'
import type { QuestionDraft } from './question.ts'
import type { SituationDraft } from './situation.ts'
import type { StepDraft } from './situation-paths.ts'
import type { Twin } from './twins.ts'

const both = <T, K extends keyof T>({ da, en }: Twin<T>, key: K) => ({ da: da[key], en: en[key] })

/** Two lists of the same length, thing by thing. */
const each = <T, Joined>(twin: Twin<readonly T[]>, join: (twin: Twin<T>) => Joined): Joined[] =>
  twin.da.map((da, index) => join({ da, en: twin.en[index] ?? da }))

export const joinPage = (id: string, twin: Twin<PageText>): PageDocument => ({
  id,
  title: both(twin, 'title'),
  html: both(twin, 'html'),
})

export const joinCard = (twin: Twin<PageText>): CardDocument => ({
  title: both(twin, 'title'),
  html: both(twin, 'html'),
})

/** Joins a question that compared as the same in both languages. */
export function joinQuestion(twin: Twin<QuestionDraft>): QuestionDocument {
  const { id, kind, must, applied, pageId, sources, number } = twin.da
  const about = { id, must, applied, pageId, sources, title: both(twin, 'title'), html: both(twin, 'html') }
  const shown = { ...about, explanationHtml: both(twin, 'explanationHtml') }
  switch (kind) {
    case 'one':
    case 'several':
      return {
        ...shown,
        kind,
        options: each(both(twin, 'options'), (option) => ({
          text: both(option, 'text'),
          right: option.da.right,
          feedbackHtml: textInBoth(both(option, 'feedbackHtml')),
        })),
      }
    case 'order':
      return { ...shown, kind, items: each(both(twin, 'items'), (item) => item) }
    case 'match':
      return {
        ...shown,
        kind,
        pairs: each(both(twin, 'pairs'), (pair) => ({ left: both(pair, 'left'), right: both(pair, 'right') })),
      }
    case 'number': {
      const unit = textInBoth({ da: number?.unit ?? null, en: twin.en.number?.unit ?? null })
      return { ...shown, kind, answer: number?.answer ?? 0, tolerance: number?.tolerance ?? 0, unit }
    }
  }
}

/** What only one language says is left out of neither: it is an empty text in the other. */
const textInBoth = ({ da, en }: Twin<string | null>): InBoth | null =>
  da === null && en === null ? null : { da: da ?? '', en: en ?? '' }

export const joinSituation = (twin: Twin<SituationDraft>, steps: readonly Twin<StepDraft>[]): SituationDocument => ({
  title: both(twin, 'title'),
  introHtml: both(twin, 'introHtml'),
  steps: steps.map(joinStep),
})

const joinStep = (twin: Twin<StepDraft>): StepDocument => ({
  id: twin.da.id,
  title: both(twin, 'title'),
  html: both(twin, 'html'),
  choices: each(both(twin, 'choices'), (choice) => ({
    label: both(choice, 'label'),
    feedbackHtml: both(choice, 'feedbackHtml'),
    to: choice.da.to,
  })),
  outcome: twin.da.outcome,
})

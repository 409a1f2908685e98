import { type CourseDocument, outcomes } from '#courses/course.ts'
import type { Progress, State } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { editUrl, figuresUrl, questionUrl } from './addresses.ts'
import { answerBars, shareBar } from './bars.ts'
import { fewest, type Judged } from './concern.ts'
import { concernState, concernText } from './concern-words.ts'
import type { JudgedModule } from './judged-module.ts'
import {
  allGoOneWay,
  type EndingFigures,
  manyStop,
  mostEndBadly,
  type PageFigures,
  peopleOn,
} from './reading-concern.ts'

/** How one module does: its questions, what needs looking at first; its pages; its situation. */
export interface ModuleFiguresPage {
  title: string
  course: { url: string; label: string }
  questions: readonly QuestionPart[]
  pages: readonly PagePart[]
  situation: SituationPart | null
}

interface Link {
  url: string
  label: string
}

export interface QuestionPart {
  anchor: string
  title: string
  state: State
  advice: string
  /** Empty while there are too few answers. */
  bars: readonly Progress[]
  others: string | null
  links: readonly Link[]
}

export interface PagePart {
  title: string
  bar: Progress | null
  few: string | null
  advice: string | null
  edit: Link | null
}

export interface SituationPart {
  title: string
  edit: Link | null
  /** Those that enough people have come to. */
  steps: readonly { title: string; bars: readonly Progress[]; advice: string | null }[]
  /** How many others there are. */
  fewer: string | null
  endings: { bars: readonly Progress[]; few: string | null; advice: string | null }
}

export const moduleFiguresPage = page<ModuleFiguresPage>('hindsight/module')

/** What there is to write on: paths inside the course's folder. */
export type Paths = ReadonlySet<string>

export const questionAnchor = (questionId: string) => `q-${questionId}`

export function toModuleFiguresPage(
  course: CourseDocument,
  judged: JudgedModule,
  { paths, w }: { paths: Paths; w: Words },
): ModuleFiguresPage {
  const { module } = judged
  const around = { course, moduleId: module.id, pages: module.pages, paths, w }
  return {
    title: w.t('hindsight.title', { course: module.title[w.language] }),
    course: { url: figuresUrl(course.id), label: w.t('hindsight.title', { course: course.title[w.language] }) },
    questions: judged.questions.map((one) => questionPart(one, around)),
    pages: judged.pages.map(({ page: { id, title }, figures }) => ({
      title: title[w.language],
      ...pageFigures(id, figures, w),
      edit: pageLink(id, around),
    })),
    situation: situationPart(judged, around),
  }
}

interface Around {
  course: CourseDocument
  moduleId: string
  pages: JudgedModule['module']['pages']
  paths: Paths
  w: Words
}

function questionPart(judged: Judged, around: Around): QuestionPart {
  const { question, concern } = judged
  const { course, moduleId, paths, w } = around
  const { bars, left } = concern.kind === 'few' ? { bars: [], left: 0 } : answerBars(judged, w)
  const edit = { url: questionUrl(course.id, moduleId, question.id), label: w.t('hindsight.editQuestion') }
  return {
    anchor: questionAnchor(question.id),
    title: question.title[w.language],
    state: concernState(concern, w),
    advice: concernText(judged, w),
    bars,
    others: left > 0 ? w.t('hindsight.otherWrong', { count: left }) : null,
    links: [...(paths.has(`${moduleId}/da/quiz.md`) ? [edit] : []), pageLink(question.pageId, around)].filter(
      (link) => link !== null,
    ),
  }
}

function pageLink(pageId: string, { course, moduleId, pages, paths, w }: Around): Link | null {
  const title = pages.find((page) => page.id === pageId)?.title[w.language]
  const written = new RegExp(`^${moduleId}/${w.language}/\\d\\d-${pageId}\\.md$`)
  const path = [...paths].find((one) => written.test(one))
  return path && title ? { url: editUrl(course.id, path), label: w.t('hindsight.editPage', { page: title }) } : null
}

function pageFigures(id: string, figures: PageFigures, w: Words): Pick<PagePart, 'bar' | 'few' | 'advice'> {
  const { on, read } = figures
  if (read < fewest) return { bar: null, few: w.t('hindsight.pageFew'), advice: null }
  const label = w.t('hindsight.pageBar', { on, read, share: w.percent(on / read) })
  const bar = { id: `page-${id}`, label, done: on, of: read }
  return { bar, few: null, advice: manyStop(figures) ? stopText(figures, w) : null }
}

export const stopText = ({ read, on }: PageFigures, w: Words): string =>
  w.t('hindsight.stopped', { stopped: read - on, read })

function situationPart({ module, steps, endings }: JudgedModule, { course, paths, w }: Around): SituationPart | null {
  if (!module.situation || !endings) return null
  const path = `${module.id}/${w.language}/situation.md`
  const reached = steps.filter(({ ways }) => peopleOn(ways) >= fewest)
  const fewer = steps.length - reached.length
  return {
    title: w.t('hindsight.situation', { title: module.situation.title[w.language] }),
    edit: paths.has(path) ? { url: editUrl(course.id, path), label: w.t('hindsight.editSituation') } : null,
    steps: reached.map(({ step, ways }) => {
      const of = peopleOn(ways)
      const bars = step.choices.map(({ label }, place) => {
        const text = w.t('hindsight.quote', { text: label[w.language] })
        return shareBar({ id: `step-${step.id}-${place}`, text, people: ways[place] ?? 0, of }, w)
      })
      const advice = allGoOneWay(step, ways) ? w.t('hindsight.oneWay', { of }) : null
      return { title: step.title[w.language], bars, advice }
    }),
    fewer: fewer > 0 ? w.t('hindsight.fewerScenes', { count: fewer }) : null,
    endings: endingsPart(endings, w),
  }
}

function endingsPart(endings: EndingFigures, w: Words): SituationPart['endings'] {
  const of = peopleIn(endings)
  if (of < fewest) return { bars: [], few: w.t('hindsight.endingFew'), advice: null }
  const bars = outcomes.map((outcome) =>
    shareBar({ id: `ending-${outcome}`, text: w.t(`hindsight.ending.${outcome}`), people: endings[outcome], of }, w),
  )
  return { bars, few: null, advice: endingsNote(endings, w) }
}

const peopleIn = ({ good, fair, bad }: EndingFigures) => good + fair + bad

/** Null while it ends as it may. */
export const endingsNote = (endings: EndingFigures, w: Words): string | null =>
  mostEndBadly(endings) ? w.t('hindsight.badly', { bad: endings.bad, of: peopleIn(endings) }) : null

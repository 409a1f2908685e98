import type { CourseDocument } from '#courses/course.ts'
import type { State } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { courseUrl, moduleFiguresUrl } from './addresses.ts'
import { byConcern, type Concern, isGrave, isMild } from './concern.ts'
import { concernState, concernText } from './concern-words.ts'
import type { JudgedModule } from './judged-module.ts'
import { endingsNote, questionAnchor, stopText } from './module-pages.ts'
import { manyStop } from './reading-concern.ts'

/** How a whole course does: what needs looking at, then module by module. */
export interface FiguresPage {
  title: string
  course: { url: string; label: string }
  first: readonly Thing[]
  more: string | null
  modules: readonly { title: string; url: string; texts: readonly string[] }[]
}

export interface Thing {
  title: string
  where: string
  state: State
  advice: string
  url: string
}

export const figuresPage = page<FiguresPage>('hindsight/figures')

/** More than these at once is no order of importance any more. */
const mostFirst = 12

export function toFiguresPage(course: CourseDocument, modules: readonly JudgedModule[], w: Words): FiguresPage {
  const all = [...graveQuestions(course, modules, w), ...modules.flatMap((one) => gravePlaces(course, one, w))]
  const left = all.length - mostFirst
  return {
    title: w.t('hindsight.title', { course: course.title[w.language] }),
    course: { url: courseUrl(course.id), label: course.title[w.language] },
    first: all.slice(0, mostFirst),
    more: left > 0 ? w.t('hindsight.more', { count: left }) : null,
    modules: modules.map(({ module, questions }) => {
      const countOf = (isOne: (concern: Concern) => boolean) => questions.filter(({ concern }) => isOne(concern)).length
      const grave = countOf(isGrave)
      const mild = countOf(isMild)
      const few = countOf(({ kind }) => kind === 'few')
      return {
        title: module.title[w.language],
        url: moduleFiguresUrl(course.id, module.id),
        texts: [
          grave === 0 ? w.t('hindsight.lookNone') : w.t('hindsight.look', { count: grave }),
          ...(mild === 0 ? [] : [w.t('hindsight.mild', { count: mild })]),
          ...(few === 0 ? [] : [w.t('hindsight.few', { count: few })]),
        ],
      }
    }),
  }
}

function graveQuestions(course: CourseDocument, modules: readonly JudgedModule[], w: Words): Thing[] {
  const all = modules.flatMap(({ module, questions }) => questions.map((judged) => ({ ...judged, module })))
  const grave = all.filter(({ concern }) => isGrave(concern)).toSorted(byConcern)
  return grave.map(({ module, ...judged }) => ({
    title: judged.question.title[w.language],
    where: whereIs(module.title[w.language], 'question', w),
    state: concernState(judged.concern, w),
    advice: concernText(judged, w),
    url: `${moduleFiguresUrl(course.id, module.id)}#${questionAnchor(judged.question.id)}`,
  }))
}

/** Pages where many stop, and a situation that mostly goes wrong. */
function gravePlaces(course: CourseDocument, { module, pages, endings }: JudgedModule, w: Words): Thing[] {
  const url = moduleFiguresUrl(course.id, module.id)
  const state: State = { state: 'late', text: w.t('hindsight.state.grave') }
  const title = module.title[w.language]
  const stops = pages.filter(({ figures }) => manyStop(figures))
  const badly = module.situation && endings ? endingsNote(endings, w) : null
  return [
    ...stops.map(({ page: { title: named }, figures }) => ({
      title: named[w.language],
      where: whereIs(title, 'page', w),
      state,
      advice: stopText(figures, w),
      url: `${url}#pages`,
    })),
    ...(module.situation && badly !== null
      ? [
          {
            title: module.situation.title[w.language],
            where: whereIs(title, 'situation', w),
            state,
            advice: badly,
            url: `${url}#situation`,
          },
        ]
      : []),
  ]
}

const whereIs = (module: string, thing: 'question' | 'page' | 'situation', w: Words) =>
  w.t('hindsight.inModule', { module, part: w.t(`hindsight.thing.${thing}`) })

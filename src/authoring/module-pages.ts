import type { Button, Fault, Field, State } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import {
  bankUrl,
  courseUrl,
  faultsUrl,
  moduleSettingsUrl,
  moduleUrl,
  picturesUrl,
  publicationUrl,
  questionsUrl,
  reviewsUrl,
} from './addresses.ts'
import type { WrittenModule } from './find-module.ts'
import { statesOf, translationTexts, writtenText } from './standing-words.ts'
import { type StarterKind, starterKinds } from './starters.ts'
import { type EditLink, editLinks, type LineView, type TextLine, toTextLine, versionLinks } from './text-line.ts'
import { faultsIn, titleFields } from './title-fields.ts'

/** One module: its pages in order, its quiz, its situation and its help card. */
export interface ModulePage {
  id: string
  title: string
  back: { url: string; label: string }
  faults: readonly Fault[]
  states: readonly State[]
  lines: readonly string[]
  publish: string | null
  /** There are questions enough: what is left is publishing. */
  isFull: boolean
  faultsUrl: string
  pages: readonly TextLine[]
  quiz: QuizPart
  situation: TextLine | null
  card: TextLine | null
  /** What can be begun from an example, each with its form. */
  begin: Readonly<Record<StarterKind, BeginForm>>
  removed: readonly { title: string; button: Button }[]
  links: readonly { url: string; label: string }[]
  removalUrl: string
}

export interface QuizPart {
  text: string
  /** Are there enough questions, and in both languages? */
  states: readonly State[]
  questionsUrl: string
  edits: readonly EditLink[]
  versions: readonly { url: string; label: string }[]
  bankUrl: string
}

export interface BeginForm {
  action: string
  kind: StarterKind
  fields: readonly Field[]
  open: boolean
}

export const modulePage = page<ModulePage>('authoring/module')

export function toModulePage(module: WrittenModule, view: LineView, w: Words): ModulePage {
  const { course, part } = module
  const url = moduleUrl(course.id, part.id)
  const { drafts, unsettled, translation } = part
  const written = writtenText(drafts, view.names, w)
  const pages = module.pages.map((text) => toTextLine(module, text, view, w))
  const [situation, card] = [module.situation, module.card].map((text) => text && toTextLine(module, text, view, w))
  const begin = beginForms(url, view, w)
  const forms = [...pages, situation, card].flatMap((line) => line?.rename.fields ?? [])
  return {
    id: part.id,
    title: part.title[w.language],
    back: { url: courseUrl(course.id), label: course.title[w.language] },
    faults: faultsIn([...forms, ...starterKinds.flatMap((kind) => begin[kind].fields)]),
    states: statesOf({ published: !part.isNew, drafts, unsettled, translation }, w),
    lines: [
      ...(part.minutes > 0 ? [w.t('authoring.minutes', { count: part.minutes })] : []),
      ...(written ? [written] : []),
      ...translationTexts(translation, w),
    ],
    publish: course.drafts ? publicationUrl(course.id) : null,
    isFull: module.questions >= needed(module),
    faultsUrl: faultsUrl(course.id),
    pages,
    quiz: quizPart(module, w),
    situation: situation ?? null,
    card: card ?? null,
    begin,
    removed: module.removed.map(({ name, title }) => ({
      title: title[w.language],
      button: {
        action: `${url}/restoration`,
        label: w.t('authoring.restore'),
        kind: 'quiet',
        fields: { text: name },
        about: title[w.language],
      },
    })),
    links: [
      { url: moduleSettingsUrl(course.id, part.id), label: w.t('authoring.moduleSettings') },
      {
        url: picturesUrl(course.id, part.id),
        label: w.t('authoring.toPictures', { count: part.outline.pictures.length }),
      },
      { url: reviewsUrl(course.id, part.id), label: w.t('authoring.toReviews') },
    ],
    removalUrl: `${url}/removal`,
  }
}

function beginForms(url: string, { refused }: LineView, w: Words): ModulePage['begin'] {
  const form = (kind: StarterKind): BeginForm => ({
    action: `${url}/pages`,
    kind,
    fields: titleFields(w, kind, { refused }),
    open: refused?.form === kind,
  })
  return { page: form('page'), situation: form('situation'), card: form('card') }
}

/** How many questions its quiz needs to draw from. */
const needed = ({ draw }: Pick<WrittenModule, 'draw'>) => 2 * draw

function quizPart({ course, part, quiz, questions, draw }: WrittenModule, w: Words): QuizPart {
  const needs = needed({ draw })
  const title = w.t('authoring.quiz')
  return {
    text: w.t('authoring.quizText', { has: w.t('authoring.questions', { count: questions }), draw, needs }),
    states: [
      questions >= needs
        ? { state: 'done', text: w.t('authoring.quizEnough') }
        : { state: 'open', text: w.t('authoring.quizLacks', { count: needs - questions }) },
      ...(quiz && questions > 0 && quiz.translation !== 'same'
        ? [{ state: 'waiting' as const, text: w.t(`authoring.translation.${quiz.translation}`) }]
        : []),
    ],
    questionsUrl: questionsUrl(course.id, part.id),
    edits: editLinks({ courseId: course.id, moduleId: part.id, name: 'quiz.md', title }, w),
    versions: quiz ? versionLinks(course.id, quiz, w) : [],
    bankUrl: bankUrl(course.id, part.id),
  }
}

import type { Button, Notice, State } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import {
  courseSettingsUrl,
  editUrl,
  faultsUrl,
  figuresUrl,
  homeUrl,
  modulesUrl,
  moduleUrl,
  newModuleUrl,
  packageUrl,
  publicationUrl,
  reviewsUrl,
  revisionsUrl,
  versionsUrl,
} from './addresses.ts'
import type { ModulePart, WrittenCourse } from './find-course.ts'
import type { LocalStanding } from './find-local.ts'
import { type LocalPart, toLocalPart } from './local-part.ts'
import { type CourseLine, noFiles, standingPart } from './pages.ts'
import { draftsText, type Names, statesOf, translationTexts } from './standing-words.ts'

/** One course: its modules, what is being written, and everything one can do with it. */
export interface CoursePage extends Pick<CourseLine, 'states' | 'lines' | 'updates'> {
  title: string
  homeUrl: string
  notices: readonly Notice[]
  /** Texts that have to be settled, by their path. */
  unsettled: readonly { label: string; url: string }[]
  /** Null when there is nothing to publish. */
  publish: string | null
  /** Where what is missing is told; null while there is nothing to read. */
  faultsUrl: string | null
  modules: readonly ModuleLine[]
  /** Null while `course.yaml` cannot be written by a form. */
  newModuleUrl: string | null
  removed: readonly { title: string; button: Button }[]
  local: LocalPart | null
  links: readonly { url: string; label: string }[]
}

export interface ModuleLine {
  title: string
  url: string
  states: readonly State[]
  lines: readonly string[]
  moves: readonly Button[]
}

export const coursePage = page<CoursePage>('authoring/course')

export interface CourseFacts {
  course: WrittenCourse
  local: readonly LocalStanding[]
  names: Names
  /** The reader may fill in the town's local facts. */
  fills: boolean
}

export function toCoursePage({ course, local, names, fills }: CourseFacts, w: Words): CoursePage {
  const { id } = course
  const isWritten = course.files.length > 0
  const broken = { kind: 'warn', text: w.t('authoring.brokenYaml'), title: 'course.yaml' } as const
  return {
    title: course.title[w.language],
    homeUrl,
    ...standingPart(course, names, w),
    notices: isWritten ? (course.readable ? [] : [broken]) : [noFiles(w)],
    unsettled: [
      ...course.unsettled.map(({ path }) => ({ label: path, url: versionsUrl(id, path) })),
      ...(isWritten && !course.readable ? [{ label: 'course.yaml', url: editUrl(id, 'course.yaml') }] : []),
    ],
    publish: course.drafts && course.parts.length > 0 ? publicationUrl(id) : null,
    faultsUrl: isWritten ? faultsUrl(id) : null,
    modules: course.parts.map((part, place) => moduleLine(course, part, place, names, w)),
    newModuleUrl: course.readable ? newModuleUrl(id) : null,
    removed: course.removed.map((module) => ({
      title: module.title[w.language],
      button: {
        action: `${moduleUrl(id, module.id)}/restoration`,
        label: w.t('authoring.restore'),
        kind: 'quiet',
        about: module.title[w.language],
      },
    })),
    local: local.length > 0 ? toLocalPart(local, { courseId: id, fills }, w) : null,
    links: linksOf(course, w),
  }
}

function moduleLine(course: WrittenCourse, part: ModulePart, place: number, names: Names, w: Words): ModuleLine {
  const { drafts, unsettled, translation, outline } = part
  const title = part.title[w.language]
  const drafted = draftsText(drafts, names, w)
  const minutes = part.minutes > 0 ? [w.t('authoring.minutes', { count: part.minutes })] : []
  return {
    title,
    url: moduleUrl(course.id, part.id),
    states: statesOf({ published: !part.isNew, drafts, unsettled, translation }, w),
    lines: [
      w.list([...minutes, w.t('authoring.pageCount', { count: outline.pages.length })]),
      ...(drafted ? [drafted] : []),
      ...translationTexts(translation, w),
      ...(part.listed ? [] : [w.t('authoring.notListed')]),
    ],
    moves: course.readable && part.listed ? moves(course, part, place, title, w) : [],
  }
}

function moves(course: WrittenCourse, part: ModulePart, place: number, about: string, w: Words): Button[] {
  const last = course.parts.filter((one) => one.listed).length - 1
  const button = (by: 'up' | 'down'): Button => ({
    action: `${modulesUrl(course.id)}/order`,
    label: w.t(by === 'up' ? 'authoring.up' : 'authoring.down'),
    kind: 'plain',
    fields: { module: part.id, by },
    about,
  })
  return [...(place > 0 ? [button('up')] : []), ...(place < last ? [button('down')] : [])]
}

function linksOf({ id, revision, files, readable }: WrittenCourse, w: Words): CoursePage['links'] {
  const settings = readable ? [{ url: courseSettingsUrl(id), label: w.t('authoring.courseSettings') }] : []
  const written = [
    ...settings,
    { url: reviewsUrl(id), label: w.t('authoring.toReviews') },
    { url: packageUrl(id), label: w.t('authoring.toPackage') },
  ]
  const published = [
    { url: revisionsUrl(id), label: w.t('authoring.toRevisions') },
    { url: figuresUrl(id), label: w.t('authoring.toFigures') },
  ]
  return [...(files.length > 0 ? written : []), ...(revision ? published : [])]
}

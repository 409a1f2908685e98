import { dayOf } from '#base/dates.ts'
import type { RevisionLine } from '#courses/course.ts'
import { courseUrl as learningCourseUrl } from '#learning/addresses.ts'
import { reviewText } from '#reviewing/sign-off.ts'
import type { Notice, State } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { courseUrl, publicationUrl, revisionUrl } from './addresses.ts'
import { type Titles, titlesOf } from './file-words.ts'
import type { AskedAgain, Revisions } from './find-revisions.ts'
import { broughtBy } from './person-words.ts'

/** Every text of a course that was published. */
export interface RevisionsPage {
  title: string
  back: { url: string; label: string }
  /** What the text just published will do. */
  published: Notice | null
  publicationUrl: string
  /** The course as everybody takes it. */
  learningUrl: string
  lines: readonly RevisionPart[]
}

export interface RevisionPart {
  title: string
  url: string
  state: State | null
  brought: string
  note: string | null
  again: { summary: string; pages: readonly string[]; done: string } | null
  signOffs: readonly string[]
}

export const revisionsPage = page<RevisionsPage>('publishing/revisions')

/** `justPublished`: the number of the revision somebody has just published. */
export function toRevisionsPage(
  of: Revisions & { courseId: string; justPublished: number | null },
  w: Words,
): RevisionsPage {
  const { courseId, newest, lines, justPublished } = of
  const titles = titlesOf(courseId, [newest.document], w)
  const published = lines.find((line) => line.number === justPublished)
  return {
    title: w.t('publishing.revisionsOf', { course: titles.course }),
    back: { url: courseUrl(courseId), label: titles.course },
    published: published
      ? { kind: 'good', ...publishedText(published, { again: of.again.get(published.id), holders: of.holders }, w) }
      : null,
    publicationUrl: publicationUrl(courseId),
    learningUrl: learningCourseUrl(courseId),
    lines: lines.map((line) => toPart(line, { ...of, titles }, w)),
  }
}

function toPart(line: RevisionLine, of: Revisions & { courseId: string; titles: Titles }, w: Words): RevisionPart {
  const again = of.again.get(line.id)
  return {
    title: w.t('publishing.revision', { number: line.number }),
    url: revisionUrl(of.courseId, line.number),
    state: line.id === of.newest.id ? { state: 'valid', text: w.t('publishing.newest') } : null,
    brought: broughtText(line, of.names, w),
    note: line.note,
    again: again ? againPart(again, of.titles, w) : null,
    signOffs: (of.signOffs.get(line.id) ?? []).map((one) => {
      const said = reviewText({ name: one.name, role: one.role, on: one.signedOn }, w)
      return `${of.titles.module(one.moduleId)}: ${said}`
    }),
  }
}

/** "22. november 2026, udgivet af Ada Lund". */
export function broughtText(line: RevisionLine, names: ReadonlyMap<string, string | null>, w: Words): string {
  const day = w.date(dayOf(new Date(line.publishedAt)))
  if (line.origin === 'shipped') return w.t('publishing.cameOn', { day })
  return w.t('publishing.publishedOn', { day, name: broughtBy(line, names, w) })
}

function againPart({ asked, figures }: AskedAgain, titles: Titles, w: Words): NonNullable<RevisionPart['again']> {
  return {
    summary: w.t('publishing.askedAgain', { count: asked.pages.length, day: w.date(asked.dueOn) }),
    pages: asked.pages.map(({ moduleId, pageId }) =>
      w.t('publishing.pageOf', { page: titles.page(moduleId, pageId), module: titles.module(moduleId) }),
    ),
    done: doneText(figures, w),
  }
}

function doneText({ people, done, late }: AskedAgain['figures'], w: Words): string {
  if (people === 0) return w.t('publishing.nobodyAsked')
  const text = w.t('publishing.done', { done: w.number(done), people: w.number(people) })
  return late === 0 ? text : `${text} ${w.t('publishing.late', { count: late })}`
}

function publishedText(
  { number }: RevisionLine,
  { again, holders }: { again: AskedAgain | undefined; holders: number },
  w: Words,
) {
  const running = w.t('publishing.running')
  if (!again) return { title: w.t('publishing.isPublished', { number }), text: running }
  const { asked } = again
  const people = w.t('publishing.people', { count: holders })
  const told = w.t('publishing.willRead', { people, count: asked.pages.length, day: w.date(asked.dueOn) })
  return { title: w.t('publishing.isPublished', { number }), text: `${told} ${running}` }
}

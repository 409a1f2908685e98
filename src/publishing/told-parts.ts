import { type FilePlace, whatIs } from '#drafts/file-path.ts'
import { reviewText } from '#reviewing/sign-off.ts'
import type { Words } from '#web/words.ts'
import { editUrl, picturesUrl, questionsUrl, versionsUrl } from './addresses.ts'
import { barriersOf, pathInside } from './barriers.ts'
import { fileTitle, type Titles } from './file-words.ts'
import type { Publication } from './find-publication.ts'
import { toldOnce } from './told-once.ts'
import { translationLags } from './translation-lag.ts'

/** Places in a course that something is said of, each leading to where it is put right. */
export interface LinkList {
  title: string
  items: readonly { url: string | null; label: string }[]
}

/** Where a file is written: pictures are uploaded; null for what no course can have. */
export function writtenAt(courseId: string, path: string, place: FilePlace | null, line?: number): string | null {
  if (!place) return null
  if (place.kind === 'picture') return place.moduleId === null ? null : picturesUrl(courseId, place.moduleId)
  return editUrl(courseId, path, line)
}

/** What has to be put right first, each place with a link. */
export function barrierLists({ courseId, files, read }: Publication, titles: Titles, w: Words): LinkList[] {
  const { unreadable, beside, behind, ...barriers } = barriersOf(files, read)
  const faults = toldOnce(courseId, files, barriers.faults)
  const settle = (path: string) => ({ url: versionsUrl(courseId, path), label: titled(path, titles, w) })
  const lists: LinkList[] = [
    {
      title: w.t('publishing.hasFaults', { count: faults.length }),
      items: faults.map((fault) =>
        toLine(courseId, fault, { text: w.t(`courses.fault.${fault.code}`, fault.values), titles }, w),
      ),
    },
    { title: w.t('publishing.beside'), items: beside.map(settle) },
    { title: w.t('publishing.behind'), items: behind.map(settle) },
  ]
  const told = lists.filter((list) => list.items.length > 0)
  if (unreadable === null) return told
  return [{ title: w.t(unreadable === 'busy' ? 'publishing.busy' : 'publishing.unreadable'), items: [] }, ...told]
}

/** What proof-reading says of the files that change: advice. */
export function adviceOf({ courseId, read, changes }: Publication, titles: Titles, w: Words): LinkList | null {
  const changed = new Set(changes.flatMap((module) => module.files.map((file) => file.path)))
  const remarks = read.refused === null ? read.remarks : []
  const own = remarks.filter((remark) => changed.has(pathInside(courseId, remark.file)))
  if (own.length === 0) return null
  return {
    title: w.t('publishing.advice', { count: own.length }),
    items: own.map((remark) =>
      toLine(courseId, remark, { text: w.t(`proofreading.remark.${remark.code}`, remark.values), titles }, w),
    ),
  }
}

/** English texts that do not follow the Danish ones: told, nothing more. */
export function lagsOf({ courseId, files }: Publication, titles: Titles, w: Words): LinkList | null {
  const lags = translationLags(files)
  if (lags.length === 0) return null
  return {
    title: w.t('publishing.lags', { count: lags.length }),
    items: lags.map(({ path, kind }) => ({
      url: editUrl(courseId, path),
      label: `${titled(path, titles, w)}: ${w.t(`publishing.lag.${kind}`)}`,
    })),
  }
}

/** Sign-offs of the published text, and whether they go on to hold: a module that changed wants to be signed again. */
export function signOffLists({ signOffs }: Publication, titles: Titles, w: Words): LinkList[] {
  return (['falling', 'holding'] as const).flatMap((kind) => {
    const items = signOffs[kind].map((one) => ({
      url: null,
      label: `${titles.module(one.moduleId)}: ${reviewText({ name: one.name, role: one.role, on: one.signedOn }, w)}`,
    }))
    return items.length > 0 ? [{ title: w.t(`publishing.signOffs.${kind}`), items }] : []
  })
}

/** What is said of the questions together is put right where they are written. */
const ofAllQuestions: readonly string[] = ['noQuestions', 'bankTooSmall']

function toLine(
  courseId: string,
  { file: of, line, code }: { file: string; line: number; code?: string },
  { text, titles }: { text: string; titles: Titles },
  w: Words,
) {
  const path = pathInside(courseId, of)
  const place = whatIs(path)
  const file = titled(path, titles, w)
  const isWhole = code !== undefined && ofAllQuestions.includes(code) && place?.moduleId != null
  const url = isWhole ? questionsUrl(courseId, place.moduleId ?? '') : writtenAt(courseId, path, place, line)
  return { url, label: `${isWhole ? file : w.t('publishing.atLine', { file, line })}: ${text}` }
}

function titled(path: string, titles: Titles, w: Words): string {
  const place = whatIs(path)
  const what = fileTitle(path, place, titles, w)
  return place?.moduleId ? `${titles.module(place.moduleId)}, ${what}` : what
}

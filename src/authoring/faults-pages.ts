import type { Fault } from '#courses/faults.ts'
import { whatIs } from '#drafts/file-path.ts'
import type { Remark } from '#proofreading/remark.ts'
import { toldOnce } from '#publishing/told-once.ts'
import type { Notice } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import {
  courseSettingsUrl,
  courseUrl,
  editUrl,
  moduleSettingsUrl,
  moduleUrl,
  picturesUrl,
  questionsUrl,
} from './addresses.ts'
import type { WrittenCourse } from './find-course.ts'

/** What is missing or faulty in a course as it is being written, and what could be better. */
export interface FaultsPage {
  title: string
  back: { url: string; label: string }
  /** The whole course in one sentence. */
  all: Notice
  faulty: readonly FaultGroup[]
  fine: readonly FaultGroup[]
}

/** The course's own file, or a module. */
export interface FaultGroup {
  /** `missing-glas`: a module's page shows its own group. */
  id: string
  title: string
  url: string
  /** That there is nothing; null where there is something. */
  notice: Notice | null
  faults: readonly FaultLine[]
  /** How many more there are. */
  more: string | null
  remarks: readonly FaultLine[]
  remarksTitle: string
}

export interface FaultLine {
  url: string
  where: string
  text: string
}

export const faultsPage = page<FaultsPage>('authoring/faults')

/** The course as it was read; or why it was not. */
export type ReadCourse =
  | { refused: null; faults: readonly Fault[]; remarks: readonly Remark[] }
  | { refused: 'busy' | 'too-large' }

const mostShown = 25

export function toFaultsPage(course: WrittenCourse, found: ReadCourse, w: Words): FaultsPage {
  const read = found.refused === null ? { ...found, faults: toldOnce(course.id, course.files, found.faults) } : found
  const groups = read.refused === null ? groupsOf(course, read, w) : []
  return {
    title: w.t('authoring.missing'),
    back: { url: courseUrl(course.id), label: course.title[w.language] },
    all: read.refused === null ? wholeNotice(course, read.faults, w) : refusal(read.refused, w),
    faulty: groups.filter((group) => group.faults.length > 0),
    fine: groups.filter((group) => group.faults.length === 0),
  }
}

const refusal = (why: 'busy' | 'too-large', w: Words): Notice => ({ kind: 'warn', text: w.t(`reader.refused.${why}`) })

function wholeNotice(course: WrittenCourse, faults: readonly Fault[], w: Words): Notice {
  if (course.parts.length === 0) return { kind: 'info', text: w.t('authoring.noModules') }
  if (faults.length > 0) return { kind: 'warn', text: w.t('authoring.faults', { count: faults.length }) }
  return { kind: 'good', text: w.t('authoring.noFaults') }
}

interface Told {
  faults: readonly Fault[]
  remarks: readonly Remark[]
}

function groupsOf(course: WrittenCourse, read: Told, w: Words): FaultGroup[] {
  const within = <T extends { file: string }>(things: readonly T[], moduleId: string | null) =>
    things.filter((thing) => (whatIs(pathOf(thing))?.moduleId ?? null) === moduleId)
  const line = (one: Fault | Remark, text: string): FaultLine => ({
    url: addressOf(course.id, pathOf(one), one),
    where: placeOf(pathOf(one), one.line, w),
    text: sentence(text),
  })
  const group = (moduleId: string | null, title: string, url: string): FaultGroup => {
    const faults = within(read.faults, moduleId).filter((fault) => !isNoModules(course, fault))
    const remarks = within(read.remarks, moduleId)
    return {
      id: `missing-${moduleId ?? 'course.yaml'}`,
      title,
      url,
      notice: faults.length > 0 ? null : { kind: 'good', text: w.t('authoring.noFaultsHere') },
      faults: faults.slice(0, mostShown).map((fault) => line(fault, w.t(`courses.fault.${fault.code}`, fault.values))),
      more: faults.length > mostShown ? w.t('authoring.moreFaults', { count: faults.length - mostShown }) : null,
      remarks: remarks
        .slice(0, mostShown)
        .map((remark) => line(remark, w.t(`proofreading.remark.${remark.code}`, remark.values))),
      remarksTitle: w.t('authoring.remarks', { count: remarks.length }),
    }
  }
  const own = group(null, w.t('authoring.theCourse'), courseSettingsUrl(course.id))
  const modules = course.parts.map((part) => group(part.id, part.title[w.language], moduleUrl(course.id, part.id)))
  return [...(own.faults.length > 0 ? [own] : []), ...modules]
}

const pathOf = ({ file }: Pick<Fault, 'file'>) => file.split('/').slice(2).join('/')

/** A course that has just begun lacks modules: that is said in words of its own. */
const isNoModules = (course: WrittenCourse, fault: Fault) =>
  course.parts.length === 0 && fault.code === 'wantsList' && fault.values.key === 'modules'

/** Faults that only the text of a YAML file can mend; everything else in it is mended by its form. */
const inTheText = ['yamlBroken', 'duplicateKey', 'unknownKey', 'notUtf8', 'tooLarge', 'wantsMap']

function addressOf(courseId: string, path: string, { code, line }: Fault | Remark): string {
  const place = whatIs(path)
  const asText = `${editUrl(courseId, path)}${line > 1 ? `#line-${line}` : ''}`
  if (place === null) return courseUrl(courseId)
  if (place.kind === 'picture') return picturesUrl(courseId, place.moduleId ?? '')
  if (code === 'noQuestions' || code === 'bankTooSmall') return questionsUrl(courseId, place.moduleId ?? '')
  if (code === 'noPages') return moduleUrl(courseId, place.moduleId ?? '')
  if (inTheText.includes(code)) return asText
  if (place.kind === 'course') return courseSettingsUrl(courseId)
  if (place.kind === 'module') return moduleSettingsUrl(courseId, place.moduleId ?? '')
  return asText
}

/** `Dansk quiz, linje 12`. */
function placeOf(path: string, line: number, w: Words): string {
  const place = whatIs(path)
  if (place === null) return path
  if (place.language === null) return place.kind === 'picture' ? place.name : w.t(`authoring.file.${place.kind}`)
  const { kind, name } = place
  const isNamed = kind === 'page' || kind === 'picture'
  const what = isNamed ? w.t('authoring.file.page', { name }) : w.t(`authoring.file.${kind}`)
  const where = w.t(`authoring.fileIn.${place.language}`, { what })
  return line > 1 ? w.t('authoring.atLine', { where, line }) : where
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

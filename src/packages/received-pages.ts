import type { RevisionLine } from '#courses/course.ts'
import { type Fault as CourseFault, faultLine } from '#courses/faults.ts'
import type { Button, Fact, Fault, Notice } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Key, Words } from '#web/words.ts'
import { importAddress, receivedAddress } from './addresses.ts'
import type { Arrival } from './arrival.ts'
import { mostChosen } from './limits.ts'
import type { Files, Manifest } from './manifest.ts'
import type { Received } from './store.ts'
import { daysKept } from './tidy-packages.ts'

/** A package beside the course as it is here. */
export interface Opened {
  received: Received
  manifest: Manifest
  files: Files
  /** What is published here. */
  newest: RevisionLine | null
  /** There is a course of this id here, published or being written. */
  here: boolean
  arrivals: readonly Arrival[]
}

/** What publishing the package as it is would say; null when it could not be read in time. */
export interface Checked {
  faults: readonly CourseFault[] | null
}

export interface ReceivedPage {
  title: string
  lead: string
  faults: Fault[]
  facts: Fact[]
  /** Whether the course in the package could be published. */
  check: Notice & { lines: string[] }
  summary: string
  /** Somebody is writing here. */
  written: Notice | null
  action: string
  seen: string
  all: Button | null
  allHint: string
  groups: { title: string; files: ArrivedFile[] }[]
  /** Of a new course all is taken. */
  choose: boolean
  /** Why one cannot choose, where one could expect it. */
  why: string | null
  fault: string | null
  removal: Button
  kept: string
}

export interface ArrivedFile {
  path: string
  name: string
  id: string
  kind: string
  url: string
  ticked: boolean
}
export const receivedPage = page<ReceivedPage>('packages/received')

const mostLines = 20

export function toReceivedPage(w: Words, of: Opened & { checked: Checked }, fault?: Key): ReceivedPage {
  const { received, arrivals, newest, here } = of
  const coming = arrivals.filter(({ kind }) => kind !== 'same')
  const seen = newest?.id ?? ''
  const action = receivedAddress(received.id)
  return {
    title: w.t('packages.receivedTitle', { id: received.courseId }),
    lead: w.t(here ? 'packages.isUpdate' : 'packages.isNew'),
    faults: fault ? [{ name: fault === 'packages.noneChosen' ? 'file-0' : 'seen', text: w.t(fault) }] : [],
    facts: factsOf(w, of),
    check: checkOf(w, of.checked),
    summary: coming.length === 0 ? w.t('packages.nothingNew') : summaryOf(w, coming),
    written: coming.some(({ written }) => written) ? { kind: 'warn', text: w.t('packages.someWritten') } : null,
    action,
    seen,
    all: coming.length === 0 ? null : { action, label: w.t('packages.takeAll'), fields: { take: 'all', seen } },
    allHint: w.t(here ? 'packages.takeAllHint' : 'packages.takeNewHint'),
    groups: groupsOf(w, received.id, coming, fault !== 'packages.noneChosen'),
    choose: here && coming.length <= mostChosen,
    why: here && coming.length > mostChosen ? w.t('packages.tooManyToChoose') : null,
    fault: fault === 'packages.noneChosen' ? w.t(fault) : null,
    removal: { action: `${importAddress}/${received.id}/removal`, label: w.t('packages.remove'), kind: 'plain' },
    kept: w.t('packages.keptFor', { count: daysKept }),
  }
}

function factsOf(w: Words, { manifest, files, newest }: Opened): Fact[] {
  const { exportedFrom, exportedAt, revision } = manifest
  return [
    { term: w.t('packages.from'), text: exportedFrom || w.t('packages.unknown') },
    { term: w.t('packages.exported'), text: exportedAt ? w.instant(exportedAt) : w.t('packages.unknown') },
    { term: w.t('packages.revision'), text: revision ? revisionText(w, revision, newest) : w.t('packages.draftsOnly') },
    { term: w.t('packages.holds'), text: w.t('packages.fileCount', { count: files.size }) },
  ]
}

function revisionText(w: Words, revision: { number: number; sha256: string }, newest: RevisionLine | null): string {
  const text = w.t('packages.revisionThere', { number: revision.number })
  return newest?.sha256 === revision.sha256 ? `${text} ${w.t('packages.sameHere', { number: newest.number })}` : text
}

function checkOf(w: Words, { faults }: Checked): ReceivedPage['check'] {
  if (faults === null) return { kind: 'warn', text: w.t('packages.notChecked'), lines: [] }
  if (faults.length === 0) return { kind: 'good', text: w.t('packages.noFaults'), lines: [] }
  return {
    kind: 'warn',
    text: w.t('packages.hasFaults', { count: faults.length }),
    lines: faults.slice(0, mostLines).map((one) => faultLine(one, w.language)),
  }
}

const kindKeys = { new: 'packages.countNew', changed: 'packages.countChanged', gone: 'packages.countGone' } as const
const kindWords = { new: 'packages.kindNew', changed: 'packages.kindChanged', gone: 'packages.kindGone' } as const
type Coming = keyof typeof kindKeys

function summaryOf(w: Words, coming: readonly Arrival[]): string {
  const counted = (Object.keys(kindKeys) as Coming[]).map((kind) => ({
    kind,
    count: coming.filter((one) => one.kind === kind).length,
  }))
  return w.list(counted.filter(({ count }) => count > 0).map(({ kind, count }) => w.t(kindKeys[kind], { count })))
}

function groupsOf(w: Words, id: string, coming: readonly Arrival[], tick: boolean): ReceivedPage['groups'] {
  const ordered = coming.map((one, place) => ({ ...one, place }))
  const byModule = Map.groupBy(ordered, ({ path }) => (path.includes('/') ? (path.split('/')[0] as string) : ''))
  return [...byModule].map(([module, files]) => ({
    title: module === '' ? w.t('packages.courseItself') : w.t('packages.module', { module }),
    files: files.map(({ path, kind, written, place }) => ({
      path,
      name: module === '' ? path : path.slice(module.length + 1),
      id: `file-${place}`,
      kind: `${w.t(kindWords[kind as Coming])}${written ? ` ${w.t('packages.isWritten')}` : ''}`,
      url: receivedAddress(id, path),
      ticked: tick && kind !== 'gone',
    })),
  }))
}

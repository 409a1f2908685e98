import { filePage, toFilePage } from '#packages/file-pages.ts'
import { importPage, toImportPage } from '#packages/pages.ts'
import { type Opened, receivedPage, toReceivedPage } from '#packages/received-pages.ts'
import { wordsIn } from '#web/words.ts'

const w = wordsIn('da')
const received = { id: 'p1', courseId: 'glaskursus', sha256: 'a', receivedAt: '2026-11-22T12:00:00.000Z' }
const arrival = { path: 'glas/da/quiz.md', kind: 'changed', sha256: 'b', published: 'c', written: true } as const
const opened: Opened = {
  received,
  manifest: {
    courseId: 'glaskursus',
    revision: { number: 3, sha256: 'd' },
    exportedAt: '2026-11-20T12:00:00.000Z',
    exportedFrom: 'Struer',
    files: new Map(),
  },
  files: new Map(),
  newest: null,
  here: true,
  arrivals: [arrival, { ...arrival, path: 'course.yaml', kind: 'new', written: false }],
}
const whole = { checked: { faults: [] } }
const faulty = {
  checked: {
    faults: [{ file: 'courses/glaskursus/course.yaml', line: 1, code: 'missingFile', values: {} } as const],
  },
}
const many = Array.from({ length: 151 }, (_, n) => ({ ...arrival, path: `glas/da/${n}.md`, kind: 'gone' as const }))
const old = new TextEncoder().encode('# En\n')

export const samples = [
  { page: importPage, model: toImportPage(w, { waiting: [received], fault: null }) },
  { page: importPage, model: toImportPage(w, { waiting: [], fault: { code: 'link', values: { name: '<x>' } } }) },
  { page: receivedPage, model: toReceivedPage(w, { ...opened, ...whole }) },
  { page: receivedPage, model: toReceivedPage(w, { ...opened, ...faulty }, 'packages.noneChosen') },
  { page: receivedPage, model: toReceivedPage(w, { ...opened, ...whole, arrivals: many }, 'packages.movedOn') },
  {
    page: receivedPage,
    model: toReceivedPage(w, { ...opened, here: false, arrivals: [], checked: { faults: null } }),
  },
  { page: filePage, model: toFilePage(w, { id: 'p1', courseId: 'glaskursus', arrival, here: old, arriving: null }) },
  {
    page: filePage,
    model: toFilePage(w, {
      id: 'p1',
      courseId: 'glaskursus',
      arrival: { ...arrival, path: 'glas/kost.svg' },
      here: null,
      arriving: old,
    }),
  },
]

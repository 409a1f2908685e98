import { changesPage, toChangesPage } from '#publishing/changes-pages.ts'
import { compareCourse } from '#publishing/course-change.ts'
import type { Publication } from '#publishing/find-publication.ts'
import { mergingPage, toMergingPage } from '#publishing/merging-pages.ts'
import { publicationPage, toPublicationPage } from '#publishing/pages.ts'
import { revisionModulePage, toRevisionModulePage } from '#publishing/revision-module-pages.ts'
import { revisionPage, toRevisionPage } from '#publishing/revision-pages.ts'
import { revisionsPage, toRevisionsPage } from '#publishing/revisions-pages.ts'
import { toUpdate } from '#publishing/update.ts'
import { toUpdatesPage, updatesPage } from '#publishing/update-pages.ts'
import { wordsIn } from '#web/words.ts'
import { asRevision } from '../support/revision.ts'
import { tinyCourse } from '../support/tiny-course.ts'

const w = wordsIn('da')
const today = '2026-11-22'
const at = '2026-11-22T12:00:00.000Z'
const courseId = tinyCourse.id
const textOf = (sha256: string | null | undefined) => sha256 ?? ''
const names = new Map([
  ['ada', 'Ada <Lund>'],
  ['gone', null],
])
const published = asRevision(tinyCourse, {
  id: 'r2',
  number: 2,
  origin: 'town',
  publishedBy: 'ada',
  note: '<b>Hvorfor</b>',
})
const first = asRevision(tinyCourse)
const gone = asRevision(tinyCourse, { id: 'r0', number: 0, origin: 'town', publishedBy: 'gone' })

const before = new Map([
  ['course.yaml', 'id: x'],
  ['police/da/01-why.md', '# Why\n\nold <script>\n'],
  ['police/da/quiz.md', '### A? {#a page=why}'],
  ['police/old.png', 'p'],
])
const after = new Map([
  ['course.yaml', 'id: y'],
  ['police/da/02-why.md', '# Why\n\nnew <script>\n'],
  ['police/en/02-why.md', '# Why\n'],
  ['police/da/quiz.md', '### B <i>? {#b page=why}\n### C? {#c page=how}'],
  ['police/da/how.txt', 'unknown'],
  ['fresh/da/01-x.md', '# X\n\n\ny'],
])
const changes = compareCourse(before, after, { textOf, order: ['police'] })
const draft = { id: 'd1', courseId, startedFrom: null, writtenAt: at, writtenBy: 'ada', sitting: null }
const signOff = {
  id: 's1',
  requestId: null,
  courseId,
  moduleId: 'police',
  moduleSha256: 'x',
  name: 'Pernille <Skov>',
  role: 'police',
  signedAt: at,
  signedOn: today,
} as const
const remark = { file: `courses/${courseId}/course.yaml`, line: 3, code: 'lix', values: { lix: 40, most: 35 } } as const
const fault = { file: `courses/${courseId}/police/da/quiz.md`, line: 1, code: 'noQuestions', values: {} } as const
const publication: Publication = {
  courseId,
  published,
  files: [
    { path: 'police/da/02-why.md', published: null, drafts: [{ ...draft, path: 'police/da/02-why.md', sha256: 'n' }] },
    { path: 'police/en/02-why.md', published: 'old', drafts: [] },
  ],
  folder: { id: courseId, path: `courses/${courseId}`, files: new Map() },
  changes,
  textOf,
  read: { course: tinyCourse, faults: [], remarks: [remark as never], refused: null },
  signOffs: { holding: [signOff], falling: [signOff] },
  holders: 18,
  names,
  seen: 'seen',
}
const of = { ...publication, today, at }
const wrong = {
  typed: { note: '<b>', 'again.police/why': 'again', due: 'x' },
  faults: { note: 'publishing.noteFault', due: 'publishing.dueFault' },
  meanwhile: ['Bo <Krogh>'],
} as const
const barred = {
  ...of,
  published: null,
  holders: 0,
  read: { course: null, faults: [fault], remarks: [], refused: null },
  files: [
    {
      path: 'police/da/quiz.md',
      published: 'p',
      drafts: [1, 2].map((n) => ({ ...draft, id: `d${n}`, path: 'police/da/quiz.md', sha256: `${n}` })),
    },
    {
      path: 'police/en/quiz.md',
      published: 'p',
      drafts: [{ ...draft, path: 'police/en/quiz.md', sha256: 'x', startedFrom: 'older' }],
    },
  ],
}

const asked = {
  asked: {
    revisionId: 'r2',
    courseId,
    number: 2,
    pages: [{ moduleId: 'police', pageId: 'why' }],
    days: 30,
    dueOn: '2026-12-22',
    askedAt: at,
    askedOn: today,
  },
  figures: { pages: 1, dueOn: '2026-12-22', people: 18, done: 3, late: 1 },
}
const revisions = {
  newest: published,
  lines: [published, first, gone],
  again: new Map([
    ['r2', asked],
    ['r1', { ...asked, figures: { ...asked.figures, people: 0, done: 0, late: 0 } }],
  ]),
  signOffs: new Map([['r2', [signOff]]]),
  names,
  holders: 18,
  courseId,
}
const lookedAt = { revision: first, lines: [published, first], names, hasFiles: true, drafted: 2 }
const module = tinyCourse.modules[0] as (typeof tinyCourse.modules)[number]

const working = (path: string, own: string | null) => ({ path, published: own, drafts: [] })
const offered = (path: string, settled: string | null, shipped: string | null, own: string | null) =>
  toUpdate({ path, settled, shipped }, working(path, own))
const merge = offered('police/da/01-why.md', 'a\nb\nc', 'a\n<i>\nc', 'a\n<b>\nc')
const updates = [
  merge,
  offered('police/da/02-how.md', 'x', 'y', 'x'),
  offered('police/da/03-new.md', null, 'y', null),
  offered('police/da/04-gone.md', 'x', null, 'x'),
  offered('police/card.png', 'x', 'y', 'z'),
  offered('course.yaml', 'x', 'y', 'y'),
  { ...merge, path: 'police/en/quiz.md', state: 'beside' } as const,
]
const merging = { courseId, document: tinyCourse, update: merge, textOf }
const notice = { kind: 'bad', text: 'x' } as const

export const samples = [
  { page: publicationPage, model: toPublicationPage(of, w) },
  { page: publicationPage, model: toPublicationPage(of, w, wrong) },
  { page: publicationPage, model: toPublicationPage(barred, w, { typed: {}, faults: {}, meanwhile: [] }) },
  { page: publicationPage, model: toPublicationPage({ ...of, changes: [], read: { refused: 'too-large' } }, w) },
  { page: revisionsPage, model: toRevisionsPage({ ...revisions, justPublished: 2 }, w) },
  { page: revisionsPage, model: toRevisionsPage({ ...revisions, again: new Map(), justPublished: 1 }, w) },
  { page: revisionPage, model: toRevisionPage(lookedAt, w) },
  { page: revisionPage, model: toRevisionPage(lookedAt, w, { typed: '<b>', wrongNote: true, notice }) },
  { page: revisionPage, model: toRevisionPage({ ...lookedAt, hasFiles: false }, w) },
  { page: revisionPage, model: toRevisionPage({ ...lookedAt, lines: [first] }, w) },
  { page: revisionModulePage, model: toRevisionModulePage({ revision: first, module, values: {} }, w) },
  { page: changesPage, model: toChangesPage({ from: first, to: published, changes, textOf, asRead: true }, w) },
  { page: changesPage, model: toChangesPage({ from: first, to: published, changes: [], textOf, asRead: false }, w) },
  { page: updatesPage, model: toUpdatesPage({ courseId, document: tinyCourse, updates, textOf, notice }, w) },
  { page: updatesPage, model: toUpdatesPage({ courseId, document: null, updates: [], textOf, notice: null }, w) },
  { page: mergingPage, model: toMergingPage({ ...merging, refused: null }, w) },
  { page: mergingPage, model: toMergingPage({ ...merging, refused: { text: '<textarea>', notice } }, w) },
]

import { lookAt } from '#reader/look-at.ts'
import { changesPage, toChangesPage } from '#reviewing/change-pages.ts'
import { linkPage, toLinkPage } from '#reviewing/link-pages.ts'
import type { ModuleLook } from '#reviewing/look-at-module.ts'
import type { ReviewRequest } from '#reviewing/request.ts'
import { requestsPage, toRequestsPage } from '#reviewing/request-pages.ts'
import { gonePage, type ReviewerFacts, reviewerPage, toGonePage, toReviewerPage } from '#reviewing/reviewer-pages.ts'
import type { SignOff } from '#reviewing/sign-off.ts'
import { wordsIn } from '#web/words.ts'
import { folderOf, sampleFiles } from '../courses/sample-course.ts'

const w = wordsIn('da')
const at = '2026-11-22T12:00:00.000Z'
const request: ReviewRequest = {
  id: 'r',
  courseId: 'prove',
  moduleId: 'doer',
  toName: 'Pernille',
  message: 'Er det <b>rigtigt</b>?',
  askedAt: at,
  askedBy: 'ada',
  askedByName: 'Ada Lund',
  expiresAt: '2026-12-06T12:00:00.000Z',
  doneAt: null,
  endedAt: null,
}
const comment = {
  ...{ id: 'c', requestId: 'r', path: 'doer/da/02-hvordan.md', sha256: 'a', text: 'Kort\nnok?', writtenAt: at },
  ...{ settledAt: null, by: 'Pernille' },
}
const signOff: SignOff = {
  ...{ id: 's', requestId: 'r', courseId: 'prove', moduleId: 'doer', moduleSha256: 'x', name: 'Pernille Skov' },
  ...{ role: 'police', signedAt: at, signedOn: '2026-11-22' },
}

const folder = folderOf(sampleFiles)
const parts = (['page', 'page', 'situation', 'quiz'] as const).map((kind, n) => {
  const path = `doer/da/${['01-hvorfor.md', '02-hvordan.md', 'situation.md', 'quiz.md'][n]}`
  return { kind, path, look: lookAt({ folder, path }, null) }
})
const files = new Map(parts.map(({ path }) => [path, 'a'.repeat(64)]))
const told = {
  ...{ title: { da: 'Døren', en: 'The door' }, summary: { da: 'Om', en: 'About' }, minutes: 10, sources: {} },
  objectives: { da: ['Du kan åbne'], en: ['You can open'] },
}
const look: ModuleLook = { moduleId: 'doer', files, told, parts, local: {} }
const facts: ReviewerFacts = {
  ...{ token: 't', request, look, comments: [comment, { ...comment, settledAt: at }], signOffs: [signOff] },
  languages: ['da', 'en'],
}
const sent = {
  ...({ did: 'sign', at: 'end', read: new Map([['doer/en/quiz.md', 'b'.repeat(64)]]), name: '', role: '' } as const),
  ...{ comments: [{ path: comment.path, text: 'For langt' }], tooLong: [comment.path] },
}
const unread = { ...look, told: null, parts: parts.map((part) => ({ ...part, look: null })) }

const listed = {
  ...{ courseId: 'prove', courseTitle: 'Prøve', modules: new Map([['doer', 'Døren']]), at },
  ...{ now: new Map([[comment.path, 'b']]), texts: new Map([['b', '# Hvordan *nu*']]), signOffs: [signOff] },
  comments: [comment, { ...comment, id: 'd', path: 'doer/da/gone', settledAt: at }],
  holding: new Set<string>(),
}
const requests = [
  request,
  { ...request, askedByName: null, doneAt: at },
  { ...request, endedAt: at },
  { ...request, expiresAt: at },
]

export const samples = [
  { page: reviewerPage, model: toReviewerPage(facts, w) },
  { page: reviewerPage, model: toReviewerPage({ ...facts, request: { ...request, message: null, doneAt: at } }, w) },
  { page: reviewerPage, model: toReviewerPage({ ...facts, look: unread, languages: ['da'] }, w) },
  {
    page: reviewerPage,
    model: toReviewerPage(facts, w, {
      ...{ sent, unsaved: true, changed: true },
      faults: { name: 'reviewing.nameFault', role: 'reviewing.roleFault' },
    }),
  },
  { page: gonePage, model: toGonePage(w) },
  { page: requestsPage, model: toRequestsPage({ ...listed, requests }, w) },
  {
    page: requestsPage,
    model: toRequestsPage({ ...listed, comments: [], signOffs: [], requests: [] }, w, {
      typed: { toName: 'x' },
      faults: { module: 'reviewing.moduleFault', toName: 'reviewing.toNameFault', message: 'reviewing.messageFault' },
    }),
  },
  {
    page: linkPage,
    model: toLinkPage(
      { courseId: 'prove', toName: 'Pernille', module: 'Døren', token: 't', baseUrl: 'https://x.dk', expiresAt: at },
      w,
    ),
  },
  { page: changesPage, model: toChangesPage({ courseId: 'prove', comment, before: '# A\n', after: '# B\n' }, w) },
  { page: changesPage, model: toChangesPage({ courseId: 'prove', comment, before: null, after: null }, w) },
]

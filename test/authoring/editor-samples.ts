import type { Edited } from '#authoring/editor-find.ts'
import { type EditorView, editorPage, toEditorPage } from '#authoring/editor-pages.ts'
import { toVersionsPage, versionsPage } from '#authoring/editor-versions-pages.ts'
import type { Draft } from '#drafts/draft.ts'
import { whatIs } from '#drafts/file-path.ts'
import { lookAt } from '#reader/look-at.ts'
import { wordsIn } from '#web/words.ts'
import { changed, folderOf, type SampleFile, sampleFiles } from '../courses/sample-course.ts'

const w = wordsIn('da')

const draft = (id: string, of: Partial<Draft> = {}): Draft => ({
  id,
  courseId: 'prove',
  path: 'doer/da/01-hvorfor.md',
  sha256: id,
  startedFrom: 'old',
  writtenAt: '2026-11-22T12:00:00.000Z',
  writtenBy: 'ada',
  sitting: null,
  ...of,
})

const edited = (path: SampleFile, of: Partial<Edited> = {}): Edited => ({
  courseId: 'prove',
  path,
  place: whatIs(path) as Edited['place'],
  file: { path, published: 'old', drafts: [] },
  files: [],
  text: sampleFiles[path],
  base: 'published old',
  is: 'there',
  ...of,
})

const view = (path: SampleFile, of: Partial<EditorView> = {}): EditorView => ({
  edited: edited(path),
  looked: { look: lookAt({ folder: folderOf(sampleFiles), path }, null), refused: null },
  names: new Map([['ada', 'Ada Lund']]),
  values: {},
  mayFillLocal: false,
  sitting: 's1',
  ...of,
})

const page = 'doer/da/01-hvorfor.md'
const broken = changed(page, '::: huskekort', '::: huh\n<b>x</b>')
const faulty = lookAt({ folder: folderOf({ ...sampleFiles, ...broken }), path: page }, null)
const beside = { path: page, published: 'old', drafts: [draft('a'), draft('b', { writtenBy: 'gone' })] }
const behind = { path: page, published: 'new', drafts: [draft('a', { sha256: null })] }
const texts = new Map([
  ['old', 'et\nto\n'],
  ['new', 'et\nto\ntre\n'],
  ['a', 'et a\nto\n'],
  ['b', 'et b\nto\n'],
])

export const editorSamples = [
  ...([page, 'doer/en/quiz.md', 'doer/da/situation.md', 'course.yaml', 'doer/module.yaml'] as const).map((path) => ({
    page: editorPage,
    model: toEditorPage(w, view(path), null),
  })),
  {
    page: editorPage,
    model: toEditorPage(
      w,
      view(page, {
        edited: edited(page, { file: beside }),
        looked: { look: faulty, refused: null },
        mayFillLocal: true,
        values: { politi: '114' },
      }),
      { text: broken[page] ?? '', base: 'x', sitting: 's', fault: 'Too long' },
    ),
  },
  {
    page: editorPage,
    model: toEditorPage(
      w,
      view(page, { edited: edited(page, { is: 'gone' }), looked: { look: null, refused: 'busy' } }),
      null,
    ),
  },
  ...[beside, behind, { ...beside, drafts: [] }].map((file) => ({
    page: versionsPage,
    model: toVersionsPage(w, { edited: edited(page, { file }), names: new Map([['ada', 'Ada']]), texts }, null),
  })),
]

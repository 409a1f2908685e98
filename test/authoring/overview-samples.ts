import { coursePage, toCoursePage } from '#authoring/course-pages.ts'
import {
  courseSettingsPage,
  newCourse,
  toCourseSettingsPage,
  toNewCoursePage,
} from '#authoring/course-settings-pages.ts'
import { faultsPage, toFaultsPage } from '#authoring/faults-pages.ts'
import type { ModulePart, WrittenCourse } from '#authoring/find-course.ts'
import type { WrittenModule, WrittenText } from '#authoring/find-module.ts'
import { modulePage, toModulePage } from '#authoring/module-pages.ts'
import {
  moduleSettingsPage,
  newModule,
  toModuleSettingsPage,
  toNewModulePage,
} from '#authoring/module-settings-pages.ts'
import { moduleOutline, outlineOf } from '#authoring/outline.ts'
import { coursesPage, toCoursesPage } from '#authoring/pages.ts'
import { removalPage, toModuleRemovalPage, toTextRemovalPage } from '#authoring/removal-pages.ts'
import { draftSum, unsettled } from '#authoring/standing.ts'
import type { TranslationState } from '#authoring/translation.ts'
import type { Fault } from '#courses/faults.ts'
import type { Draft, WorkingFile } from '#drafts/draft.ts'
import type { Remark } from '#proofreading/remark.ts'
import { wordsIn } from '#web/words.ts'
import { asRevision } from '../support/revision.ts'
import { tinyCourse } from '../support/tiny-course.ts'

const w = wordsIn('da')
const title = { da: 'Døren <i>', en: 'The door <i>' }
const names = new Map([
  ['ada', 'Ada <Lund>'],
  ['gone', null],
])
const draft = (id: string, by: string): Draft => ({
  ...{ id, courseId: 'prove', path: '', sha256: id, startedFrom: 'old', sitting: null },
  writtenAt: '2026-11-22T12:00:00.000Z',
  writtenBy: by,
})
const file = (path: string, published: string | null, ...drafts: Draft[]): WorkingFile => ({ path, published, drafts })
const files = [
  file('course.yaml', 'y'),
  file('doer/module.yaml', 'm'),
  file('doer/da/01-hvorfor.md', 'a', draft('d1', 'ada'), draft('d2', 'gone')),
  file('doer/en/01-hvorfor.md', 'b'),
  file('doer/da/02-hvordan.md', null, draft('d3', 'ada')),
  file('doer/da/quiz.md', 'q'),
  file('doer/en/quiz.md', 'q'),
  file('doer/da/situation.md', 's'),
]
const outline = moduleOutline('doer', files)
const translation = { untranslated: 1, behind: 2, missing: 1 }
const standing = { drafts: draftSum(files), translation }
const part: ModulePart = {
  ...{ id: 'doer', title, outline, minutes: 10, listed: true, isNew: false, unsettled: 1 },
  ...standing,
}
const course: WrittenCourse = {
  ...{ id: 'prove', title, files, history: [], updates: 2, readable: true },
  revision: asRevision(tinyCourse, { origin: 'town', publishedBy: 'gone' }),
  modules: outlineOf(files),
  ...standing,
  unsettled: unsettled(files),
  parts: [part, { ...part, id: 'nyt', listed: false, isNew: true, minutes: 0 }, { ...part, id: 'sidst' }],
  removed: [{ id: 'vaek', title }],
}
const bare: WrittenCourse = {
  ...course,
  ...{ files: [], parts: [], removed: [], unsettled: [], drafts: null, readable: false, updates: 0 },
  translation: { untranslated: 0, behind: 0, missing: 0 },
}
const local = (['undeclared', 'unfilled', 'filled', 'usual', 'address'] as const).map((state, usedIn) => ({
  ...{ key: state, label: title, state, usedIn },
  shown: state === 'undeclared' ? null : title,
}))

const text = (place: number, translation: TranslationState): WrittenText => {
  const pair = outline.pages[place] ?? outline.pages[0]
  if (!pair) throw new Error('no page')
  const own = [pair.files.da, pair.files.en].filter((one) => one !== undefined)
  return { pair, title, translation, drafts: draftSum(own), unsettled: unsettled(own) }
}
const named = (name: string): WrittenText => ({ ...text(0, 'same'), pair: { ...text(0, 'same').pair, name, id: name } })
const module: WrittenModule = {
  ...{ course, part, questions: 2, draw: 3, removed: [{ name: '03-vaek.md', title }] },
  pages: [text(0, 'behind'), text(1, 'missing')],
  situation: named('situation.md'),
  card: null,
  quiz: { ...named('quiz.md'), translation: 'untranslated' },
}
const few: WrittenModule = {
  ...module,
  pages: [],
  situation: null,
  quiz: null,
  questions: 6,
  card: named('hjaelpekort.md'),
}

const at = (path: string) => `courses/prove/${path}`
const fault = (path: string, code: Fault['code'], line: number, values = {}): Fault => ({
  ...{ file: at(path), line, code, values },
})
const faults = [
  fault('course.yaml', 'yamlBroken', 3),
  fault('doer/module.yaml', 'missingKey', 1, { key: '<b>' }),
  fault('doer/da/quiz.md', 'noQuestions', 1),
  fault('doer/en/quiz.md', 'noQuestions', 1),
  fault('doer/da/01-hvorfor.md', 'openCallout', 4, { name: '<b>' }),
  fault('doer/kort.svg', 'pictureUnsafe', 1, { file: 'kort.svg' }),
  fault('doer/x.txt', 'unknownFile', 1),
]
const remark: Remark = { file: at('doer/da/01-hvorfor.md'), line: 1, code: 'noRememberBox', values: {} }

const settings = { ...newCourse, title, local: [{ key: 'x', isNew: false, label: title, neutral: title, usual: true }] }
const wrong = { titleDa: 'authoring.textMissing', 'local-0-labelDa': 'authoring.textTooLong' } as const
const others = [{ id: 'grundkursus', title }]
const own = { id: 'prove', title, base: 'published x' }
const ofModule = { courseId: 'prove', courseTitle: title, settings: { ...newModule(w), title } }
const rows = { ...ofModule.settings, sources: [{ id: 'lov', isNew: false, title: 'Lov', url: 'https://x.dk' }] }
const existing = { moduleId: 'doer', title, base: 'published x' }

/** Everything but the editor. */
export const overviewSamples = [
  { page: coursesPage, model: toCoursesPage([course, bare, { ...bare, revision: null }], names, w) },
  { page: coursesPage, model: toCoursesPage([], names, w) },
  { page: coursePage, model: toCoursePage({ course, local, names, fills: true }, w) },
  { page: coursePage, model: toCoursePage({ course: bare, local: [], names, fills: false }, w) },
  {
    page: coursePage,
    model: toCoursePage({ course: { ...course, readable: false }, local: [], names, fills: false }, w),
  },
  { page: modulePage, model: toModulePage(module, { names }, w) },
  { page: modulePage, model: toModulePage(few, { names, refused: { form: 'page', title: { da: '', en: '"x"' } } }, w) },
  { page: faultsPage, model: toFaultsPage(course, { refused: null, faults, remarks: [] }, w) },
  { page: faultsPage, model: toFaultsPage(course, { refused: null, faults: [], remarks: [remark] }, w) },
  { page: faultsPage, model: toFaultsPage(bare, { refused: 'busy' }, w) },
  { page: removalPage, model: toModuleRemovalPage(module, w) },
  { page: removalPage, model: toTextRemovalPage(module, '01-hvorfor.md', w) ?? {} },
  { page: courseSettingsPage, model: toNewCoursePage({ settings: newCourse, faults: {}, others: [] }, w) },
  { page: courseSettingsPage, model: toCourseSettingsPage({ settings, faults: wrong, others, ...own }, w) },
  { page: courseSettingsPage, model: toCourseSettingsPage({ settings: newCourse, faults: {}, others, ...own }, w) },
  { page: moduleSettingsPage, model: toNewModulePage({ ...ofModule, faults: {} }, w) },
  {
    page: moduleSettingsPage,
    model: toModuleSettingsPage({ ...ofModule, ...existing, settings: rows, faults: wrong }, w),
  },
]

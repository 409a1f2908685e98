import { type Language, languages } from '#web/language.ts'
import { cardFile, readCard } from './card.ts'
import type { ModuleDocument } from './course.ts'
import type { Fault } from './faults.ts'
import type { CourseFolder } from './folder.ts'
import { joinCard, joinPage, joinQuestion, joinSituation } from './join-twins.ts'
import { type ModuleFile, readModuleFile, usualQuiz } from './module-file.ts'
import { type ModuleFolder, openModule } from './module-folder.ts'
import { type Reader, readPage } from './page.ts'
import { mostMust, readQuiz } from './quiz.ts'
import { readSituation } from './situation.ts'
import { type FileKind, textOf } from './source-text.ts'
import { compareQuestion, compareStep, pairUp, type Twin } from './twins.ts'

/** What a module may use of its course, and where it puts the pictures it shows. */
export interface Around {
  localKeys: ReadonlySet<string> | null
  faults: Fault[]
  /** `module/file` of every picture shown. */
  shown: Set<string>
  /** Told what a file of the module says in its one language: `da/quiz.md`. */
  seen?: (file: string, told: unknown) => void
}

/** Reads one module in both languages. Every fault is put into `around.faults`; with any there, the answer is not whole. */
export function readModule(course: CourseFolder, id: string, around: Around): ModuleDocument {
  const module = openModule(course, id, around.faults)
  const yaml = module.has('module.yaml')
    ? textOf(module.bytes('module.yaml'), 'yaml', module.noteIn('module.yaml'))
    : null
  const file = yaml === null ? null : readModuleFile(yaml, module.noteIn('module.yaml'))
  const reading: Reading = { module, around, file }
  const pages = readPages(reading)
  const questions = readQuestions(reading)
  const situation = readBothSituations(reading)
  const card = readBothCards(reading)
  return { id, ...told(file), pages, situation, questions, card }
}

interface Reading {
  module: ModuleFolder
  around: Around
  file: ModuleFile | null
}

function told(file: ModuleFile | null): Omit<ModuleDocument, 'id' | 'pages' | 'situation' | 'questions' | 'card'> {
  const { pause, ...quiz } = { ...usualQuiz, ...file?.quiz }
  const sources = Object.entries(file?.sources ?? {}).map(([id, { title, url = null }]) => [id, { title, url }])
  return {
    title: file?.title ?? nothing,
    summary: file?.summary ?? nothing,
    minutes: file?.minutes ?? 0,
    objectives: file?.objectives ?? { da: [], en: [] },
    quiz: { ...quiz, pauseMinutes: pause },
    theoryOnly: file?.theory_only ?? false,
    exercise: file?.exercise ?? null,
    sources: Object.fromEntries(sources),
    reviewed: file?.reviewed ?? [],
  }
}
const nothing = { da: '', en: '' }

function readPages(reading: Reading): ModuleDocument['pages'] {
  return reading.module.pages.flatMap(({ file, id }) => {
    const twin = inBoth(reading, file, 'page', readPage)
    return twin ? [joinPage(id, twin)] : []
  })
}

function readQuestions(reading: Reading): ModuleDocument['questions'] {
  const { module, file } = reading
  const targets = {
    pageIds: new Set(module.pages.map((page) => page.id)),
    sourceIds: file && new Set(Object.keys(file.sources)),
  }
  const twin = inBoth(reading, 'quiz.md', 'quiz', (text, reader) => readQuiz(text, reader, targets))
  if (!twin) return []
  lintBank(reading, twin.da.length, Math.min(mostMust, twin.da.filter((question) => question.must).length))
  const notes = { da: module.noteIn('da/quiz.md'), en: module.noteIn('en/quiz.md') }
  const pairs = pairUp(twin, notes, { da: 'da/quiz.md', en: 'en/quiz.md' })
  for (const pair of pairs) compareQuestion(pair, notes.en, 'da/quiz.md')
  return pairs.map(joinQuestion)
}

function lintBank({ module, file }: Reading, has: number, must: number): void {
  if (!file || has === 0) return
  const { draw } = { ...usualQuiz, ...file.quiz }
  if (has < 2 * draw) module.noteIn('da/quiz.md')(1, 'bankTooSmall', { has, needs: 2 * draw, draw })
  if (must > draw) module.noteIn('module.yaml')(1, 'drawTooSmall', { draw, must })
}

function readBothSituations(reading: Reading): ModuleDocument['situation'] {
  const { module } = reading
  const twin = inBoth(reading, 'situation.md', 'situation', readSituation)
  if (!twin) return null
  const notes = { da: module.noteIn('da/situation.md'), en: module.noteIn('en/situation.md') }
  const names = { da: 'da/situation.md', en: 'en/situation.md' }
  const steps = pairUp({ da: twin.da.steps, en: twin.en.steps }, notes, names)
  for (const pair of steps) compareStep(pair, notes.en, names.da)
  return joinSituation(twin, steps)
}

function readBothCards(reading: Reading): ModuleDocument['card'] {
  const twin = inBoth(reading, cardFile, 'page', readCard)
  return twin && joinCard(twin)
}

/** Reads a file of both languages; null when either cannot be read. Both are read, so that both tell their faults. */
function inBoth<T>(
  { module, around }: Reading,
  file: string,
  kind: FileKind,
  read: (text: string, reader: Reader) => T,
): Twin<T> | null {
  const [da, en] = languages.map((language: Language) => {
    const path = `${language}/${file}`
    const note = module.noteIn(path)
    const text = module.has(path) ? textOf(module.bytes(path), kind, note) : null
    if (text === null) return null
    const shown = new Set<string>()
    const place = { language, moduleId: module.id }
    const told = read(text, { note, ...around, pictures: module.pictures, shown, anchors: false, place })
    around.seen?.(path, told)
    for (const picture of shown) around.shown.add(`${module.id}/${picture}`)
    return told
  })
  return da != null && en != null ? { da, en } : null
}

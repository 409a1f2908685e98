import { isSlug } from '#courses/attributes.ts'
import { freeSlug, slugOf } from '#courses/slug.ts'
import { type Faults, type ReadSettings, readTold, toldFaults } from './course-forms.ts'
import { type ModuleSettings, type QuizPart, quizParts, type SourceRow } from './module-settings.ts'
import { isWhole, longestText, type TypedFields, typedFields } from './typed-fields.ts'

/** What a module's numbers may be: least and most. */
export const limits = { minutes: [1, 240], draw: [1, 50], pass: [1, 100], attempts: [1, 10], pause: [0, 1440] } as const
const mostObjectives = 12

/** The names of the fields of a module's form that somebody writes in. */
export const moduleWritten =
  /^((title|summary|objectives)(Da|En)|minutes|draw|pass|attempts|pause|source-\d+-(title|url|key))$/

export function readModuleForm(body: unknown): ReadSettings<ModuleSettings> {
  const typed = typedFields(body)
  const da = typed.lines('objectivesDa')
  const en = typed.lines('objectivesEn')
  const settings: ModuleSettings = {
    ...readTold(typed),
    minutes: typed.line('minutes'),
    objectives: { da, en: en.join('\n') === da.join('\n') ? [] : en },
    quiz: readQuiz(typed),
    theoryOnly: typed.has('theoryOnly'),
    ageExercise: typed.has('ageExercise'),
    sources: readSources(typed),
  }
  return { settings, faults: faultsIn(settings) }
}

const readQuiz = (typed: TypedFields) =>
  Object.fromEntries(quizParts.map((part) => [part, typed.line(part)])) as ModuleSettings['quiz']

export function faultsIn(settings: ModuleSettings): Faults {
  const { minutes, quiz, objectives, sources } = settings
  const numbers: Readonly<Record<'minutes' | QuizPart, string>> = { minutes, ...quiz }
  const wrong = (['minutes', ...quizParts] as const).filter((name) => {
    const [least, most] = limits[name]
    return !isWhole(numbers[name], least, most)
  })
  return {
    ...toldFaults(settings),
    ...Object.fromEntries(wrong.map((name) => [name, `authoring.fieldFault.${name}` as const])),
    ...(isFine(objectives.da) ? {} : { objectivesDa: 'authoring.objectivesFault' as const }),
    ...(isFine(objectives.en) ? {} : { objectivesEn: 'authoring.objectivesFault' as const }),
    ...sourceFaults(sources),
  }
}

const isFine = (lines: readonly string[]) =>
  lines.length <= mostObjectives && lines.every((line) => line.length <= longestText)

/** A row with nothing in it is no row; one that was ticked to go is gone. Null when the form had no rows. */
function readSources(typed: TypedFields): SourceRow[] | null {
  const sent = typed.rows('source', 'title')
  if (sent.length === 0) return null
  const rows: SourceRow[] = []
  for (const n of sent) {
    const name = (part: string) => `source-${n}-${part}`
    const isNew = !typed.has(name('kept'))
    const [title, url] = [typed.line(name('title')), typed.line(name('url'))]
    const chosen = typed.line(name(isNew ? 'key' : 'kept'))
    if (isNew && [title, url, chosen].every((text) => text === '')) continue
    if (typed.has(name('remove'))) continue
    const id =
      chosen ||
      freeSlug(
        slugOf(title) || 'kilde',
        rows.map((row) => row.id),
      )
    rows.push({ id, isNew, title, url })
  }
  return rows
}

function sourceFaults(rows: readonly SourceRow[] | null): Faults {
  const faults = (rows ?? []).map(({ id, isNew, title, url }, n): Faults => {
    const taken = rows?.some((other, before) => before < n && other.id === id)
    return {
      ...(title === '' ? { [`source-${n}-title`]: 'authoring.textMissing' as const } : {}),
      ...(title.length > longestText ? { [`source-${n}-title`]: 'authoring.textTooLong' as const } : {}),
      ...(url === '' || isUrl(url) ? {} : { [`source-${n}-url`]: 'authoring.urlFault' as const }),
      ...(isNew && (taken || !isSlug(id)) ? { [`source-${n}-key`]: 'authoring.keyFault' as const } : {}),
    }
  })
  return Object.assign({}, ...faults)
}

const isUrl = (text: string) => text.length <= longestText && /^https?:\/\/[^\s"<>]+$/.test(text)

import type { WorkingFile } from '#drafts/draft.ts'
import { baseOf } from '#drafts/draft.ts'
import type { Button } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { moduleUrl } from './addresses.ts'
import { filesIn } from './find-course.ts'
import type { WrittenModule } from './find-module.ts'

/** Asks before something is taken out of what is being written. */
export interface RemovalPage {
  title: string
  back: { url: string; label: string }
  lead: string
  hints: readonly string[]
  button: Button
  stay: string
}

export const removalPage = page<RemovalPage>('authoring/removal')

/** The field that carries what a file was when its removal was asked for. */
export const seenField = (path: string): string => `seen:${path}`

const seenIn = (files: readonly WorkingFile[]) =>
  Object.fromEntries(files.map((file) => [seenField(file.path), baseOf(file)]))

export function toModuleRemovalPage(module: WrittenModule, w: Words): RemovalPage {
  const { course, part, pages, questions } = module
  const url = moduleUrl(course.id, part.id)
  const title = part.title[w.language]
  return {
    title: w.t('authoring.removeModule', { title }),
    back: { url, label: title },
    lead: w.t('authoring.removeModuleLead', {
      pages: w.t('authoring.pageCount', { count: pages.length }),
      questions: w.t('authoring.questions', { count: questions }),
    }),
    hints: [w.t('authoring.removalHint'), ...(part.isNew ? [w.t('authoring.removalNew')] : [])],
    button: {
      action: `${url}/removal`,
      label: w.t('authoring.remove'),
      kind: 'danger',
      fields: seenIn(filesIn(course, part.id)),
    },
    stay: url,
  }
}

/** Of a page, the situation or the help card. */
export function toTextRemovalPage(module: WrittenModule, name: string, w: Words): RemovalPage | null {
  const { course, part } = module
  const text = [...module.pages, module.situation, module.card].find((one) => one?.pair.name === name)
  if (!text) return null
  const url = moduleUrl(course.id, part.id)
  const { da, en } = text.pair.files
  const files = [da, en].filter((file) => file !== undefined)
  const isPage = module.pages.includes(text)
  return {
    title: w.t('authoring.removeText', { title: text.title[w.language] }),
    back: { url, label: part.title[w.language] },
    lead: w.t('authoring.removeTextLead'),
    hints: [
      w.t('authoring.removalHint'),
      ...(isPage ? [w.t('authoring.removalQuestions', { page: text.pair.id })] : []),
      ...(files.every((file) => file.published === null) ? [w.t('authoring.removalNew')] : []),
    ],
    button: {
      action: `${url}/removal`,
      label: w.t('authoring.remove'),
      kind: 'danger',
      fields: { text: name, ...seenIn(files) },
    },
    stay: url,
  }
}

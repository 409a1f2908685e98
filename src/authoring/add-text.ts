import { Refusal } from '#base/refusal.ts'
import { cardFile } from '#courses/card.ts'
import type { InBoth } from '#courses/course.ts'
import { freeSlug, slugOf } from '#courses/slug.ts'
import type { Work } from '#db/work.ts'
import { workingSha } from '#drafts/draft.ts'
import { workingFiles } from '#drafts/store.ts'
import { languages } from '#web/language.ts'
import { reservedPages } from './begin-module.ts'
import { moduleOutline } from './outline.ts'
import { nextNumber } from './page-order.ts'
import { type StarterKind, type StarterLanguage, starterText } from './starters.ts'
import { writeFiles } from './write-files.ts'

/**
 * Adds a page, a situation or a help card to a module, in both languages, from an example; the path of the Danish file. A page comes last. Where
 * no English title is given, both files say the same: not translated yet. Refuses: forbidden; conflict when there is one already or no room.
 */
export async function addText(
  work: Work,
  of: { courseId: string; moduleId: string; kind: StarterKind; title: InBoth; language: StarterLanguage },
): Promise<string> {
  const { courseId, moduleId, kind, title, language } = of
  const files = (await workingFiles(work.db, courseId)).filter((file) => workingSha(file) !== null)
  const module = moduleOutline(moduleId, files)
  if (kind !== 'page' && module[kind]) throw new Refusal('conflict', `a ${kind} is there`)
  const name = kind === 'page' ? pageName(module.pages, title.da) : kind === 'card' ? cardFile : 'situation.md'
  const titles = { da: title.da, en: title.en || title.da }
  await writeFiles(
    work,
    courseId,
    languages.map((one) => ({
      path: `${moduleId}/${one}/${name}`,
      text: starterText(kind, language, titles[one]),
    })),
  )
  return `${moduleId}/da/${name}`
}

function pageName(pages: readonly { name: string; id: string }[], title: string): string {
  const number = nextNumber(pages.map((page) => page.name))
  if (number === null) throw new Refusal('conflict', 'no room for a page')
  const ids = pages.map((page) => page.id)
  return `${number}-${freeSlug(slugOf(title) || 'side', [...ids, ...reservedPages])}.md`
}

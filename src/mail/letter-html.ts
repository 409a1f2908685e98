import { openTemplates } from '#web/plumbing.ts'
import type { Letter } from './letter.ts'

let templates: ReturnType<typeof openTemplates> | null = null

/** The letter as a page of its own: nothing from elsewhere is fetched, it reads on dark and on light, and the link stands there as text too. */
export function letterHtml(letter: Letter): string {
  templates ??= openTemplates()
  return templates.render('mail/letter', { letter })
}

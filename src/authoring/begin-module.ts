import { freeSlug, slugOf } from '#courses/slug.ts'
import type { Work } from '#db/work.ts'
import { workingFiles } from '#drafts/store.ts'
import { languages } from '#web/language.ts'
import { modulesIn, withModules } from './course-settings.ts'
import { findText } from './find-text.ts'
import { type ModuleSettings, newModuleFile } from './module-settings.ts'
import { outlineOf } from './outline.ts'
import { openYaml } from './rewrite-yaml.ts'
import { type StarterLanguage, starterText } from './starters.ts'
import { writeFiles } from './write-files.ts'

/** An address beside the modules' own, and folders of no module. */
const reserved = ['new', 'da', 'en']

/**
 * Begins a module, last in its course: its settings, a first page that shows what can be written, and a quiz without questions yet, in both
 * languages. Its id is made from its Danish title. Refuses: forbidden; not-found for a course without a readable `course.yaml`.
 */
export async function beginModule(
  work: Work,
  of: { courseId: string; settings: ModuleSettings; language: StarterLanguage },
): Promise<string> {
  const { courseId, settings, language } = of
  const course = await findText(work.db, courseId, 'course.yaml')
  const taken = [...outlineOf(await workingFiles(work.db, courseId)).keys()]
  const modules = modulesIn(openYaml(course.text))
  const id = freeSlug(slugOf(settings.title.da) || 'modul', [...taken, ...modules, ...reserved])
  const titles = { da: settings.title.da, en: settings.title.en || settings.title.da }
  const page = `01-${freeSlug(slugOf(settings.title.da) || 'side', reservedPages)}.md`
  await writeFiles(work, courseId, [
    { path: 'course.yaml', text: withModules(course.text, [...modules, id]), base: course.base },
    { path: `${id}/module.yaml`, text: newModuleFile(settings) },
    ...languages.flatMap((one) => [
      { path: `${id}/${one}/${page}`, text: starterText('page', language, titles[one]) },
      { path: `${id}/${one}/quiz.md`, text: `# Quiz: ${titles[one]}\n` },
    ]),
  ])
  return id
}

/** What follows a module's address, and so can be the id of no page (courses/module-folder.ts). */
export const reservedPages = ['attempts', 'situation', 'exercise', 'quiz']

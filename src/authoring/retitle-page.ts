import type { InBoth } from '#courses/course.ts'
import type { Work } from '#db/work.ts'
import { languages } from '#web/language.ts'
import { findText } from './find-text.ts'
import { withTitle } from './title-line.ts'
import { writeFiles } from './write-files.ts'

/**
 * Gives a text of a module another title, its first line, in both languages; an English one left empty is the Danish one. Its file's name, and so
 * its id, stay. Refuses: forbidden; not-found.
 */
export async function retitlePage(
  work: Work,
  of: { courseId: string; moduleId: string; name: string; title: InBoth },
): Promise<void> {
  const { courseId, moduleId, name } = of
  const titles = { da: of.title.da, en: of.title.en || of.title.da }
  const written = languages.map(async (language) => {
    const path = `${moduleId}/${language}/${name}`
    const { text, base } = await findText(work.db, courseId, path)
    return { path, text: withTitle(text, titles[language]), base }
  })
  await writeFiles(work, courseId, await Promise.all(written))
}

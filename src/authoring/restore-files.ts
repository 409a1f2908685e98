import { keptFile } from '#courses/source-store.ts'
import type { Work } from '#db/work.ts'
import { workingSha } from '#drafts/draft.ts'
import { workingFiles } from '#drafts/store.ts'
import { modulesIn, withModules } from './course-settings.ts'
import { findText } from './find-text.ts'
import { openYaml } from './rewrite-yaml.ts'
import { type Written, writeFiles } from './write-files.ts'

/** Brings files that are on their way out back as they are published. Refuses: forbidden. */
export async function restoreFiles(work: Work, courseId: string, isWanted: (path: string) => boolean): Promise<void> {
  const gone = (await workingFiles(work.db, courseId)).filter(
    (file) => workingSha(file) === null && isWanted(file.path),
  )
  const written: Written[] = []
  for (const { path, published } of gone)
    if (published !== null) written.push({ path, text: await keptFile(work.db, published) })
  await writeFiles(work, courseId, written)
}

/** Brings a module that is on its way out back, last in its course. Refuses: forbidden; not-found. */
export async function restoreModule(work: Work, courseId: string, moduleId: string): Promise<void> {
  await restoreFiles(work, courseId, (path) => path.startsWith(`${moduleId}/`))
  const { text, base } = await findText(work.db, courseId, 'course.yaml')
  const modules = modulesIn(openYaml(text))
  if (modules.includes(moduleId)) return
  await writeFiles(work, courseId, [{ path: 'course.yaml', text: withModules(text, [...modules, moduleId]), base }])
}

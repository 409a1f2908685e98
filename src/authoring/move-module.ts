import { found } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { modulesIn, withModules } from './course-settings.ts'
import { findText } from './find-text.ts'
import { movedBy } from './page-order.ts'
import { openYaml } from './rewrite-yaml.ts'
import { writeFiles } from './write-files.ts'

/** Moves a module by one place in its course. Refuses: forbidden; not-found for a module that the course does not list. */
export async function moveModule(
  work: Work,
  of: { courseId: string; moduleId: string; by: 1 | -1 },
): Promise<{ beside: boolean }> {
  const { text, base } = await findText(work.db, of.courseId, 'course.yaml')
  const modules = modulesIn(openYaml(text))
  found(
    modules.find((id) => id === of.moduleId),
    'module',
  )
  const moved = withModules(text, movedBy(modules, of.moduleId, of.by))
  return writeFiles(work, of.courseId, [{ path: 'course.yaml', text: moved, base }])
}

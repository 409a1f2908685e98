import type { Work } from '#db/work.ts'
import type { Base } from '#drafts/draft.ts'
import { modulesIn, withModules } from './course-settings.ts'
import { findText } from './find-text.ts'
import { openYaml } from './rewrite-yaml.ts'
import { writeFiles } from './write-files.ts'

/**
 * Takes a module out of what is being written: out of `course.yaml`, and its files as they were seen; what somebody wrote since then stays.
 * Whatever is published stays as it is. Refuses: forbidden; not-found.
 */
export async function removeModule(
  work: Work,
  of: { courseId: string; moduleId: string; bases: ReadonlyMap<string, Base> },
): Promise<{ beside: boolean }> {
  const { courseId, moduleId, bases } = of
  const { text, base } = await findText(work.db, courseId, 'course.yaml')
  const modules = modulesIn(openYaml(text)).filter((id) => id !== moduleId)
  return writeFiles(work, courseId, [
    { path: 'course.yaml', text: withModules(text, modules), base },
    ...[...bases].map(([path, seen]) => ({ path, text: null, base: seen })),
  ])
}

/** Takes texts out of what is being written, as they were seen. Refuses: forbidden. */
export const removeTexts = (
  work: Work,
  of: { courseId: string; bases: ReadonlyMap<string, Base> },
): Promise<{ beside: boolean }> =>
  writeFiles(
    work,
    of.courseId,
    [...of.bases].map(([path, base]) => ({ path, text: null, base })),
  )

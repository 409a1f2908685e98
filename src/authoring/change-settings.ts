import type { Document } from 'yaml'
import type { Work } from '#db/work.ts'
import type { Base } from '#drafts/draft.ts'
import { textOfBase } from './find-text.ts'
import { rewriteYaml } from './rewrite-yaml.ts'
import { writeFiles } from './write-files.ts'

/**
 * Writes a form back into the YAML file it was made from, by its base. What somebody else has written since then stays beside it. Refuses:
 * forbidden; not-found for a base that never was.
 */
export async function changeSettings(
  work: Work,
  of: { courseId: string; path: string; base: Base; change: (document: Document) => void },
): Promise<{ beside: boolean }> {
  const text = await textOfBase(work.db, of.base)
  const changed = rewriteYaml(text, of.change)
  if (changed === text) return { beside: false }
  return writeFiles(work, of.courseId, [{ path: of.path, text: changed, base: of.base }])
}

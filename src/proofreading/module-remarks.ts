import { cardFile } from '#courses/card.ts'
import type { ModuleDocument } from '#courses/course.ts'
import type { CourseText } from './course-text.ts'
import type { Remark } from './remark.ts'

/** What a module may be without and should not be. */
export function moduleRemarks({ folder }: CourseText, module: ModuleDocument): Remark[] {
  const inModule = (name: string) => ({ file: `${folder.path}/${module.id}/${name}`, line: 1, values: {} })
  return [
    ...(module.situation === null ? [{ ...inModule('da/situation.md'), code: 'noSituation' as const }] : []),
    ...(module.card === null ? [{ ...inModule(`da/${cardFile}`), code: 'noCard' as const }] : []),
  ]
}

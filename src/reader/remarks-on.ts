import type { CourseDocument, ModuleDocument } from '#courses/course.ts'
import type { CourseFolder } from '#courses/folder.ts'
import { bankRemarks } from '#proofreading/bank-remarks.ts'
import type { CourseText } from '#proofreading/course-text.ts'
import type { HouseStyle } from '#proofreading/house-style.ts'
import { pageRemarks } from '#proofreading/page-remarks.ts'
import { type Remark, sortRemarks } from '#proofreading/remark.ts'
import { styleRemarks } from '#proofreading/style-remarks.ts'

interface Proof {
  folder: CourseFolder
  path: string
  module: ModuleDocument
  local: CourseDocument['local']
  style: HouseStyle | null
  /** Without a fault: a bank that cannot be read whole cannot be judged either. */
  sound: boolean
}

/** What may be said of one text of a module, as if it were proofread with its course. */
export function remarksOn({ folder, path, module, local, style, sound }: Proof): Remark[] {
  const alone = { ...folder, files: new Map([[path, folder.files.get(path) ?? null]]) }
  const text = { folder: alone, course: { local } } as unknown as CourseText
  const said = [
    ...pageRemarks(text, module),
    ...(sound && path.endsWith('/quiz.md') ? bankRemarks(text, module) : []),
    ...(style ? styleRemarks(text, module, style) : []),
  ]
  return sortRemarks(said.filter(({ file }) => file === `${folder.path}/${path}`))
}

import { bankRemarks, kindRemarks } from './bank-remarks.ts'
import type { CourseText } from './course-text.ts'
import type { HouseStyle } from './house-style.ts'
import { moduleRemarks } from './module-remarks.ts'
import { pageRemarks } from './page-remarks.ts'
import { type Remark, sortRemarks } from './remark.ts'
import { styleRemarks } from './style-remarks.ts'

/** Everything that may be said of a course that has no faults, by file and line. Without a house style its words are not looked at. */
export function proofread(text: CourseText, style: HouseStyle | null): Remark[] {
  const { modules } = text.course
  return sortRemarks([
    ...kindRemarks(text, text.course),
    ...modules.flatMap((module) => [
      ...moduleRemarks(text, module),
      ...pageRemarks(text, module),
      ...bankRemarks(text, module),
      ...(style ? styleRemarks(text, module, style) : []),
    ]),
  ])
}

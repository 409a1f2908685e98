import { readCourse } from '#courses/read-course.ts'
import { folderOf, sampleFiles } from './sample-course.ts'

/** What is wrong, the files of the sample course that differ, and every fault that is found: `doer/da/quiz.md:14 noRight`. */
export type FaultCase = readonly [
  name: string,
  files: Readonly<Record<string, string | Uint8Array | null | undefined>>,
  faults: readonly string[],
]

export const faultsOf = (files: FaultCase[1]) => readCourse(folderOf({ ...sampleFiles, ...files })).faults

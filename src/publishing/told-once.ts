import type { Fault } from '#courses/faults.ts'
import { type WorkingFile, workingSha } from '#drafts/draft.ts'
import { twinPath, whatIs } from '#drafts/file-path.ts'
import { pathInside } from './barriers.ts'

/** While a text is not translated, both files lack the same: it is told of the Danish one. */
export function toldOnce(courseId: string, files: readonly WorkingFile[], faults: readonly Fault[]): Fault[] {
  const shaOf = (path: string) => {
    const file = files.find((one) => one.path === path)
    return file ? workingSha(file) : null
  }
  const saidOf = ({ file, line, code }: Fault) => `${file} ${line} ${code}`
  const said = new Set(faults.map(saidOf))
  return faults.filter((fault) => {
    const path = pathInside(courseId, fault.file)
    const twin = twinPath(path)
    if (twin === null || whatIs(path)?.language !== 'en' || shaOf(path) === null) return true
    const isRepeated = shaOf(path) === shaOf(twin)
    return !(isRepeated && said.has(saidOf({ ...fault, file: fault.file.replace(path, twin) })))
  })
}

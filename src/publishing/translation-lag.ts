import { type WorkingFile, workingSha } from '#drafts/draft.ts'
import { twinPath } from '#drafts/file-path.ts'

/** An English text among what is being written that does not say what the Danish one says. */
export interface TranslationLag {
  /** Of the English file. */
  path: string
  /** `untranslated`: word for word the Danish text. `behind`: only the Danish one changes now. */
  kind: 'untranslated' | 'behind'
}

/** English texts that fall behind what is about to be published. Told, never refused. */
export function translationLags(files: readonly WorkingFile[]): TranslationLag[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const isChanged = (file: WorkingFile) => workingSha(file) !== file.published
  return files.flatMap((en): TranslationLag[] => {
    const da = /\/en\//.test(en.path) ? byPath.get(twinPath(en.path) ?? '') : undefined
    if (!da || workingSha(en) === null || workingSha(da) === null) return []
    if (!isChanged(da) && !isChanged(en)) return []
    if (workingSha(da) === workingSha(en)) return [{ path: en.path, kind: 'untranslated' }]
    return isChanged(da) && !isChanged(en) ? [{ path: en.path, kind: 'behind' }] : []
  })
}

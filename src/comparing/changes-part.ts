import type { Words } from '#web/words.ts'
import type { TextChange } from './text-change.ts'
import type { Word } from './word-change.ts'

/** What views/shared/changes.eta shows. */
export interface ChangesPart {
  /** `2 linjer sat ind · 1 linje taget ud`, or that nothing changed. */
  summary: string
  /** Something that has to be said of the comparison as a whole. */
  hint: string | null
  rows: readonly ChangeRow[]
  /** What is not shown, because it would be too much. */
  more: string | null
}

export interface ChangeRow {
  kind: 'kept' | 'out' | 'in' | 'folded'
  /** For those who hear it: taken out, put in. */
  said: string | null
  words: readonly Word[]
}

const mostRows = 400

/** A comparison in words and rows; of a very long one the beginning. `most`: rows that may be shown. */
export function toChangesPart(change: TextChange, w: Words, most = mostRows): ChangesPart {
  const shown = change.rows.slice(0, most)
  const left = change.rows.length - shown.length
  return {
    summary: summaryOf(change, w),
    hint: change.whole ? w.t('comparing.whole') : null,
    rows: shown.map((row): ChangeRow => {
      if (row.kind === 'folded')
        return { kind: 'folded', said: null, words: [plain(w.t('comparing.folded', { count: row.count }))] }
      const said = row.kind === 'kept' ? null : w.t(`comparing.${row.kind}`)
      const words = row.words.length === 0 && said ? [plain(`(${w.t('comparing.emptyLine')})`)] : row.words
      return { kind: row.kind, said, words }
    }),
    more: left > 0 ? w.t('comparing.more', { count: left }) : null,
  }
}

export function summaryOf({ putIn, takenOut }: Pick<TextChange, 'putIn' | 'takenOut'>, w: Words): string {
  const parts = [
    ...(putIn > 0 ? [w.t('comparing.putIn', { count: putIn })] : []),
    ...(takenOut > 0 ? [w.t('comparing.takenOut', { count: takenOut })] : []),
  ]
  return parts.length === 0 ? w.t('comparing.same') : parts.join(' · ')
}

const plain = (text: string): Word => ({ text, marked: false })

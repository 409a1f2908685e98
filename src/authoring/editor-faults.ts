import type { Fault } from '#courses/faults.ts'
import type { FileLook } from '#reader/look-at.ts'
import type { Words } from '#web/words.ts'
import { foremostFaults } from './foremost-faults.ts'

/** What is wrong with a text and what could be better, by line. */
export interface FaultsPart {
  /** "3 fejl", or that there are none. */
  title: string
  faults: readonly FaultLine[]
  /** How many more there are. */
  more: string | null
  remarks: readonly FaultLine[]
  remarksTitle: string
  /** The faulty lines themselves with their neighbours, for who has no script to lead there. */
  lines: readonly NumberedLine[]
}

export interface FaultLine {
  /** 0: it is about the text as a whole, or told in the other language's text. */
  line: number
  url: string
  /** "Linje 12". */
  where: string
  text: string
}

interface NumberedLine {
  line: number
  text: string
  faulty: boolean
}

const mostShown = 60
const mostRemarks = 30
const mostSigns = 300

/** `twinUrl`: the editor of the same text in the other language. */
export function toFaultsPart(look: FileLook, text: string, twinUrl: string | null, w: Words): FaultsPart {
  const { twinFaults, remarks } = look
  const faults = look.kind === 'situation' ? foremostFaults(look.faults) : look.faults
  const said = (fault: Fault) => w.t(`courses.fault.${fault.code}`, fault.values)
  const count = faults.length + twinFaults.length
  const own = faults.slice(0, mostShown).map((fault) => lineOf(fault, said(fault), w))
  const other = twinFaults.slice(0, mostShown - own.length).map((fault) => ({
    line: 0,
    url: `${twinUrl ?? ''}#line-${fault.line}`,
    where: w.t('authoring.editor.lineInOther', { line: fault.line }),
    text: said(fault),
  }))
  const notes = remarks
    .slice(0, mostRemarks)
    .map((remark) => lineOf(remark, w.t(`proofreading.remark.${remark.code}`, remark.values), w))
  return {
    title: count === 0 ? w.t('authoring.editor.noFaults') : w.t('authoring.editor.faults', { count }),
    faults: [...own, ...other],
    more: count > mostShown ? w.t('authoring.editor.moreFaults', { count: count - mostShown }) : null,
    remarks: notes,
    remarksTitle: w.t('authoring.editor.remarks', { count: remarks.length }),
    lines: linesAround(
      text,
      [...faults.slice(0, mostShown), ...remarks.slice(0, mostRemarks)].map(({ line }) => line),
    ),
  }
}

const lineOf = ({ line }: { line: number }, text: string, w: Words): FaultLine => ({
  line,
  url: `#line-${line}`,
  where: w.t('authoring.editor.line', { line }),
  text,
})

function linesAround(text: string, faulty: readonly number[]): NumberedLine[] {
  const all = text.split('\n')
  const wanted = new Set(faulty.flatMap((line) => [line - 1, line, line + 1]))
  return [...wanted]
    .filter((line) => line >= 1 && line <= all.length)
    .toSorted((a, b) => a - b)
    .map((line) => ({ line, text: (all[line - 1] as string).slice(0, mostSigns), faulty: faulty.includes(line) }))
}

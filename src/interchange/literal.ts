/** Text as Markdown that shows exactly that text, with as few backslashes as possible: people read and correct it. */
export function literal(text: string): string {
  return text.split('\n').map(literalLine).join('\n')
}

const literalLine = (line: string, index: number) => guardStart(escapeInline(line, false), index > 0)

/** Text in the middle of a line. */
export const literalInline = (text: string): string => escapeInline(text, false)

/** Text that stands beside our own marks (`**bold**`): every sign that could join them is escaped. */
export const literalBesideMarks = (text: string): string => escapeInline(text, true)

/**
 * A star, an underscore or a backtick alone marks nothing, it takes two runs of them. Beside marks of ours one is enough.
 * `{{lokalt:x}}` stays as it is.
 */
function escapeInline(text: string, besideMarks: boolean): string {
  const marks = (run: RegExp) => besideMarks || (text.match(run)?.length ?? 0) > 1
  const stars = marks(/\*+/g)
  const lines = (text.match(/_+/g)?.length ?? 0) > 1
  const ticks = marks(/`+/g)
  const waves = marks(/~~+/g)
  const links = besideMarks || text.includes('](')
  return text.replaceAll(/[\\*_`~[\]<&]/g, (sign, at: number) => {
    const next = text.charAt(at + 1)
    if (sign === '\\') return next === '' || isPunctuation(next) ? '\\\\' : sign
    if (sign === '*') return stars ? '\\*' : sign
    if (sign === '_') return lines && !isInWord(text, at) ? '\\_' : sign
    if (sign === '`') return ticks ? '\\`' : sign
    if (sign === '~') return waves && (next === '~' || text.charAt(at - 1) === '~') ? '\\~' : sign
    if (sign === '<') return /[a-z!/?]/i.test(next) ? '\\<' : sign
    if (sign === '&') return /^&(#\w{1,8}|\w{2,32});/.test(text.slice(at, at + 40)) ? '\\&' : sign
    return links ? `\\${sign}` : sign
  })
}

/** An underscore between letters marks nothing; beside another underscore it may. */
const isInWord = (text: string, at: number) => /^[\p{L}\p{N}]_[\p{L}\p{N}]$/u.test(text.slice(at - 1, at + 2))

const isPunctuation = (sign: string) => /[!-/:-@[-`{-~\n]/.test(sign)

/** What at the start of a line would begin a list, a heading, a quotation, a box, a table, a definition or a box to tick. */
function guardStart(line: string, isFurther: boolean): string {
  if (/^(#{1,6}(\s|$)|>|[-+*](\s|$)|:::|```|~~~|={1,}\s*$)/.test(line) || isRule(line)) return `\\${line}`
  if (/^\[([ xX]?\]|[^\]\n]{1,999}\]:)/.test(line)) return `\\${line}`
  if (isFurther && /^[|:-][|:\s-]*$/.test(line)) return `\\${line}`
  return line.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}

const isRule = (line: string) => /^([-_*])[-_*\s]*$/.test(line) && line.replaceAll(/\s/g, '').length > 2

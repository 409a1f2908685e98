import type { ReadOption, ReadQuestion } from '#interchange/question.ts'

/** A question that was read, on lines a person can check: what it became, or why it was refused. */
export function sampleLines(question: ReadQuestion): string {
  if ('refused' in question)
    return `${question.line} refused: ${[question.refused, ...Object.values(question.values)].join(' ')}`
  const { line, kind, title, stem, options, number, explanation, id, tags, category, notices } = question
  const about = [category && `in ${category}`, id && `id ${id}`, ...tags.map((tag) => `tag ${tag}`)].filter(Boolean)
  return [
    `${line} ${kind}: ${title}`,
    ...(about.length > 0 ? [`  (${about.join(', ')})`] : []),
    ...(stem === title ? [] : stem.split('\n').map((text) => `  | ${text}`)),
    ...(number ? [`  = ${number.answer} ± ${number.tolerance} ${number.unit ?? ''}`.trimEnd()] : []),
    ...options.map(optionLine),
    ...(explanation === null ? [] : [`  > ${explanation.replaceAll('\n', '⏎')}`]),
    ...notices.map((notice) => `  ! ${[notice.code, ...Object.values(notice.values)].join(' ')}`),
  ].join('\n')
}

function optionLine({ text, right, feedback, match }: ReadOption): string {
  const pair = match === undefined ? text : `${text} -> ${match}`
  return `  [${right ? 'x' : ' '}] ${pair}${feedback === null ? '' : ` # ${feedback.replaceAll('\n', '⏎')}`}`
}

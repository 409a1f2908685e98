const titleLine = /^#[ \t]+(.*)$/m

/** The title of a text by its first heading, as it is written; '' when it has none. */
export const titleIn = (text: string): string => titleLine.exec(text)?.[1]?.trim() ?? ''

/** The same text under another title. */
export function withTitle(text: string, title: string): string {
  const line = `# ${title}`
  return titleLine.test(text) ? text.replace(titleLine, () => line) : `${line}\n\n${text}`
}

/** How many questions a quiz holds, by their headings. */
export const countQuestions = (text: string): number => text.match(/^###[ \t]+\S/gm)?.length ?? 0

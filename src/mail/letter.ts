import type { Role } from '#policy.ts'
import type { Language } from '#web/language.ts'
import type { Words } from '#web/words.ts'
import { headerLine } from './address.ts'
import { roleText } from './notice.ts'

/** The kinds of letters, and what stands in each. `venue` and `text` are texts as they are read; `hours` is how long the link works. */
export interface LetterValues {
  /** `venue` is empty for a role of the whole town. */
  'invitation-role': { role: Role; venue: string }
  'invitation-account': { venue: string }
  reset: { hours: number }
  notice: { text: string }
}

export type LetterKind = keyof LetterValues

export interface Addressee {
  /** An e-mail address. */
  address: string
  name: string | null
}

/** A letter as it is kept. */
export interface LetterToQueue {
  once: string
  personId: string | null
  to: Addressee
  language: Language
  kind: LetterKind
  secret: boolean
  subject: string
  text: string
  html: string
}

/** A letter before it is set: everything in the reader's words. */
export interface Letter {
  language: string
  subject: string
  greeting: string
  paragraphs: readonly string[]
  button: { label: string; link: string; instead: string } | null
  /** What to do when the letter makes no sense to its reader. */
  stranger: string
  sender: string
}

interface Of<Kind extends LetterKind> {
  kind: Kind
  values: LetterValues[Kind]
  town: string
  name: string | null
  link?: string | undefined
}

/** What a letter says. Pure. */
export function letterOf<Kind extends LetterKind>({ kind, values, town, name, link }: Of<Kind>, w: Words): Letter {
  const said = saidOf(values, w)
  const to = name === null ? '' : headerLine(name)
  return {
    language: w.language,
    subject: headerLine(w.t(`mail.letter.${kind}.subject`, { town, ...said })),
    greeting: to === '' ? w.t('mail.letter.helloStranger') : w.t('mail.letter.hello', { name: to }),
    paragraphs: w.t(`mail.letter.${kind}.text`, { town, ...said }).split('\n\n'),
    button: link
      ? { label: w.t(`mail.letter.${buttonOf(kind)}.button`), link, instead: w.t('mail.letter.instead') }
      : null,
    stranger: w.t(kind === 'notice' ? 'mail.letter.notYou' : 'mail.letter.notAsked'),
    sender: w.t('mail.letter.sender', { town }),
  }
}

function saidOf(values: LetterValues[LetterKind], w: Words): Record<string, string | number> {
  const { role, venue = '', hours = 0, text = '' } = values as Partial<Record<string, string | number>>
  const as = role === undefined ? '' : roleText(role as Role, w)
  return { as: venue && as ? w.t('mail.letter.roleAt', { role: as, venue }) : as, venue, count: Number(hours), text }
}

const buttonOf = (kind: LetterKind) => (kind === 'notice' ? 'invitation-account' : kind)

/** The letter as plain text. */
export function letterText({ greeting, paragraphs, button, stranger, sender }: Letter): string {
  const link = button ? [`${button.label}:\n${button.link}`] : []
  return `${[greeting, ...paragraphs, ...link, stranger, sender].join('\n\n')}\n`
}

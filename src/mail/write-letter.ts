import type { Work } from '#db/work.ts'
import type { Language } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { headerLine, mailAddressOf } from './address.ts'
import {
  type Addressee,
  type LetterKind,
  type LetterToQueue,
  type LetterValues,
  letterOf,
  letterText,
} from './letter.ts'
import { letterHtml } from './letter-html.ts'
import { saveLetter, townName } from './store.ts'

export interface LetterToWrite<Kind extends LetterKind> {
  /** What keeps it from being written twice, such as `reset-link <id>`: never a secret. */
  once: string
  /** Whose account it is about, when there is one: the letter is erased with the person. */
  personId?: string | undefined
  to: Addressee
  language: Language
  kind: Kind
  values: LetterValues[Kind]
  /** Absolute. */
  link?: string | undefined
  /** Does it open something that only its reader may open? Unless said otherwise, every letter with a link does. */
  secret?: boolean | undefined
}

/** Writes a letter in the words of its kind, in the transaction of what it tells of; it is sent afterwards. Writing it again changes nothing. */
export async function writeLetter<Kind extends LetterKind>(work: Work, of: LetterToWrite<Kind>): Promise<void> {
  const { once, personId, to, language, kind, link, secret = link !== undefined } = of
  const town = await townName(work.db)
  const letter = letterOf({ kind, values: of.values, town, name: to.name, link }, wordsIn(language))
  const { subject } = letter
  const [text, html] = [letterText(letter), letterHtml(letter)]
  await queueLetter(work, { once, personId: personId ?? null, to, language, kind, secret, subject, text, html })
}

/** Queues a letter that is already set. Throws for what is not an e-mail address: whoever asks for one reads it by `mailAddressOf` first. */
export async function queueLetter(work: Work, of: LetterToQueue): Promise<void> {
  const address = mailAddressOf(of.to.address)
  if (address === null) throw new Error('a letter needs an e-mail address')
  const name = of.to.name === null ? null : headerLine(of.to.name) || null
  await saveLetter(work, { ...of, to: { address, name }, subject: headerLine(of.subject) })
}

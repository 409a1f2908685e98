import type { KeptLetter } from './letter-list-store.ts'

/** Where a letter stands. */
export type LetterState = 'given-up' | 'held' | 'waiting' | 'sent' | 'handed-over'

export function letterState({ sentAt, handedOverAt, givenUpAt, heldAt }: KeptLetter): LetterState {
  if (sentAt !== null) return 'sent'
  if (handedOverAt !== null) return 'handed-over'
  if (heldAt !== null) return 'held'
  return givenUpAt === null ? 'waiting' : 'given-up'
}

const isOpen = (letter: KeptLetter) => letter.sentAt === null && letter.handedOverAt === null

/** May it be read aloud and handed over? Not a secret one: whoever made its link was shown it. */
export const mayBeHandedOver = (letter: KeptLetter): boolean => isOpen(letter) && !letter.secret && letter.hasText

/** Is there anything to try again: given up, held, or tried in vain before? */
export const mayBeTriedAgain = (letter: KeptLetter): boolean =>
  isOpen(letter) && letter.hasText && (letterState(letter) !== 'waiting' || letter.tries > 0)

import type { KeptLetter } from '#mail/letter-list-store.ts'
import { letterPage, lettersPage, toLetterPage, toLettersPage } from '#mail/letter-pages.ts'
import { newsPage, toNewsPage } from '#mail/news-pages.ts'
import type { Notice } from '#mail/notice.ts'
import { wordsIn } from '#web/words.ts'

const w = wordsIn('da')
const at = '2026-11-22T12:00:00.000Z'

const waiting: KeptLetter = {
  id: 'l1',
  personId: 'p1',
  to: { address: 'ines@example.dk', name: 'Ines Sørensen' },
  kind: 'notice',
  subject: 'Besked til dig fra Trygt Natteliv',
  text: 'Hej Ines\n\nHavnen har bekræftet, at du arbejder der.\n\nTrygt Natteliv, Holstebro\n',
  hasText: true,
  secret: false,
  queuedAt: at,
  nextTryAt: at,
  tries: 0,
  fault: null,
  sentAt: null,
  givenUpAt: null,
  heldAt: null,
  handedOverAt: null,
}
const tried: KeptLetter = { ...waiting, id: 'l2', tries: 3, fault: '450 kom igen senere' }
const givenUp: KeptLetter = { ...tried, id: 'l3', givenUpAt: at, to: { address: 'x@example.dk', name: null } }
const secret: KeptLetter = { ...waiting, id: 'l4', kind: 'invitation-role', secret: true, text: null }
const held: KeptLetter = { ...waiting, id: 'l5', heldAt: at }
const sent: KeptLetter = { ...waiting, id: 'l6', sentAt: at, text: null, hasText: false }
const handed: KeptLetter = { ...waiting, id: 'l7', handedOverAt: at }
const all = { open: [givenUp, held, waiting, tried, secret], done: [sent, handed] }

const notices: Notice[] = [
  { id: 'n1', kind: 'employment-ended', values: { venue: 'Havnen', day: '2026-12-31' }, toldAt: at, seenAt: null },
  { id: 'n2', kind: 'role-ended', values: { role: 'manager' }, toldAt: at, seenAt: at },
]

export const samples = [
  { page: lettersPage, model: toLettersPage({ ...all, sends: true }, w) },
  { page: lettersPage, model: toLettersPage({ open: [], done: [], sends: false }, w) },
  ...[waiting, tried, givenUp, secret, sent, handed].flatMap((letter) =>
    [true, false].map((sends) => ({ page: letterPage, model: toLetterPage(letter, sends, w) })),
  ),
  { page: newsPage, model: toNewsPage(notices, w) },
  { page: newsPage, model: toNewsPage([], w) },
]

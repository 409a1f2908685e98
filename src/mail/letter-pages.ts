import type { Button, Fact, Notice, State } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { type KeptLetter, mostListed } from './letter-list-store.ts'
import { type LetterState, letterState, mayBeHandedOver, mayBeTriedAgain } from './letter-state.ts'

export interface LettersPage {
  title: string
  /** Do letters go by themselves? */
  sending: Notice
  groups: readonly { heading: string; letters: readonly ListedLetter[] }[]
  nothing: string | null
  /** Said when there are more than are shown. */
  more: string | null
}

export interface ListedLetter {
  url: string
  /** Who gets it. */
  to: string
  /** What it is, and at which address. */
  what: string
  state: State
  story: string
}

export const lettersPage = page<LettersPage>('mail/letters')

const groups = ['given-up', 'held', 'waiting', 'done'] as const
type Group = (typeof groups)[number]
const groupOf = (state: LetterState): Group => (state === 'sent' || state === 'handed-over' ? 'done' : state)

export function toLettersPage(
  of: { open: readonly KeptLetter[]; done: readonly KeptLetter[]; sends: boolean },
  w: Words,
): LettersPage {
  const all = [...of.open, ...of.done]
  const inGroup = Map.groupBy(all, (letter) => groupOf(letterState(letter)))
  return {
    title: w.t('mail.letters.title'),
    sending: sendingOf(of.sends, w),
    groups: groups.flatMap((group) => {
      const letters = inGroup.get(group)
      return letters
        ? [{ heading: w.t(`mail.group.${group}`), letters: letters.map((letter) => listed(letter, of.sends, w)) }]
        : []
    }),
    nothing: all.length === 0 ? w.t('mail.letters.nothing') : null,
    more: [of.open, of.done].some(({ length }) => length === mostListed)
      ? w.t('mail.letters.more', { most: mostListed })
      : null,
  }
}

const sendingOf = (sends: boolean, w: Words): Notice =>
  sends
    ? { kind: 'info', text: w.t('mail.letters.sends') }
    : { kind: 'warn', title: w.t('mail.letters.noMailer'), text: w.t('mail.letters.noMailerText') }

function listed(letter: KeptLetter, sends: boolean, w: Words): ListedLetter {
  return {
    url: `/letters/${letter.id}`,
    to: letter.to.name ?? letter.to.address,
    what: [w.t(`mail.kind.${letter.kind}`), ...(letter.to.name === null ? [] : [letter.to.address])].join(' · '),
    state: stateOf(letter, w),
    story: storyOf(letter, sends, w),
  }
}

const toText = ({ to }: KeptLetter) => (to.name === null ? to.address : `${to.name}, ${to.address}`)

const shapes = { 'given-up': 'late', held: 'open', waiting: 'waiting', sent: 'done', 'handed-over': 'done' } as const

function stateOf(letter: KeptLetter, w: Words): State {
  const state = letterState(letter)
  return { state: shapes[state], text: w.t(`mail.state.${state}`) }
}

/** When it was written, what the mail server said, when it is tried next. */
function storyOf(letter: KeptLetter, sends: boolean, w: Words): string {
  const story = [w.t('mail.letters.since', { at: w.instant(letter.queuedAt) })]
  const went = letter.sentAt ?? letter.handedOverAt
  if (went !== null) return [...story, w.t('mail.letters.went', { at: w.instant(went) })].join(' ')
  if (letter.fault) story.push(w.t('mail.letters.said', { text: letter.fault }))
  if (letterState(letter) === 'held') story.push(w.t('mail.letters.held'))
  if (letterState(letter) === 'waiting' && sends && letter.tries > 0)
    story.push(w.t('mail.letters.next', { at: w.instant(letter.nextTryAt) }))
  return story.join(' ')
}

export interface LetterPage {
  title: string
  back: { url: string; label: string }
  state: State
  facts: readonly Fact[]
  /** The text to read aloud, in paragraphs; null when nobody else may read it, or it is gone. */
  paragraphs: readonly string[] | null
  /** Why there is no text. */
  instead: string | null
  /** Said of what its reader sees at the next visit anyway. */
  also: string | null
  handOver: (Button & { hint: string }) | null
  retry: (Button & { hint: string }) | null
}

export const letterPage = page<LetterPage>('mail/letter-page')

export function toLetterPage(letter: KeptLetter, sends: boolean, w: Words): LetterPage {
  const url = `/letters/${letter.id}`
  const hand = { action: `${url}/hand-over`, label: w.t('mail.letter.handOver'), hint: w.t('mail.letter.handOverHint') }
  const again = { action: `${url}/retry`, label: w.t('mail.letter.retry'), hint: w.t('mail.letter.retryHint') }
  return {
    title: w.t(`mail.kind.${letter.kind}`),
    back: { url: '/letters', label: w.t('mail.letters.title') },
    state: stateOf(letter, w),
    facts: factsOf(letter, sends, w),
    paragraphs: letter.text === null ? null : letter.text.trim().split('\n\n'),
    instead: letter.text === null ? w.t(letter.secret ? 'mail.letter.secret' : 'mail.letter.emptied') : null,
    also: letter.kind === 'notice' ? w.t('mail.letter.also') : null,
    handOver: mayBeHandedOver(letter) ? { ...hand, kind: sends ? 'quiet' : 'main' } : null,
    retry: sends && mayBeTriedAgain(letter) ? again : null,
  }
}

function factsOf(letter: KeptLetter, sends: boolean, w: Words): Fact[] {
  const facts = [
    { term: w.t('mail.letters.to'), text: toText(letter) },
    { term: w.t('mail.letters.subject'), text: letter.subject },
  ]
  return [...facts, { term: w.t('mail.letters.story'), text: storyOf(letter, sends, w) }]
}

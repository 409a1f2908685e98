import { isIPv6 } from 'node:net'
import { sha256 } from './token.ts'

const second = 1000
const minute = 60 * second

/** Failed tries are remembered for a day; then they are removed. */
export const remembered = 24 * 60 * minute

/** Tries that failed, or are still being looked at: how many, and when the last was. */
export interface Failures {
  count: number
  lastAt: string | null
}

const freeTries = 5
const longestWait = 15 * 60

/** Seconds until the next try on an account: none before five failures, then 2^failures (32, 64 …), 15 minutes at the most. */
export function accountWait({ count, lastAt }: Failures, now: Date): number {
  if (count < freeTries || lastAt === null) return 0
  const wait = Math.min(2 ** count, longestWait)
  return secondsLeft(Date.parse(lastAt) + wait * second, now)
}

/**
 * One address may be the network of a whole staff room, so the limits are wide and only failures count: 30 a minute and 300 an hour.
 * Honest people who get in leave nothing behind.
 */
export const addressLimits = [
  { within: minute, most: 30 },
  { within: 60 * minute, most: 300 },
] as const

/** Seconds until the next try from an address; `counts` are its failures within each of the limits. */
export function addressWait(counts: readonly number[]): number {
  const exceeded = addressLimits.filter(({ most }, place) => (counts[place] ?? 0) >= most)
  return exceeded.length === 0 ? 0 : 60
}

const secondsLeft = (until: number, now: Date) => Math.max(0, Math.ceil((until - now.getTime()) / second))

/** An account as it is counted: its login, known or not, and apart from it each device that has signed in to it before. */
export const accountKey = (login: string, device: string | null): string => sha256(`account ${login} ${device ?? ''}`)

/** An account as it is counted when its password is asked for again: apart from signing in. */
export const againKey = (personId: string): string => sha256(`again ${personId}`)

/** An address as it is counted: IPv6 by its first 64 bits, which is what one household or phone is given. */
export const addressKey = (address: string): string => sha256(`address ${networkOf(address)}`)

export function networkOf(address: string): string {
  const plain = (address.split('%')[0] as string).toLowerCase()
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)
  if (mapped) return mapped[1] as string
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('::')
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  const groups = [...before, ...zeros, ...after].slice(0, 4)
  return groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')
}

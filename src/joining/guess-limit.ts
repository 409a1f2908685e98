import type { Clock } from '#base/clock.ts'
import { networkOf } from '#signin/tries.ts'

const minute = 60_000
const most = 30
const mostAddresses = 10_000

/** Counts codes that never were, per address and minute. In memory: a code has 40 bits, and looking at a page must write nothing. */
export interface GuessLimit {
  mayAsk(address: string): boolean
  noteWrong(address: string): void
}

export function openGuessLimit(clock: Clock): GuessLimit {
  const wrong = new Map<string, number>()
  let since = 0
  const forgetOld = () => {
    const now = clock().getTime()
    if (now - since < minute && wrong.size < mostAddresses) return
    wrong.clear()
    since = now
  }
  return {
    mayAsk(address) {
      forgetOld()
      return (wrong.get(networkOf(address)) ?? 0) < most
    },
    noteWrong(address) {
      const network = networkOf(address)
      wrong.set(network, (wrong.get(network) ?? 0) + 1)
    },
  }
}

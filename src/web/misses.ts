/** Counts unknown numbers per address and minute, in memory: a restart forgiving a minute's guesses costs nothing against 130 bits. */
export interface Misses {
  /** One more miss at a time in milliseconds. Is it one too many? */
  isOneTooMany(address: string, now: number): boolean
}

const mostPerMinute = 60
const mostAddresses = 10_000

export function openMisses(): Misses {
  const counts = new Map<string, number>()
  let minute = 0
  return {
    isOneTooMany(address, now) {
      const current = Math.floor(now / 60_000)
      if (current !== minute || counts.size >= mostAddresses) counts.clear()
      minute = current
      const key = networkOf(address)
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      return count > mostPerMinute
    },
  }
}

/** One household has a whole /64 of IPv6 addresses. */
const networkOf = (address: string) =>
  address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address

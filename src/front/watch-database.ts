const every = 5_000

/** Asks the database at once and then every five seconds whether it can be written and read; stops with `stop`. */
export function watchDatabase(probe: () => void): { answers(): boolean; stop(): void } {
  let answered = false
  const ask = () => {
    try {
      probe()
      answered = true
    } catch {
      answered = false
    }
  }
  ask()
  const timer = setInterval(ask, every).unref()
  return { answers: () => answered, stop: () => clearInterval(timer) }
}

import type { Worker } from 'node:worker_threads'

/** Milliseconds of its thread's own work that a text may take, and how much longer it may last on a machine with much else to do. */
const longerWhenBusy = 10
const leastWait = 20

/**
 * Calls `giveUp` once a thread has worked on something for `patience` milliseconds. What counts is the thread's work and not the clock: on a busy
 * machine an ordinary text would be refused otherwise. `from` is what the thread had worked when it began. Returns what ends the watch.
 */
export function watch(worker: Worker, { patience, from }: { patience: number; from: number }, giveUp: () => void) {
  let over = false
  const last = setTimeout(giveUp, patience * longerWhenBusy)
  let timer = setTimeout(look, patience)
  async function look(): Promise<void> {
    const { user, system } = await worker.cpuUsage().catch(() => ({ user: 0, system: 0 }))
    if (over) return
    const left = patience - ((user + system) / 1000 - from)
    if (left <= 0) giveUp()
    else timer = setTimeout(look, Math.max(leastWait, left))
  }
  return () => {
    over = true
    clearTimeout(last)
    clearTimeout(timer)
  }
}

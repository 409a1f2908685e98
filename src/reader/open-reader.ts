import { Worker } from 'node:worker_threads'
import { Refusal } from '#base/refusal.ts'
import type { Reader } from '#house.ts'
import { watch } from './patience.ts'

export interface Task {
  id: number
  task: string
  question: object
}

/** `ready` once everything is loaded; then for each task that it has begun, after so many milliseconds of work in all, and its answer. */
export type Answer =
  | 'ready'
  | { id: number; began: number }
  | { id: number; value: unknown }
  | { id: number; fault: string }

interface Waiting extends Task {
  resolve(value: unknown): void
  reject(error: Error): void
}

const mostWaiting = 50
/** Until it begins with a text. Starting takes a third of a second; on a machine with much else to do, longer. */
const patienceToStart = 20_000
const resourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 16 }
const thread = new URL('./reading.ts', import.meta.url)

/** In milliseconds of work. A text is answered within 200 ms, what comes before and after included; a whole course within 5 s. */
const usualPatience: Readonly<Record<string, number>> = { file: 100 }
const longest = 5_000

/**
 * Starts nothing: the first text starts the thread, idling ends it. A text that takes too long, or more memory than a course has, is given up with
 * the thread that reads it; a new one starts at once, for whoever comes next. Times in milliseconds; `patience` and `file` are other ones, for tests.
 */
export function openReader({
  idle = 60_000,
  patience = usualPatience,
  file = thread,
}: {
  idle?: number
  patience?: Readonly<Record<string, number>>
  file?: URL
} = {}): Reader {
  const queue: Waiting[] = []
  const ending = new Set<Promise<unknown>>()
  let count = 0
  let running: { worker: Worker; ready: boolean } | null = null
  let working: Waiting | null = null
  let timer: NodeJS.Timeout | undefined
  let stopWatch = () => {}
  let closed = false

  function next(): void {
    clearTimeout(timer)
    stopWatch()
    working = queue.shift() ?? null
    if (!working) {
      timer = running ? setTimeout(end, idle).unref() : undefined
      running?.worker.unref()
      return
    }
    running ??= start()
    running.worker.ref()
    timer = setTimeout(() => giveUp('busy', 'the reader does not start'), patienceToStart)
    if (running.ready) hand(working)
  }

  function hand({ id, task, question }: Waiting): void {
    running?.worker.postMessage({ id, task, question } satisfies Task)
  }

  function watched({ task }: Waiting, from: number): void {
    clearTimeout(timer)
    if (!running) return
    const tired = () => giveUp('too-large', 'a text took too long to read')
    stopWatch = watch(running.worker, { patience: patience[task] ?? longest, from }, tired)
  }

  function start() {
    const started = { worker: new Worker(file, { resourceLimits }), ready: false }
    started.worker.on('message', (answer: Answer) => started === running && answered(answer))
    // What went wrong in it is told by its end, which follows.
    started.worker.on('error', () => {})
    started.worker.on('exit', () => started === running && ended(started.ready))
    return started
  }

  function answered(answer: Answer): void {
    if (answer === 'ready') {
      if (running) running.ready = true
      if (working) hand(working)
      return
    }
    if (answer.id !== working?.id) return
    if ('began' in answer) {
      watched(working, answer.began)
      return
    }
    if ('fault' in answer) working.reject(new Error(answer.fault))
    else working.resolve(answer.value)
    next()
  }

  function ended(wasReady: boolean): void {
    running = null
    working?.reject(
      wasReady ? new Refusal('too-large', 'a text ended the reader') : new Refusal('busy', 'the reader does not start'),
    )
    next()
  }

  function giveUp(code: 'too-large' | 'busy', why: string): void {
    working?.reject(new Refusal(code, why))
    end()
    if (code === 'too-large' && !closed) running = start()
    next()
  }

  /** Stops it in the middle of what it does. Its end is not waited for: a new one can start at once. */
  function end(): void {
    if (!running) return
    const last = running.worker
    running = null
    const gone = last.terminate().finally(() => ending.delete(gone))
    ending.add(gone)
  }

  return {
    async ask(task, question) {
      if (closed || queue.length >= mostWaiting) throw new Refusal('busy', 'the reader has too much to do')
      return new Promise((resolve, reject) => {
        queue.push({ id: ++count, task, question, resolve, reject })
        if (!working) next()
      })
    },
    async close() {
      closed = true
      clearTimeout(timer)
      stopWatch()
      const left = [...(working ? [working] : []), ...queue.splice(0)]
      working = null
      for (const waiting of left) waiting.reject(new Refusal('busy', 'the house is closing'))
      end()
      await Promise.all(ending)
    },
  }
}

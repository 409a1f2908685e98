import { type ChildProcess, fork } from 'node:child_process'
import { Refusal } from '#base/refusal.ts'
import type { Typeset, Typesetter } from '#house.ts'

export interface Job {
  id: number
  sheet: object
}

export type Answer = { id: number } & (Typeset | { fault: string })

interface Waiting extends Job {
  tries: number
  resolve(typeset: Typeset): void
  reject(error: Error): void
}

const mostWaiting = 100
const mostTries = 2
const child = new URL('./typesetting.ts', import.meta.url)

/** Starts nothing: the first sheet starts the process, idling ends it. Times in milliseconds; `file` is another child's, for tests. */
export function openTypesetter({ idle = 60_000, patience = 20_000, file = child } = {}): Typesetter {
  const queue: Waiting[] = []
  let count = 0
  let running: ChildProcess | null = null
  let working: Waiting | null = null
  let timer: NodeJS.Timeout | undefined
  let closed = false

  function next(): void {
    clearTimeout(timer)
    working = queue.shift() ?? null
    if (!working) {
      timer = running ? setTimeout(end, idle).unref() : undefined
      return
    }
    working.tries++
    running ??= start()
    running.ref()
    running.channel?.ref()
    timer = setTimeout(giveUp, patience)
    running.send({ id: working.id, sheet: working.sheet } satisfies Job, (error) => error && end())
  }

  function start(): ChildProcess {
    const started = fork(file, {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    started.on('message', (answer: Answer) => answered(answer))
    started.on('error', () => started.kill('SIGKILL'))
    started.on('exit', () => started === running && ended())
    return started
  }

  function answered(answer: Answer): void {
    if (answer.id !== working?.id) return
    const { resolve, reject } = working
    working = null
    if ('fault' in answer) reject(new Error(answer.fault))
    else resolve({ pdf: answer.pdf, missing: answer.missing })
    rest()
    next()
  }

  /** An idle process does not keep ours alive. */
  function rest(): void {
    running?.unref()
    running?.channel?.unref()
  }

  function ended(): void {
    running = null
    if (working && working.tries < mostTries && !closed) queue.unshift(working)
    else working?.reject(new Refusal('busy', 'the typesetter ended'))
    working = null
    next()
  }

  function giveUp(): void {
    working?.reject(new Refusal('busy', 'the typesetter took too long'))
    working = null
    end()
  }

  function end(): void {
    running?.kill('SIGKILL')
  }

  return {
    async typeset(sheet) {
      if (closed || queue.length >= mostWaiting) throw new Refusal('busy', 'the typesetter has too much to do')
      return new Promise((resolve, reject) => {
        queue.push({ id: ++count, sheet, tries: 0, resolve, reject })
        if (!working) next()
      })
    },
    async close() {
      closed = true
      clearTimeout(timer)
      for (const waiting of queue.splice(0)) waiting.reject(new Refusal('busy', 'the house is closing'))
      const last = running
      if (!last) return
      await new Promise((resolve) => {
        last.ref()
        last.once('exit', resolve)
        last.kill('SIGKILL')
      })
    },
  }
}

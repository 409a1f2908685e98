import { parentPort } from 'node:worker_threads'
import type { Answer, Task } from './open-reader.ts'
import { tasks } from './tasks.ts'

/** Runs in a thread of its own, started by open-reader.ts. */
const tell = (answer: Answer) => parentPort?.postMessage(answer)

function worked(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

parentPort?.on('message', async ({ id, task, question }: Task) => {
  tell({ id, began: worked() })
  try {
    const read = tasks[task]
    if (!read) throw new Error(`no task is called ${task}`)
    tell({ id, value: await read(question as never) })
  } catch (error) {
    tell({ id, fault: String(error) })
  }
})

if (parentPort) {
  await tasks.warm?.({} as never)
  tell('ready')
}

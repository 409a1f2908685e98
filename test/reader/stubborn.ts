import { parentPort, threadId } from 'node:worker_threads'

/** A thread that does what it is told, for tests of what becomes of one that does not answer. */
parentPort?.on('message', ({ id, task, question }) => {
  const { user, system } = process.threadCpuUsage()
  parentPort?.postMessage({ id, began: (user + system) / 1000 })
  if (task === 'spin') for (;;);
  if (task === 'die') process.exit(1)
  if (task === 'fail') parentPort?.postMessage({ id, fault: 'no' })
  else parentPort?.postMessage({ id, value: { said: question.say, thread: threadId } })
})
parentPort?.postMessage('ready')

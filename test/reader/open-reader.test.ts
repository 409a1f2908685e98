import { setTimeout as later } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import type { Reader } from '#house.ts'
import { openReader } from '#reader/open-reader.ts'

const file = new URL('./stubborn.ts', import.meta.url)
const open: Reader[] = []
const reader = (options: object = {}) => {
  const one = openReader({ file, patience: { spin: 100 }, ...options })
  open.push(one)
  return one
}
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

const say = (one: Reader, text: string) => one.ask('say', { say: text }) as Promise<{ said: string; thread: number }>

test('a text that takes too long is refused, and who waits behind it is answered by a new thread', async () => {
  const one = reader()
  const first = await say(one, 'before')
  const stuck = one.ask('spin', {}).catch((error) => error.code)
  const behind = Promise.all([say(one, 'a'), say(one, 'b')])
  expect(await stuck).toBe('too-large')
  const [a, b] = await behind
  expect([a?.said, b?.said]).toEqual(['a', 'b'])
  expect(a?.thread).toBe(b?.thread)
  expect(a?.thread).not.toBe(first.thread)
})

test('a thread that dies over a text costs that text and nothing else', async () => {
  const one = reader()
  const dead = one.ask('die', {}).catch((error) => error.code)
  const next = say(one, 'still here')
  expect(await dead).toBe('too-large')
  expect((await next).said).toBe('still here')
})

test('what goes wrong in a task is told to who asked, and the thread goes on', async () => {
  const one = reader()
  const before = await say(one, 'x')
  await expect(one.ask('fail', {})).rejects.toThrow('no')
  expect((await say(one, 'y')).thread).toBe(before.thread)
})

test('at most fifty wait; the next is told that it is busy', async () => {
  const one = reader()
  const asked = Array.from({ length: 52 }, (_, n) => say(one, String(n)).catch((error) => error.code))
  const answers = await Promise.all(asked)
  expect(answers.filter((answer) => answer === 'busy')).toHaveLength(1)
  expect(answers[50]).toMatchObject({ said: '50' })
})

test('an idle thread ends, and the next text starts another', async () => {
  const one = reader({ idle: 20 })
  const { thread } = await say(one, 'x')
  await later(200)
  expect((await say(one, 'y')).thread).not.toBe(thread)
})

test('a thread that does not start is busy, not a text that is too large', async () => {
  const one = reader({ file: new URL('./nowhere.ts', import.meta.url) })
  await expect(say(one, 'x')).rejects.toMatchObject({ code: 'busy' })
})

test('closing in the middle of a text ends at once, and afterwards nothing is read', async () => {
  const one = reader({ patience: {} })
  const stuck = one.ask('spin', {}).catch((error) => error.code)
  await later(150)
  await one.close()
  expect(await stuck).toBe('busy')
  await expect(say(one, 'x')).rejects.toMatchObject({ code: 'busy' })
})

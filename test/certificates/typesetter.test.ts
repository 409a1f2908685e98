import { afterEach, expect, test } from 'vitest'
import { openTypesetter } from '#certificates/typesetter.ts'
import type { Typesetter } from '#house.ts'

/** Answers with what the sheet says and its own process id, or fails, sleeps or dies, as the sheet wants. */
const child = new URL('./typesetting-stand-in.ts', import.meta.url)
let typesetter: Typesetter
afterEach(() => typesetter.close())

const text = async (sheet: object) => Buffer.from((await typesetter.typeset(sheet)).pdf).toString()

test('sheets are set one after another, each with its own answer', async () => {
  typesetter = openTypesetter({ file: child })
  const texts = await Promise.all(['a', 'b', 'c'].map((say) => text({ say })))
  expect(texts.map((answer) => answer.split(' ')[0])).toEqual(['a', 'b', 'c'])
  expect(new Set(texts.map((answer) => answer.split(' ')[1])).size).toBe(1)
})

test('a sheet that cannot be set fails alone', async () => {
  typesetter = openTypesetter({ file: child })
  const [bad, good] = await Promise.allSettled([text({ fault: 'no such font' }), text({ say: 'fine' })])
  expect(bad).toMatchObject({ status: 'rejected', reason: new Error('no such font') })
  expect(good.status).toBe('fulfilled')
})

test('when the process dies it is started again and the sheet set; dying twice over one sheet is enough', async () => {
  typesetter = openTypesetter({ file: child })
  expect(await text({ dieOnce: true, say: 'alive' })).toMatch(/^alive/)
  await expect(text({ die: true })).rejects.toMatchObject({ code: 'busy' })
  expect(await text({ say: 'still here' })).toMatch(/^still/)
})

test('a sheet that takes too long is given up, and the next one is set', async () => {
  typesetter = openTypesetter({ file: child, patience: 1500 })
  const [slow, next] = await Promise.allSettled([text({ sleep: true }), text({ say: 'next' })])
  expect(slow).toMatchObject({ status: 'rejected', reason: { code: 'busy' } })
  expect(next.status).toBe('fulfilled')
})

test('an idle process is ended; the next sheet starts another', async () => {
  typesetter = openTypesetter({ file: child, idle: 20 })
  const first = await text({ say: 'x' })
  const gone = () => {
    try {
      return !process.kill(Number(first.split(' ')[1]), 0)
    } catch {
      return true
    }
  }
  await expect.poll(gone, { timeout: 10_000 }).toBe(true)
  expect((await text({ say: 'x' })).split(' ')[1]).not.toBe(first.split(' ')[1])
})

test('closing refuses what still waits and everything after', async () => {
  typesetter = openTypesetter({ file: child })
  const waiting = [text({ sleep: true }), text({ say: 'never' })].map((one) => one.catch((error) => error.code))
  await typesetter.close()
  expect(await Promise.all(waiting)).toEqual(['busy', 'busy'])
  await expect(text({ say: 'late' })).rejects.toMatchObject({ code: 'busy' })
})

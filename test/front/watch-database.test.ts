import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchDatabase } from '#front/watch-database.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('the database is asked at once and every five seconds, and the last answer counts', () => {
  let down = false
  const watch = watchDatabase(() => {
    if (down) throw new Error('disk I/O error')
  })
  expect(watch.answers()).toBe(true)
  down = true
  vi.advanceTimersByTime(4_999)
  expect(watch.answers()).toBe(true)
  vi.advanceTimersByTime(1)
  expect(watch.answers()).toBe(false)
  down = false
  vi.advanceTimersByTime(5_000)
  expect(watch.answers()).toBe(true)
  watch.stop()
})

test('nothing ticks on after the watch is stopped', () => {
  watchDatabase(() => undefined).stop()
  expect(vi.getTimerCount()).toBe(0)
})

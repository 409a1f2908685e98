import { expect, test } from 'vitest'
import { newId } from '#base/ids.ts'

test('ten thousand ids made at once are all different and in the order they were made', () => {
  const ids = Array.from({ length: 10_000 }, newId)
  expect(new Set(ids).size).toBe(10_000)
  expect([...ids].sort()).toEqual(ids)
  for (const id of ids) expect(id).toMatch(/^[0-9abcdefghjkmnpqrstvwxyz]{26}$/)
})

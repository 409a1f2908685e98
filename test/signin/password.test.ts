import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from '#signin/password.ts'

test('a password is kept as Argon2id with 19 MiB, two passes and one lane, salted', async () => {
  const [one, other] = await Promise.all([hashPassword('kaffe sol cykel'), hashPassword('kaffe sol cykel')])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(other)
  expect(await verifyPassword(one, 'kaffe sol cykel')).toBe(true)
  expect(await verifyPassword(one, 'kaffe sol cykel ')).toBe(false)
})

test('signs composed in another way are the same password', async () => {
  const kept = await hashPassword('blåbærgrød om morgenen'.normalize('NFD'))
  expect(await verifyPassword(kept, 'blåbærgrød om morgenen'.normalize('NFC'))).toBe(true)
})

test('nobody has no password, and is answered after as much work', async () => {
  const kept = await hashPassword('kaffe sol cykel')
  const hashes = [kept, null, 'none']
  const times: number[][] = hashes.map(() => [])
  for (let n = 0; n < 15; n++)
    for (const [place, hash] of hashes.entries()) {
      const begin = performance.now()
      expect(await verifyPassword(hash, 'noget andet her')).toBe(false)
      times[place]?.push(performance.now() - begin)
    }
  const [known, unknown, erased] = times.map((all) => all.sort((a, b) => a - b)[7]) as [number, number, number]
  expect(unknown / known).toBeGreaterThan(0.5)
  expect(unknown / known).toBeLessThan(2)
  expect(erased / known).toBeGreaterThan(0.5)
})

test('a flood is turned away as busy, and everybody who waits gets an answer', async () => {
  const asked = await Promise.allSettled(Array.from({ length: 60 }, (_, n) => verifyPassword(null, `flood ${n}`)))
  const refused = asked.filter((one) => one.status === 'rejected')
  expect(refused).toHaveLength(8)
  expect(refused.every((one) => one.reason.code === 'busy')).toBe(true)
  expect(await verifyPassword(null, 'after the flood')).toBe(false)
})

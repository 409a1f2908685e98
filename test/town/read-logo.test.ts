import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readLogo } from '#town/read-logo.ts'
import { gifOf, hollowPng, photoOf, pngOf, webpOf } from './pictures.ts'

test.each([
  ['PNG', await pngOf(1200, 300), [600, 150]],
  ['small PNG, which is not made larger', await pngOf(60, 40), [60, 40]],
  ['tall JPEG', await photoOf(1000, 200), [48, 240]],
] as const)('a %s becomes a PNG of 600 × 240 at the most', async (_kind, bytes, size) => {
  const read = await readLogo(bytes)
  if (!read.ok) throw new Error(read.fault)
  expect([read.logo.width, read.logo.height]).toEqual(size)
  expect(await sharp(read.logo.png).metadata()).toMatchObject({ format: 'png', width: size[0], height: size[1] })
  expect(read.logo.sha256).toMatch(/^[0-9a-f]{64}$/)
})

test('nothing the file says about camera and place is left', async () => {
  const photo = await photoOf(300, 200)
  expect(photo.includes('Secret Camera')).toBe(true)
  const read = await readLogo(photo)
  if (!read.ok) throw new Error(read.fault)
  expect(read.logo.png.includes('Secret Camera')).toBe(false)
  expect((await sharp(read.logo.png).metadata()).exif).toBeUndefined()
})

const png = await pngOf(300, 100)
const jpeg = await photoOf(300, 100)
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')

test.each([
  ['nothing', Buffer.alloc(0), 'town.logoMissing'],
  ['a page called .png', Buffer.from('<!doctype html><script>alert(1)</script>'), 'town.logoType'],
  ['an SVG', svg, 'town.logoType'],
  ['a GIF', await gifOf(30, 30), 'town.logoType'],
  ['a WebP', await webpOf(30, 30), 'town.logoType'],
  ['a PNG with a page hung on behind', Buffer.concat([png, Buffer.from('<script>alert(1)</script>')]), 'town.logoType'],
  ['a JPEG with an archive hung on behind', Buffer.concat([jpeg, Buffer.from('PK\x03\x04')]), 'town.logoType'],
  ['a JPEG within the ends of a PNG', Buffer.concat([png.subarray(0, 8), jpeg, png.subarray(-12)]), 'town.logoBroken'],
  ['a PNG cut off in the middle', png.subarray(0, png.length / 2), 'town.logoType'],
  ['a PNG with a hole', Buffer.concat([png.subarray(0, 60), png.subarray(90)]), 'town.logoBroken'],
  ['a header of 30000 × 30000', hollowPng(30_000, 30_000), 'town.logoPixels'],
  ['a header of 5000 × 4001', hollowPng(5_000, 4_001), 'town.logoPixels'],
  ['a header with no picture behind it', hollowPng(500, 400), 'town.logoBroken'],
  ['three megabytes', Buffer.concat([png.subarray(0, 8), Buffer.alloc(3_000_000)]), 'town.logoTooLarge'],
] as const)('%s is no logo', async (_kind, bytes, fault) => {
  expect(await readLogo(bytes)).toEqual({ ok: false, fault })
})

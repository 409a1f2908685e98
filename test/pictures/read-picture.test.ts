import sharp from 'sharp'
import { expect, test } from 'vitest'
import { type Picture, readPicture } from '#pictures/read-picture.ts'
import { gifOf, hollowPng, photoOf, pngOf, webpOf } from '../town/pictures.ts'

const read = async (bytes: Uint8Array): Promise<Picture> => {
  const answer = await readPicture(bytes)
  if (!answer.ok) throw new Error(answer.fault)
  return answer.picture
}
const sizeOf = async ({ bytes }: Picture) => {
  const { format, width, height } = await sharp(bytes).metadata()
  return [format, width, height]
}
/** A picture of nothing but detail, the hardest there is. */
const noise = (width: number, height: number) => {
  const data = Buffer.alloc(width * height * 3)
  for (let at = 0, seed = 1; at < data.length; at++) {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
    data[at] = seed >> 16
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
}
/** A sky: many colours and few details. */
const sky = (width: number, height: number) => noise(8, 8).resize(width, height, { kernel: 'cubic', fit: 'fill' })

test('a photograph is turned upright, made smaller and kept as WebP, without where it was taken', async () => {
  const photo = await sky(3000, 2000)
    .withExif({ IFD0: { Make: 'Secret Camera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '56/1 21/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  expect((await sharp(photo).metadata()).exif?.includes('Secret Camera')).toBe(true)
  const picture = await read(photo)
  expect(await sizeOf(picture)).toEqual(['webp', 1067, 1600])
  const { exif, icc, xmp, iptc, orientation } = await sharp(picture.bytes).metadata()
  expect([exif, icc, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined])
  expect(Buffer.from(picture.bytes).includes('Secret')).toBe(false)
})

test('a drawing of few colours is a PNG, and a small one is not made larger', async () => {
  expect(await sizeOf(await read(await pngOf(2000, 500)))).toEqual(['png', 1600, 400])
  expect(await sizeOf(await read(await pngOf(60, 40)))).toEqual(['png', 60, 40])
  expect(await sizeOf(await read(await webpOf(60, 40)))).toEqual(['png', 60, 40])
})

test('a drawing with nothing behind it stays clear', async () => {
  const clear = { create: { width: 40, height: 40, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } } as const
  const picture = await read(await sharp(clear).png().toBuffer())
  expect((await sharp(picture.bytes).metadata()).hasAlpha).toBe(true)
})

test('whatever is in it, a picture weighs 300 kB at the most, or is refused in words', async () => {
  const gravel = await noise(200, 200).resize(1200, 1200, { kernel: 'cubic' }).jpeg({ quality: 90 }).toBuffer()
  const detailed = await read(gravel)
  expect(detailed.bytes.length).toBeLessThanOrEqual(300_000)
  expect(await readPicture(await noise(800, 800).png().toBuffer())).toEqual({
    ok: false,
    fault: 'pictures.fault.tooDetailed',
  })
})

test('what is hidden behind or within a picture is gone', async () => {
  const script = '<script>alert(1)</script>'
  const jpeg = await photoOf(300, 200)
  const commented = Buffer.concat([jpeg.subarray(0, 2), commentOf(script), jpeg.subarray(2), Buffer.from(script)])
  expect(Buffer.from((await read(commented)).bytes).includes('<script')).toBe(false)
  const png = Buffer.concat([await pngOf(30, 30), Buffer.from(`<svg onload="x">${script}`)])
  expect(Buffer.from((await read(png)).bytes).includes('<script')).toBe(false)
})

const commentOf = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe, 0, text.length + 2]), Buffer.from(text)])

const png = await pngOf(300, 100)
const jpeg = await sky(600, 400).jpeg().toBuffer()
const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const moving = await sharp([await pngOf(20, 20), await sky(20, 20).png().toBuffer()], { join: { animated: true } })
  .webp()
  .toBuffer()

test.each([
  ['nothing', Buffer.alloc(0), 'missing'],
  ['a page called .png', Buffer.from('<!doctype html><script>alert(1)</script>'), 'type'],
  ['an SVG', Buffer.from(svg), 'type'],
  ['an SVG behind the start of a JPEG', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(svg)]), 'broken'],
  ['a GIF', await gifOf(30, 30), 'type'],
  ['a WebP that moves', moving, 'moves'],
  ['a JPEG cut off in the middle', jpeg.subarray(0, jpeg.length / 2), 'broken'],
  ['a PNG cut off in the middle', png.subarray(0, png.length / 2), 'broken'],
  ['a PNG of 50,000 × 50,000', hollowPng(50_000, 50_000), 'pixels'],
  ['a PNG of 8,000 × 5,001', hollowPng(8_000, 5_001), 'pixels'],
  ['a header with no picture behind it', hollowPng(500, 400), 'broken'],
  ['six megabytes', Buffer.concat([png.subarray(0, 8), Buffer.alloc(6_000_000)]), 'tooLarge'],
] as const)('%s is no picture', async (_kind, bytes, fault) => {
  expect(await readPicture(bytes)).toEqual({ ok: false, fault: `pictures.fault.${fault}` })
})

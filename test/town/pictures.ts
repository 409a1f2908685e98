import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

type Size = readonly [width: number, height: number]

const blank = ([width, height]: Size) =>
  sharp({ create: { width, height, channels: 3, background: { r: 20, g: 90, b: 160 } } })

export const pngOf = (...size: Size): Promise<Buffer> => blank(size).png().toBuffer()
export const gifOf = (...size: Size): Promise<Buffer> => blank(size).gif().toBuffer()
export const webpOf = (...size: Size): Promise<Buffer> => blank(size).webp().toBuffer()

/** A photograph lying on its side, that says where and with what it was taken. */
export const photoOf = (...size: Size): Promise<Buffer> =>
  blank(size)
    .withExif({ IFD0: { Make: 'Secret Camera' }, IFD3: { GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

/** A PNG that says it is this large and holds next to nothing. */
export function hollowPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(100))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

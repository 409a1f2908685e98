import { mostKilobytes } from '#courses/source-text.ts'
import type { Key } from '#web/words.ts'

/** A picture made ready for a course. */
export interface Picture {
  bytes: Uint8Array
  extension: 'webp' | 'png'
}
export type ReadPicture = { ok: true; picture: Picture } | { ok: false; fault: Key }

export const largestPicture = 5_000_000
const mostPixels = 40_000_000
const types: readonly string[] = ['jpeg', 'png', 'webp']
/** A phone's screen, twice as sharp, and half of a wide one. */
const longestSide = 1600
const mostBytes = mostKilobytes.picture * 1000
/** Drawings and pictures of a screen have so few colours that a PNG is sharp and small. */
const mostColours = 256

const no = (fault: Key): ReadPicture => ({ ok: false, fault })

/**
 * A picture somebody sent, drawn anew: upright, at most 1,600 pixels either way and 300 kB, with nothing kept of what the file says about
 * camera and place or hides behind the picture. Refuses by a fault in words: what is no JPEG, PNG or WebP by its content, moves, is broken or
 * too large. Takes a moment: never in a transaction.
 */
export async function readPicture(bytes: Uint8Array): Promise<ReadPicture> {
  if (bytes.length === 0) return no('pictures.fault.missing')
  if (bytes.length > largestPicture) return no('pictures.fault.tooLarge')
  if (!looksRight(bytes)) return no('pictures.fault.type')

  try {
    const drawn = await draw(bytes)
    if (!('data' in drawn)) return no(drawn.fault)
    const picture = (await asPng(drawn)) ?? (await asWebp(drawn))
    return picture ? { ok: true, picture } : no('pictures.fault.tooDetailed')
  } catch (fault) {
    return no(/pixel limit/.test(String(fault)) ? 'pictures.fault.pixels' : 'pictures.fault.broken')
  }
}

/** By its first bytes; what else the decoders could be made to read is never handed to them. */
function looksRight(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  return start.startsWith('\xff\xd8\xff') || start.startsWith('\x89PNG\r\n\x1a\n') || /^RIFF[\s\S]{4}WEBP/.test(start)
}

interface Drawn {
  data: Buffer
  width: number
  height: number
  channels: 3 | 4
}

async function draw(bytes: Uint8Array): Promise<Drawn | { fault: Key }> {
  const { default: sharp } = await import('sharp')
  const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
  const { format, width, height, pages = 1 } = await picture.metadata()
  if (!types.includes(format)) return { fault: 'pictures.fault.type' }
  if (width * height > mostPixels) return { fault: 'pictures.fault.pixels' }
  if (pages > 1) return { fault: 'pictures.fault.moves' }
  const { data, info } = await picture
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .timeout({ seconds: 10 })
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: info.channels as 3 | 4 }
}

async function asPng(drawn: Drawn): Promise<Picture | null> {
  if (!hasFewColours(drawn)) return null
  const picture = await reopen(drawn)
  const bytes = await picture.png({ palette: true, colours: mostColours, compressionLevel: 9, effort: 7 }).toBuffer()
  return bytes.length <= mostBytes ? { bytes, extension: 'png' } : null
}

function hasFewColours({ data, channels }: Drawn): boolean {
  const colours = new Set<number>()
  for (let at = 0; at < data.length; at += channels) {
    colours.add(data.readUIntBE(at, channels))
    if (colours.size > mostColours) return false
  }
  return true
}

/** As good as it can be within what a picture may weigh: first less exact, then smaller. */
const steps = [
  { side: longestSide, quality: 82 },
  { side: longestSide, quality: 68 },
  { side: 1200, quality: 68 },
  { side: 1000, quality: 55 },
  { side: 800, quality: 45 },
]

async function asWebp(drawn: Drawn): Promise<Picture | null> {
  for (const { side, quality } of steps) {
    const picture = await reopen(drawn)
    const bytes = await picture
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .webp({ quality, effort: 4 })
      .timeout({ seconds: 10 })
      .toBuffer()
    if (bytes.length <= mostBytes) return { bytes, extension: 'webp' }
  }
  return null
}

async function reopen({ data, ...raw }: Drawn) {
  const { default: sharp } = await import('sharp')
  return sharp(data, { raw })
}

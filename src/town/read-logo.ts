import { createHash } from 'node:crypto'
import type { Key } from '#web/words.ts'
import { largestLogo, logoTypeOf, mostPixels } from './logo-bytes.ts'
import type { Logo } from './store.ts'

export type ReadLogo = { ok: true; logo: Logo } | { ok: false; fault: Key }

const no = (fault: Key): ReadLogo => ({ ok: false, fault })
const box = { width: 600, height: 240 }

/**
 * A picture somebody sent, drawn anew as a PNG of 600 × 240 pixels at the most: nothing of the file itself is kept, neither what it says
 * about camera and place nor anything hidden in it. Refuses by a fault in words: what is no PNG or JPEG by its content, is broken or too large.
 * Takes a moment: never in a transaction.
 */
export async function readLogo(bytes: Buffer): Promise<ReadLogo> {
  if (bytes.length === 0) return no('town.logoMissing')
  if (bytes.length > largestLogo) return no('town.logoTooLarge')
  const type = logoTypeOf(bytes)
  if (type === null) return no('town.logoType')

  const { default: sharp } = await import('sharp')
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'warning' })
    const { format, width, height } = await picture.metadata()
    if (format !== type) return no('town.logoType')
    if (width * height > mostPixels) return no('town.logoPixels')
    const { data, info } = await picture
      .autoOrient()
      .resize({ ...box, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .png({ compressionLevel: 9 })
      .timeout({ seconds: 5 })
      .toBuffer({ resolveWithObject: true })
    return { ok: true, logo: { sha256: hashOf(data), png: data, width: info.width, height: info.height } }
  } catch (fault) {
    return no(/pixel limit/.test(String(fault)) ? 'town.logoPixels' : 'town.logoBroken')
  }
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

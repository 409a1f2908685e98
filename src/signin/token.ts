import { createHash } from 'node:crypto'

/** What is stored in place of a secret that is long and random, or of a key that need not be readable: SHA-256 in hex. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

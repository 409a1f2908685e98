import type { Translation } from '#web/translation.ts'
import type { da } from './words.da.ts'

export const en: Translation<typeof da> = {}

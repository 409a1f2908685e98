import type { Translation } from '#web/translation.ts'
import type { da } from './words.da.ts'

export const en: Translation<typeof da> = {
  'reader.refused.busy': 'Many people are writing right now. Try again in a moment. Your text is still here.',
  'reader.refused.too-large':
    'The text takes too long to read. Is there a very long line, or a great many signs such as > or [ ? Your text is still here.',
}

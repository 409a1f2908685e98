import type { Translation } from '#web/translation.ts'
import type { da } from './words.da.ts'

export const en: Translation<typeof da> = {
  'rereading.back': 'You are up to date again',
  'rereading.backText':
    'You have read the changed pages. Your certificate is valid as before. You do not get a new one.',
  'rereading.backOn': 'You read the changed pages on {{date}}. Your certificate is valid as before.',
}

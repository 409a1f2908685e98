import type { Translation } from '#web/translation.ts'
import type { da } from './words.da.ts'

export const en: Translation<typeof da> = {
  'cards.title': 'Help cards',
  'cards.lead': 'The most important from every module. Read it here, or print it for your pocket.',
  'cards.none': 'There are no help cards yet.',
  'cards.all': 'All help cards',
  'cards.qr': 'QR code for {{address}}',
  'cards.print':
    'Print the page, cut the card out along the line and fold it in the middle. Then one side is English, the other Danish.',
  'cards.theory': 'Theory only. Practise it on a practical first aid course.',
}

import type { Translation } from '#web/translation.ts'
import type { da } from './words.da.ts'

export const en: Translation<typeof da> = {
  'comparing.out': 'taken out',
  'comparing.in': 'put in',
  'comparing.folded_one': '{{count}} line unchanged',
  'comparing.folded_other': '{{count}} lines unchanged',
  'comparing.emptyLine': 'empty line',
  'comparing.same': 'No line has changed.',
  'comparing.putIn_one': '{{count}} line put in',
  'comparing.putIn_other': '{{count}} lines put in',
  'comparing.takenOut_one': '{{count}} line taken out',
  'comparing.takenOut_other': '{{count}} lines taken out',
  'comparing.whole': 'The two texts have too little in common. So the old text stands first and the new one after it.',
  'comparing.more_one': 'And {{count}} more line.',
  'comparing.more_other': 'And {{count}} more lines.',
}

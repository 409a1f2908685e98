import type { FaultCase } from '../fault-case.ts'
import { changed } from '../sample-course.ts'

const card = (da: string, en: string) => ({
  'doer/da/hjaelpekort.md': `# Kort\n\n${da}\n`,
  'doer/en/hjaelpekort.md': `# Card\n\n${en}\n`,
})

export const textCases: readonly FaultCase[] = [
  [
    'a page without a title',
    changed('doer/da/02-hvordan.md', '# Hvordan', 'Hvordan'),
    ['doer/da/02-hvordan.md:1 noTitle'],
  ],
  ['a second title', changed('doer/da/02-hvordan.md', '## Sådan', '# Sådan'), ['doer/da/02-hvordan.md:3 secondTitle']],
  [
    'a heading too deep',
    changed('doer/da/02-hvordan.md', '## Sådan', '#### Sådan'),
    ['doer/da/02-hvordan.md:3 deepHeading'],
  ],
  ['a page without text', { 'doer/da/02-hvordan.md': '# Hvordan\n' }, ['doer/da/02-hvordan.md:1 emptyText']],
  [
    'an empty page',
    { 'doer/da/02-hvordan.md': '' },
    ['doer/da/02-hvordan.md:1 noTitle', 'doer/da/02-hvordan.md:1 emptyText'],
  ],
  [
    'raw HTML',
    {
      'doer/da/02-hvordan.md': '# Hvordan\n\nEn <b>fed</b>\ntekst<br>\n\n<script>\nalert(1)\n</script>\n\n<!-- x -->\n',
    },
    [
      'doer/da/02-hvordan.md:3 rawHtml',
      'doer/da/02-hvordan.md:4 rawHtml',
      'doer/da/02-hvordan.md:6 rawHtml',
      'doer/da/02-hvordan.md:10 rawHtml',
    ],
  ],
  [
    'a picture without words',
    changed('doer/da/01-hvorfor.md', '![Hvorfor]', '![]'),
    ['doer/da/01-hvorfor.md:8 pictureWithoutAlt'],
  ],
  [
    'a picture that is not there',
    changed('doer/da/01-hvorfor.md', 'kort.svg', 'land.svg'),
    ['doer/da/01-hvorfor.md:8 pictureMissing'],
  ],
  [
    'a picture from elsewhere',
    changed('doer/da/01-hvorfor.md', 'kort.svg', 'https://example.org/kort.svg'),
    ['doer/da/01-hvorfor.md:8 pictureName'],
  ],
  [
    'a picture in a title',
    changed('doer/da/02-hvordan.md', '# Hvordan', '# Hvordan ![x](kort.svg)'),
    ['doer/da/02-hvordan.md:1 pictureNotHere'],
  ],
  [
    'a link that leads nowhere',
    changed('doer/da/02-hvordan.md', 'https://example.org', '01-hvorfor.md'),
    ['doer/da/02-hvordan.md:5 wrongLink'],
  ],
  [
    'a box nobody knows',
    changed('doer/da/01-hvorfor.md', '::: huskekort', '::: husk'),
    ['doer/da/01-hvorfor.md:4 unknownCallout'],
  ],
  ['a box left open', changed('doer/da/01-hvorfor.md', '112\n:::', '112'), ['doer/da/01-hvorfor.md:4 openCallout']],
  [
    'a box without a name',
    changed('doer/da/01-hvorfor.md', '::: huskekort', ':::'),
    ['doer/da/01-hvorfor.md:4 strayCallout', 'doer/da/01-hvorfor.md:6 strayCallout'],
  ],
  [
    'a field the course does not know',
    changed('doer/da/01-hvorfor.md', 'lokalt:politi', 'lokalt:brand'),
    ['doer/da/01-hvorfor.md:2 unknownField'],
  ],
  [
    'fields written wrong',
    { 'doer/da/02-hvordan.md': '# Hvordan\n\n{{ lokalt: politi }}\n\n{lokalt:politi}\n\n{{politi}}\n' },
    [
      'doer/da/02-hvordan.md:3 brokenField',
      'doer/da/02-hvordan.md:5 brokenField',
      'doer/da/02-hvordan.md:7 brokenField',
    ],
  ],
  [
    'fields where only plain text can stand',
    { 'doer/da/02-hvordan.md': '# {{lokalt:politi}}\n\n## {{lokalt:politi}}\n\n[x](tel:{{lokalt:politi}})\n' },
    [
      'doer/da/02-hvordan.md:1 fieldNotHere',
      'doer/da/02-hvordan.md:3 fieldNotHere',
      'doer/da/02-hvordan.md:5 fieldNotHere',
    ],
  ],
  [
    'a help card in one language only',
    { 'doer/da/hjaelpekort.md': '# Kort\n\nRing 112.\n' },
    ['doer/en/hjaelpekort.md:1 missingTwin'],
  ],
  [
    'a help card with more words than fit a pocket',
    card('1. ja\n'.repeat(120), `${'ja '.repeat(119)}\n\n1. ja\n2. ja\n`),
    ['doer/en/hjaelpekort.md:1 cardTooLong'],
  ],
  [
    'a help card with something else than paragraphs and lists',
    card('## Overskrift\n\nRing 112.', '::: huskekort\n112\n:::'),
    ['doer/da/hjaelpekort.md:3 cardBlock', 'doer/en/hjaelpekort.md:3 cardBlock'],
  ],
  ['a help card without text', card('', 'Call 112.'), ['doer/da/hjaelpekort.md:1 emptyText']],
]

import type { FaultCase } from '../fault-case.ts'
import { changed } from '../sample-course.ts'

export const filesCases: readonly FaultCase[] = [
  [
    'a file that is not UTF-8',
    { 'doer/da/02-hvordan.md': new Uint8Array([35, 32, 65, 10, 10, 0xe5, 10]) },
    ['doer/da/02-hvordan.md:3 notUtf8'],
  ],
  [
    'a file saved as UTF-16',
    { 'doer/da/02-hvordan.md': new Uint8Array([0xff, 0xfe, 35, 0, 32, 0]) },
    ['doer/da/02-hvordan.md:1 notUtf8'],
  ],
  [
    'a page that is too long',
    { 'doer/da/02-hvordan.md': `# A\n\n${'a'.repeat(100_000)}` },
    ['doer/da/02-hvordan.md:1 tooLarge'],
  ],
  ['a file too large to be read from disk', { 'doer/da/quiz.md': null }, ['doer/da/quiz.md:1 tooLarge']],
  [
    'far too many files',
    Object.fromEntries(Array.from({ length: 2001 }, (_, n) => [`doer/x${n}.svg`, '<svg></svg>'])),
    ['course.yaml:1 tooManyFiles'],
  ],
  ['a file that does not belong to the course', { 'noter.txt': 'x' }, ['noter.txt:1 unknownFile']],
  [
    'files that do not belong to the module',
    { 'doer/Quiz.md': 'x', 'doer/da/noter.txt': 'x', 'doer/da/mere/01-a.md': 'x', 'doer/fr/01-a.md': 'x' },
    [
      'doer/Quiz.md:1 unknownFile',
      'doer/da/mere/01-a.md:1 unknownFile',
      'doer/da/noter.txt:1 unknownFile',
      'doer/fr/01-a.md:1 unknownFile',
    ],
  ],
  ['no course.yaml', { 'course.yaml': undefined }, ['course.yaml:1 missingFile']],
  [
    'no module.yaml and no quiz',
    { 'doer/module.yaml': undefined, 'doer/da/quiz.md': undefined, 'doer/en/quiz.md': undefined },
    ['doer/da/quiz.md:1 missingFile', 'doer/module.yaml:1 missingFile'],
  ],
  ['a page in Danish only', { 'doer/en/02-hvordan.md': undefined }, ['doer/en/02-hvordan.md:1 missingTwin']],
  ['a situation in English only', { 'doer/da/situation.md': undefined }, ['doer/da/situation.md:1 missingTwin']],
  ['a page with a wrong name', { 'doer/da/3-Hvor.md': '# x\n\nx' }, ['doer/da/3-Hvor.md:1 wrongPageName']],
  [
    'a page with a taken name',
    { 'doer/da/03-attempts.md': '# x\n\nx', 'doer/en/03-attempts.md': '# x\n\nx' },
    ['doer/da/03-attempts.md:1 reservedId', 'doer/en/03-attempts.md:1 reservedId'],
  ],
  [
    'two pages with one name',
    { 'doer/da/03-hvorfor.md': '# x\n\nx', 'doer/en/03-hvorfor.md': '# x\n\nx' },
    ['doer/da/03-hvorfor.md:1 duplicatePage', 'doer/en/03-hvorfor.md:1 duplicatePage'],
  ],
  [
    'a module without pages',
    {
      'doer/da/01-hvorfor.md': undefined,
      'doer/en/01-hvorfor.md': undefined,
      'doer/da/02-hvordan.md': undefined,
      'doer/en/02-hvordan.md': undefined,
      'doer/da/quiz.md': '# Quiz\n\n### A? {#a type=number answer=1 page=x source=lov}\n> B.\n',
      'doer/en/quiz.md': '# Quiz\n\n### A? {#a type=number answer=1 page=x source=lov}\n> B.\n',
    },
    [
      'doer/da/quiz.md:1 bankTooSmall',
      'doer/da/quiz.md:3 unknownPage',
      'doer/en/quiz.md:3 unknownPage',
      'doer/module.yaml:1 noPages',
    ],
  ],
  [
    'a folder that is no module, a module that has no folder',
    changed('course.yaml', 'modules: [doer]', 'modules: [bar]'),
    ['course.yaml:7 moduleNotListed', 'course.yaml:7 moduleMissing'],
  ],
  ['a picture too large', { 'doer/kort.svg': `<svg>${' '.repeat(300_001)}</svg>` }, ['doer/kort.svg:1 tooLarge']],
  ...Object.entries({
    'a script': '<svg><script>alert(1)</script></svg>',
    'a script by another name': '<svg xmlns:x="http://www.w3.org/2000/svg"><x:script>alert(1)</x:script></svg>',
    'a web page': '<svg><g xmlns="http://www.w3.org/1999/xhtml"><iframe srcdoc="a"/></g></svg>',
    'a link that changes': '<svg><a href="#"><set attributeName="href" to="java&#115;cript:alert(1)"/></a></svg>',
    'a declaration': '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]><svg></svg>',
    'a style that rewrites it': '<?xml-stylesheet type="text/xsl" href="#a"?><svg ></svg>',
    'another alphabet': '<?xml version="1.0" encoding="ISO-2022-JP"?><svg ><s\u001b(Bcript>a</s\u001b(Bcript></svg>',
    'signs of two bytes': new Uint8Array([...Buffer.from('<svg >'), ...Buffer.from('<script>a</script>', 'utf16le')]),
  }).map(
    ([what, svg]): FaultCase => [`a picture with ${what}`, { 'doer/kort.svg': svg }, ['doer/kort.svg:1 pictureUnsafe']],
  ),
]

import type { FaultCase } from '../fault-case.ts'
import { changed } from '../sample-course.ts'

const many = (count: number, flag: string) =>
  `# Quiz\n${Array.from({ length: count }, (_, n) => `\n### Q${n}? {#q${n}${flag} type=number answer=1 page=hvorfor source=lov}\n> A.\n`).join('')}`
const twice = (quiz: string) => ({ 'doer/da/quiz.md': quiz, 'doer/en/quiz.md': quiz })

export const quizCases: readonly FaultCase[] = [
  [
    'a heading that is no question',
    changed('doer/da/quiz.md', '### Hvem?', '## Hvem?'),
    ['doer/da/quiz.md:3 wrongHeading', 'doer/en/quiz.md:3 onlyHere'],
  ],
  [
    'a quiz without questions',
    { 'doer/da/quiz.md': '# Quiz\n', 'doer/en/quiz.md': '# Quiz\n' },
    ['doer/da/quiz.md:1 noQuestions', 'doer/en/quiz.md:1 noQuestions'],
  ],
  [
    'a question without an id',
    changed('doer/da/quiz.md', '{#hvem must page=hvorfor source="lov viden"}', ''),
    ['doer/da/quiz.md:3 noId', 'doer/en/quiz.md:3 onlyHere'],
  ],
  [
    'an id with other signs',
    changed('doer/da/quiz.md', '#hvem', '#Hvem_er'),
    ['doer/da/quiz.md:3 wrongId', 'doer/en/quiz.md:3 onlyHere'],
  ],
  [
    'the same id twice',
    changed('doer/da/quiz.md', '#tegn', '#hvem'),
    ['doer/da/quiz.md:10 duplicateQuestion', 'doer/en/quiz.md:10 onlyHere'],
  ],
  [
    'attributes that cannot be read',
    changed('doer/da/quiz.md', 'must page=hvorfor', 'must page="hvorfor'),
    ['doer/da/quiz.md:3 wrongAttributes'],
  ],
  [
    'an attribute nobody knows',
    changed('doer/da/quiz.md', 'must page=hvorfor', 'most points=2 page=hvorfor'),
    ['doer/da/quiz.md:3 unknownAttribute', 'doer/da/quiz.md:3 unknownAttribute', 'doer/en/quiz.md:3 otherAttribute'],
  ],
  [
    'the same attribute twice',
    changed('doer/da/quiz.md', 'must page=hvorfor', 'must page=hvorfor page=hvordan'),
    ['doer/da/quiz.md:3 attributeTwice'],
  ],
  [
    'a question without words',
    changed('doer/da/quiz.md', '### Hvem? {', '### {'),
    ['doer/da/quiz.md:3 noQuestionText'],
  ],
  ['a type nobody knows', changed('doer/da/quiz.md', 'type=order', 'type=ordne'), ['doer/da/quiz.md:17 unknownType']],
  ['a question without a page', changed('doer/da/quiz.md', ' page=hvorfor', ''), ['doer/da/quiz.md:3 noPageAttribute']],
  [
    'a question without a source',
    changed('doer/da/quiz.md', ' source="lov viden"', ''),
    ['doer/da/quiz.md:3 noSourceAttribute'],
  ],
  [
    'a page that is not there',
    changed('doer/da/quiz.md', 'page=hvorfor', 'page=hvorhen'),
    ['doer/da/quiz.md:3 unknownPage', 'doer/en/quiz.md:3 otherAttribute'],
  ],
  [
    'a source that is not there',
    changed('doer/da/quiz.md', '"lov viden"', '"lov rygte"'),
    ['doer/da/quiz.md:3 unknownSource', 'doer/en/quiz.md:3 otherAttribute'],
  ],
  [
    'a question without answers',
    changed('doer/da/quiz.md', '1. [ ] En ven\n   > Nej.\n2. [x] 112\n', ''),
    ['doer/da/quiz.md:3 noAnswers'],
  ],
  [
    'an order question without a list',
    changed('doer/da/quiz.md', '1. Først\n2. Så\n3. Sidst\n', ''),
    ['doer/da/quiz.md:17 noAnswers'],
  ],
  [
    'feedback that is not indented',
    changed('doer/da/quiz.md', '   > Nej.\n2.', '> Nej.\n2.'),
    ['doer/da/quiz.md:7 twoLists'],
  ],
  [
    'an explanation before the answers',
    changed('doer/da/quiz.md', 'Mere tekst.\n', '> Fordi.\n\n'),
    ['doer/da/quiz.md:4 quoteBeforeAnswers'],
  ],
  [
    'text after the answers',
    changed('doer/da/quiz.md', '112\n> Fordi.\n', '112\n> Fordi.\n\nMere.\n'),
    ['doer/da/quiz.md:10 textAfterAnswers'],
  ],
  [
    'no right answer',
    changed('doer/da/quiz.md', '[x] 112', '[ ] 112\n   > Nej.'),
    ['doer/da/quiz.md:3 noRight', 'doer/en/quiz.md:3 otherRight'],
  ],
  [
    'two right answers where one is wanted',
    changed('doer/da/quiz.md', '[ ] En ven', '[x] En ven'),
    ['doer/da/quiz.md:3 manyRight', 'doer/en/quiz.md:3 otherRight'],
  ],
  [
    'several right answers and none wrong',
    changed('doer/da/quiz.md', '- [ ] Glad', '- [x] Glad'),
    ['doer/da/quiz.md:10 noWrong', 'doer/en/quiz.md:10 otherRight'],
  ],
  [
    'too few answers',
    changed('doer/da/quiz.md', '1. [ ] En ven\n   > Nej.\n2.', '1.'),
    ['doer/da/quiz.md:5 answerCount', 'doer/en/quiz.md:3 otherCount'],
  ],
  ['an answer without a box', changed('doer/da/quiz.md', '[ ] En ven', '[v] En ven'), ['doer/da/quiz.md:5 noBox']],
  [
    'boxes where none belong',
    changed('doer/da/quiz.md', '1. Først', '1. [x] Først'),
    ['doer/da/quiz.md:18 boxNotHere'],
  ],
  ['an empty answer', changed('doer/da/quiz.md', '[ ] En ven', '[ ]'), ['doer/da/quiz.md:5 emptyAnswer']],
  ['the same answer twice', changed('doer/da/quiz.md', '[ ] En ven', '[ ] 112'), ['doer/da/quiz.md:7 sameAnswer']],
  [
    'something else below an answer',
    changed('doer/da/quiz.md', '   > Nej.\n2.', '   > Nej.\n   - mere\n2.'),
    ['doer/da/quiz.md:7 strayInAnswer'],
  ],
  [
    'a wrong answer without feedback',
    changed('doer/da/quiz.md', '   > Nej.\n2.', '2.'),
    ['doer/da/quiz.md:5 feedbackMissing'],
  ],
  [
    'feedback where none belongs',
    changed('doer/da/quiz.md', '1. Først\n', '1. Først\n   > Ja.\n'),
    ['doer/da/quiz.md:18 feedbackNotHere'],
  ],
  ['no explanation', changed('doer/da/quiz.md', '112\n> Fordi.', '112'), ['doer/da/quiz.md:3 explanationMissing']],
  [
    'an order question with bullets',
    changed('doer/da/quiz.md', '1. Først\n2. Så\n3. Sidst', '- Først\n- Så\n- Sidst'),
    ['doer/da/quiz.md:17 orderList'],
  ],
  [
    'a match question with numbers',
    changed(
      'doer/da/quiz.md',
      '- 112 -> Først\n- 114 → Så\n- 1813 -> Sidst',
      '1. 112 -> Først\n2. 114 → Så\n3. 1813 -> Sidst',
    ),
    ['doer/da/quiz.md:23 matchList'],
  ],
  ['a pair that is none', changed('doer/da/quiz.md', '- 112 -> Først', '- 112 Først'), ['doer/da/quiz.md:24 noArrow']],
  [
    'two pairs with the same right side',
    changed('doer/da/quiz.md', '- 112 -> Først', '- 112 -> Sidst'),
    ['doer/da/quiz.md:26 sameAnswer'],
  ],
  [
    'a number without an answer',
    changed('doer/da/quiz.md', 'answer=17,5', 'answer=atten'),
    ['doer/da/quiz.md:29 numberAnswer', 'doer/en/quiz.md:29 otherAttribute'],
  ],
  [
    'a tolerance below nothing',
    changed('doer/da/quiz.md', 'tolerance=0.5', 'tolerance=-1'),
    ['doer/da/quiz.md:29 numberTolerance', 'doer/en/quiz.md:29 otherAttribute'],
  ],
  [
    'a number with a list',
    changed('doer/da/quiz.md', 'page=hvordan source=lov}\n> Fordi.\n', 'page=hvordan source=lov}\n- 18\n> Fordi.\n'),
    ['doer/da/quiz.md:30 numberList'],
  ],
  [
    "a number's attribute elsewhere",
    changed('doer/da/quiz.md', 'type=order', 'type=order unit=år'),
    ['doer/da/quiz.md:17 attributeNotHere'],
  ],
  ['a bank too small', changed('doer/module.yaml', 'draw: 2', 'draw: 3'), ['doer/da/quiz.md:1 bankTooSmall']],
  [
    'too many questions that must be right',
    twice(many(5, ' must')),
    ['doer/da/quiz.md:15 tooManyMust', 'doer/en/quiz.md:15 tooManyMust', 'doer/module.yaml:1 drawTooSmall'],
  ],
  [
    'too many questions',
    twice(many(201, '')),
    ['doer/da/quiz.md:1 tooManyQuestions', 'doer/en/quiz.md:1 tooManyQuestions'],
  ],
  [
    'a field in an answer',
    changed('doer/da/quiz.md', 'En ven', '{{lokalt:politi}}'),
    ['doer/da/quiz.md:5 fieldNotHere'],
  ],
]

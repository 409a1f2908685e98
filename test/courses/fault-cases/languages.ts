import type { FaultCase } from '../fault-case.ts'
import { changed, sampleFiles } from '../sample-course.ts'

const swapped = (quiz: string) => {
  const [title, first, second, ...rest] = quiz.split('### ')
  return [title, second, first, ...rest].join('### ')
}

export const languagesCases: readonly FaultCase[] = [
  [
    'a question in one language only',
    changed('doer/da/quiz.md', /### Hvilke[^#]*#tegn[^#]*/.exec(sampleFiles['doer/da/quiz.md'])?.[0] as string, ''),
    ['doer/en/quiz.md:10 onlyHere'],
  ],
  [
    'questions in another order',
    { 'doer/en/quiz.md': swapped(sampleFiles['doer/en/quiz.md']) },
    ['doer/en/quiz.md:3 otherPlace'],
  ],
  [
    'another kind',
    changed(
      'doer/en/quiz.md',
      '1. [ ] A friend\n   > Nej.\n2. [x] 112',
      '- [ ] A friend\n  > Nej.\n- [x] 112\n- [x] 113',
    ),
    ['doer/en/quiz.md:3 otherKind'],
  ],
  [
    'other attributes',
    changed('doer/en/quiz.md', 'must page=hvorfor source="lov viden"', 'page=hvordan source=lov'),
    ['doer/en/quiz.md:3 otherAttribute', 'doer/en/quiz.md:3 otherAttribute', 'doer/en/quiz.md:3 otherAttribute'],
  ],
  [
    'another number',
    changed('doer/en/quiz.md', 'answer=17,5 tolerance=0.5 unit="years"', 'answer=18 tolerance=0'),
    ['doer/en/quiz.md:29 otherAttribute', 'doer/en/quiz.md:29 otherAttribute', 'doer/en/quiz.md:29 otherAttribute'],
  ],
  [
    'other counts of answers',
    changed('doer/en/quiz.md', '1. First\n', '1. First\n1. Second\n'),
    ['doer/en/quiz.md:17 otherCount'],
  ],
  [
    'right answers in other places',
    changed('doer/en/quiz.md', '- [x] 114\n- [ ] Happy', '- [ ] 114\n  > Nej.\n- [x] Happy'),
    ['doer/en/quiz.md:10 otherRight'],
  ],
  [
    'a scene in one language only',
    changed('doer/en/situation.md', '{#ro outcome', '{#fred outcome'),
    [
      'doer/da/situation.md:25 onlyHere',
      'doer/en/situation.md:13 unknownTarget',
      'doer/en/situation.md:25 unreachable',
      'doer/en/situation.md:25 onlyHere',
    ],
  ],
  [
    'another outcome',
    {
      'doer/en/situation.md': sampleFiles['doer/en/situation.md']
        .replace('=good', '=x')
        .replace('=fair', '=good')
        .replace('=x', '=fair'),
    },
    ['doer/en/situation.md:25 otherAttribute', 'doer/en/situation.md:28 otherAttribute'],
  ],
  [
    'choices that lead elsewhere',
    changed('doer/en/situation.md', '(#ro)', '(#galt)'),
    ['doer/en/situation.md:11 otherTarget', 'doer/en/situation.md:25 unreachable'],
  ],
  [
    'other counts of choices',
    changed('doer/en/situation.md', '- [Wait](#vent)\n', '- [Go](#ro)\n  > Ok.\n- [Wait](#vent)\n'),
    ['doer/en/situation.md:4 otherCount'],
  ],
]

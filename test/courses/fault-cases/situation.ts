import type { FaultCase } from '../fault-case.ts'
import { changed, sampleFiles } from '../sample-course.ts'

const scenes = (count: number) =>
  Array.from({ length: count }, (_, n) => `\n## Slut {#slut-${n} outcome=bad}\nSlut.\n`).join('')

export const situationCases: readonly FaultCase[] = [
  [
    'a heading too deep for a scene',
    changed('doer/da/situation.md', 'Hvad nu?', '### Hvad nu?'),
    ['doer/da/situation.md:5 wrongStepHeading'],
  ],
  [
    'two scenes with one id',
    changed('doer/da/situation.md', '{#vent}', '{#ring}'),
    [
      'doer/da/situation.md:1 tooFewSteps',
      'doer/da/situation.md:8 unknownTarget',
      'doer/da/situation.md:18 duplicateStep',
      'doer/da/situation.md:31 unreachable',
      'doer/en/situation.md:18 onlyHere',
    ],
  ],
  [
    'a scene without a title',
    changed('doer/da/situation.md', '## Døren {#start}', '## {#start}'),
    ['doer/da/situation.md:4 noStepTitle'],
  ],
  [
    'a scene without an id',
    changed('doer/da/situation.md', '## Døren {#start}', '## Døren'),
    [
      'doer/da/situation.md:1 tooFewSteps',
      'doer/da/situation.md:4 noId',
      'doer/da/situation.md:18 unreachable',
      'doer/da/situation.md:31 unreachable',
      'doer/en/situation.md:4 onlyHere',
    ],
  ],
  [
    'a scene without text',
    changed('doer/da/situation.md', '{#start}\nHvad nu?', '{#start}'),
    ['doer/da/situation.md:4 emptyStep'],
  ],
  [
    'an outcome nobody knows',
    changed('doer/da/situation.md', 'outcome=good', 'outcome=fine'),
    [
      'doer/da/situation.md:1 outcomeMissing',
      'doer/da/situation.md:25 unknownOutcome',
      'doer/en/situation.md:25 otherAttribute',
    ],
  ],
  [
    'a dead end',
    changed('doer/da/situation.md', ' outcome=good', ''),
    [
      'doer/da/situation.md:1 outcomeMissing',
      'doer/da/situation.md:25 deadEnd',
      'doer/en/situation.md:25 otherAttribute',
    ],
  ],
  [
    'an ending with choices',
    changed('doer/da/situation.md', '{#vent}', '{#vent outcome=bad}'),
    ['doer/da/situation.md:18 endingWithChoices', 'doer/en/situation.md:18 otherAttribute'],
  ],
  [
    'a single choice',
    changed('doer/da/situation.md', '- [Vent](#vent)\n  > Nej.\n', ''),
    [
      'doer/da/situation.md:6 choiceCount',
      'doer/da/situation.md:16 unreachable',
      'doer/da/situation.md:29 unreachable',
      'doer/en/situation.md:4 otherCount',
    ],
  ],
  [
    'a choice that is no link',
    changed('doer/da/situation.md', '- [Vent](#vent)', '- Vent'),
    [
      'doer/da/situation.md:8 choiceNotLink',
      'doer/da/situation.md:18 unreachable',
      'doer/da/situation.md:31 unreachable',
    ],
  ],
  [
    'a choice that is more than a link',
    changed('doer/da/situation.md', '- [Vent](#vent)', '- [Vent](#vent) lidt'),
    [
      'doer/da/situation.md:8 choiceNotLink',
      'doer/da/situation.md:18 unreachable',
      'doer/da/situation.md:31 unreachable',
    ],
  ],
  [
    'the same choice twice',
    changed('doer/da/situation.md', '- [Vent](#vent)', '- [Ring](#vent)'),
    ['doer/da/situation.md:8 choiceTwice'],
  ],
  [
    'a choice without feedback',
    changed('doer/da/situation.md', '- [Vent](#vent)\n  > Nej.\n', '- [Vent](#vent)\n'),
    ['doer/da/situation.md:8 choiceFeedbackMissing'],
  ],
  [
    'a choice that leads nowhere',
    changed('doer/da/situation.md', '(#vent)', '(#sove)'),
    [
      'doer/da/situation.md:8 unknownTarget',
      'doer/da/situation.md:18 unreachable',
      'doer/da/situation.md:31 unreachable',
      'doer/en/situation.md:4 otherTarget',
    ],
  ],
  [
    'text after the choices',
    changed('doer/da/situation.md', '(#vent)\n  > Nej.\n', '(#vent)\n  > Nej.\n\nMere.\n'),
    ['doer/da/situation.md:11 textAfterChoices'],
  ],
  [
    'a link to a scene in the text',
    changed('doer/da/situation.md', 'Du er på vagt.', 'Du er [på vagt](#start).'),
    ['doer/da/situation.md:2 linkOutsideChoice'],
  ],
  [
    'a scene nobody reaches',
    changed('doer/da/situation.md', '(#vent)', '(#ring)'),
    [
      'doer/da/situation.md:18 unreachable',
      'doer/da/situation.md:31 unreachable',
      'doer/en/situation.md:4 otherTarget',
    ],
  ],
  [
    'scenes that run in a circle',
    changed('doer/da/situation.md', '(#ro)\n  > Godt.\n- [Vent](#halv)', '(#ring)\n  > Godt.\n- [Vent](#ring)'),
    ['doer/da/situation.md:11 noWayOut', 'doer/da/situation.md:25 unreachable', 'doer/en/situation.md:11 otherTarget'],
  ],
  [
    'too few scenes',
    {
      'doer/da/situation.md': sampleFiles['doer/da/situation.md']
        .replace(/## Ro[^#]*#ro[^#]*/, '')
        .replace('(#ro)', '(#halv)'),
    },
    [
      'doer/da/situation.md:1 tooFewSteps',
      'doer/da/situation.md:1 outcomeMissing',
      'doer/en/situation.md:11 otherTarget',
      'doer/en/situation.md:25 onlyHere',
    ],
  ],
  [
    'too many scenes',
    Object.fromEntries(
      (['doer/da/situation.md', 'doer/en/situation.md'] as const).map((file) => [file, sampleFiles[file] + scenes(55)]),
    ),
    ['doer/da/situation.md:1 tooManySteps', 'doer/en/situation.md:1 tooManySteps'],
  ],
  ['no intro', changed('doer/da/situation.md', 'Du er på vagt.', ''), ['doer/da/situation.md:1 emptyText']],
]

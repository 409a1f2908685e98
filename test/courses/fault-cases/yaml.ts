import type { FaultCase } from '../fault-case.ts'
import { changed, sampleFiles } from '../sample-course.ts'

export const yamlCases: readonly FaultCase[] = [
  [
    'YAML that cannot be read',
    changed('course.yaml', 'audience: [door, bar]', 'audience: [door, bar'),
    ['course.yaml:5 yamlBroken'],
  ],
  [
    'an alias',
    changed('course.yaml', 'audience: [door, bar]', 'audience: &a [door, bar]'),
    ['course.yaml:4 yamlBroken'],
  ],
  [
    'the same key twice',
    changed('course.yaml', 'validity: 12', 'validity: 12\nvalidity: 24'),
    ['course.yaml:6 duplicateKey'],
  ],
  [
    'unknown keys',
    {
      ...changed('course.yaml', 'validity:', 'valid: 1\nvalidity:'),
      ...changed('doer/module.yaml', 'pause: 5', 'pause: 5, paus: 6'),
    },
    ['course.yaml:5 unknownKey', 'doer/module.yaml:7 unknownKey'],
  ],
  [
    'missing keys',
    { ...changed('course.yaml', 'validity: 12\n', ''), ...changed('doer/module.yaml', 'da: Døren, ', '') },
    ['course.yaml:1 missingKey', 'doer/module.yaml:1 missingKey'],
  ],
  [
    'an empty course.yaml',
    { 'course.yaml': '' },
    [
      'course.yaml:1 missingKey',
      'course.yaml:1 missingKey',
      'course.yaml:1 missingKey',
      'course.yaml:1 missingKey',
      'course.yaml:1 missingKey',
      'course.yaml:1 missingKey',
      'course.yaml:1 missingKey',
    ],
  ],
  [
    'a text that is none',
    { ...changed('course.yaml', '"Kort kursus."', '" "'), ...changed('doer/module.yaml', '[Du kan åbne]', '[1]') },
    ['course.yaml:3 wantsText', 'doer/module.yaml:5 wantsText'],
  ],
  [
    'ids with other signs',
    changed('course.yaml', 'modules: [doer]', 'modules: [doer, Dør]'),
    ['course.yaml:7 wantsSlug'],
  ],
  ['a local field with other signs', changed('course.yaml', '  politi:', '  Politi:'), ['course.yaml:9 wantsSlug']],
  ['a source with a wrong id', changed('doer/module.yaml', '  viden:', '  Viden:'), ['doer/module.yaml:11 wantsSlug']],
  [
    'a number that is none',
    {
      ...changed('course.yaml', 'validity: 12', 'validity: 1.5'),
      ...changed('doer/module.yaml', 'pass: 50', 'pass: 101'),
    },
    ['course.yaml:5 wantsWhole', 'doer/module.yaml:7 wantsWhole'],
  ],
  ['a list that is none', changed('course.yaml', 'modules: [doer]', 'modules: doer'), ['course.yaml:7 wantsList']],
  [
    'the same module twice',
    changed('course.yaml', 'modules: [doer]', 'modules: [doer, doer]'),
    ['course.yaml:7 wantsList'],
  ],
  [
    'no modules',
    changed('course.yaml', 'modules: [doer]', 'modules: []'),
    ['course.yaml:7 wantsList', 'course.yaml:7 moduleNotListed'],
  ],
  [
    'a line where more lines are wanted',
    changed('course.yaml', 'title: { da: Prøve, en: Trial }', 'title: Prøve'),
    ['course.yaml:2 wantsMap'],
  ],
  [
    'neither true nor false',
    changed('doer/module.yaml', 'theory_only: true', 'theory_only: yes'),
    ['doer/module.yaml:8 wantsYesNo'],
  ],
  [
    'an address that is none',
    changed('doer/module.yaml', 'https://example.org/lov', 'javascript:alert(1)'),
    ['doer/module.yaml:10 wantsUrl'],
  ],
  ['a day that is none', changed('doer/module.yaml', '2026-11-01', '2026-13-01'), ['doer/module.yaml:13 wantsDay']],
  [
    'an unknown exercise',
    changed('doer/module.yaml', 'theory_only: true', 'exercise: boxing'),
    ['doer/module.yaml:8 wantsOneOf'],
  ],
  ['an unknown job', changed('course.yaml', '[door, bar]', '[door, baar]'), ['course.yaml:4 wantsAudience']],
  [
    'a language too few',
    changed('course.yaml', 'languages: [da, en]', 'languages: [da]'),
    ['course.yaml:6 wantsLanguages'],
  ],
  [
    'a language we do not speak',
    changed('course.yaml', 'languages: [da, en]', 'languages: [da, en, de]'),
    ['course.yaml:6 wantsLanguages'],
  ],
  ['an id other than the folder', changed('course.yaml', 'id: prove', 'id: andet'), ['course.yaml:1 otherCourseId']],
  [
    'a draw too small for what is always drawn',
    {
      ...changed('doer/module.yaml', 'draw: 2', 'draw: 1'),
      'doer/da/quiz.md': sampleFiles['doer/da/quiz.md'].replace('{#tegn ', '{#tegn must '),
      'doer/en/quiz.md': sampleFiles['doer/en/quiz.md'].replace('{#tegn ', '{#tegn must '),
    },
    ['doer/module.yaml:1 drawTooSmall'],
  ],
]

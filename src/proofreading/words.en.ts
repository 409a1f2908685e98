import type { Translation } from '#web/translation.ts'
import type { da } from './words.da.ts'

export const en: Translation<typeof da> = {
  'proofreading.fine': 'No faults and no remarks.',
  'proofreading.faults_one': '{{count}} fault. Mend it, and run the check again.',
  'proofreading.faults_other': '{{count}} faults. Mend them, and run the check again.',
  'proofreading.remarks_one': '{{count}} remark. The course can be published, but the text should be mended.',
  'proofreading.remarks_other': '{{count}} remarks. The courses can be published, but the text should be mended.',
  'proofreading.none': 'No courses in the folder.',
  'proofreading.module': 'Module',
  'proofreading.pages': 'Pages',
  'proofreading.words': 'Words ({{language}})',
  'proofreading.longest': 'Longest is right',
  'proofreading.questions': 'Questions',
  'proofreading.unreviewed': 'Not reviewed by',
  'proofreading.one': 'one right',
  'proofreading.several': 'several right',
  'proofreading.order': 'order',
  'proofreading.match': 'match',
  'proofreading.number': 'number',
  'proofreading.must': 'must be right',
  'proofreading.applied': 'about doing',

  'proofreading.remark.pageCount': 'the module has {{has}} pages. {{leastPages}} to {{mostPages}} is about right',
  'proofreading.remark.pageTooLong': 'the page has {{has}} words. At most {{most}}',
  'proofreading.remark.noRememberBox': 'the page lacks a huskekort box',
  'proofreading.remark.hardToRead': 'the page has LIX {{lix}}. At most {{most}}',
  'proofreading.remark.chopped':
    'the sentences are chopped: {{mean}} words on average, and {{percent}} in 100 have four words or fewer. Join them',
  'proofreading.remark.fewQuestions': 'there are {{has}} questions. At least {{least}}',
  'proofreading.remark.fewApplied':
    '{{applied}} of {{has}} questions are about doing something (applied). At least a third',
  'proofreading.remark.longestIsRight':
    'the longest answer is the right one in {{percent}} of 100 questions. At most {{most}}',
  'proofreading.remark.samePlaceIsRight':
    'the right answer stands in the same place in {{percent}} of 100 questions. At most {{most}}',
  'proofreading.remark.fewKinds': 'the course asks in {{has}} ways. At least {{least}}',
  'proofreading.remark.noSituation': 'the module has no situation',
  'proofreading.remark.noCard': 'the module has no help card',
  'proofreading.remark.avoid': '"{{text}}": {{why}}',
  'proofreading.remark.strayParagraph': '§ {{number}} is not in the list of paragraphs that are confirmed',
  'proofreading.remark.strayPercentage': '{{number}} % is not in the list of figures that are confirmed',
}

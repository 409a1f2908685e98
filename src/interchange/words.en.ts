import type { Translation } from '#web/translation.ts'
import type { da } from './words.da.ts'

export const en: Translation<typeof da> = {
  'interchange.true': 'True',
  'interchange.false': 'False',
  'interchange.leftOut': 'Left out, because GIFT has no questions about order: {{title}} ({{id}})',

  'interchange.refused.tooLarge': 'the text is larger than {{most}} kB. Split it',
  'interchange.refused.tooManyQuestions':
    'there are more than {{most}} questions. From here on nothing is read. Split the text',
  'interchange.refused.tooLong':
    'the question is longer than {{most}} characters. Is there a picture or a whole page in it?',
  'interchange.refused.noAnswerBlock':
    'it has no answers. If it only tells something, it belongs on a page. Otherwise write the answers in { }',
  'interchange.refused.openBlock': 'the brace { is not closed by }',
  'interchange.refused.blankInside': 'there is an empty line in the middle of the answers. Delete it',
  'interchange.refused.closeWithoutOpen':
    'the brace } is not opened by {. If it belongs to the text, write \\} instead',
  'interchange.refused.severalBlocks':
    'there are several braces in one question. If they belong to the text, write \\{ and \\} instead',
  'interchange.refused.noStem': 'there are answers, but no question',
  'interchange.refused.essay': 'we have no questions that are answered by a whole text (essay)',
  'interchange.refused.freeText':
    'we have no questions with free text (short answer). Add wrong answers with ~ before them',
  'interchange.refused.noRight': 'no answer is marked as right. Write = before the right one',
  'interchange.refused.manyRight':
    'several answers have = before them, but only one can be chosen. If all of them are to be chosen, write ~%50% before each. If it is an equals sign, write \\=',
  'interchange.refused.wrongWeight': 'the weight {{text}} must be between -100 and 100',
  'interchange.refused.tooFewAnswers': 'there must be at least two answers',
  'interchange.refused.tooManyAnswers': 'there are more than {{most}} answers',
  'interchange.refused.pairWithoutArrow': 'an arrow (->) is missing in "{{text}}"',
  'interchange.refused.pairWithoutRight': 'nothing stands after the arrow in "{{text}}"',
  'interchange.refused.tooFewPairs': 'there must be at least two pairs to match',
  'interchange.refused.noNumber': 'there is no number that is right',
  'interchange.refused.notNumber': '"{{text}}" is not a number',
  'interchange.refused.anyNumber': 'every number is right here. We have no such questions',
  'interchange.refused.severalNumbers': 'several different numbers are right. We have room for one number and a margin',
  'interchange.refused.numberDoesNotFit':
    'the number {{text}} is too large or has too many decimals. At most nine digits and six decimals',
  'interchange.refused.choiceWithoutQuestion': 'here is an answer without a question above it',
  'interchange.refused.answerWithoutQuestion': 'here it says what is right, but there is no question above the line',
  'interchange.refused.noChoices': 'there are no answers below the question. Write them as A), B), C)',
  'interchange.refused.missingAnswer': 'the line with the right answer is missing. Write for example ANSWER: A',
  'interchange.refused.answerNotLetter': 'one letter must follow ANSWER:, not "{{text}}"',
  'interchange.refused.answerNotThere': 'there is no answer {{letter}}',
  'interchange.refused.severalAnswers': 'several letters follow ANSWER:. In Aiken only one answer is right',
  'interchange.refused.sameLetter': 'two answers are called {{letter}}',
  'interchange.refused.emptyChoice': 'answer {{letter}} is empty',

  'interchange.notice.distractor': '"{{text}}" fits nothing. Our pairs cannot have that, so it is left out',
  'interchange.notice.partialCredit': '"{{text}}" gave part of the points. With us it is wrong',
  'interchange.notice.weightsDoNotAddUp': 'the weights do not add up to 100. Check what is right',
  'interchange.notice.feedbackOnNumber': 'a number has no text for each answer, so it is left out. Use the explanation',
  'interchange.notice.pictureDropped': 'a picture is left out. Add it if it is needed',
  'interchange.notice.tagDropped': '<{{tag}}> is left out',
  'interchange.notice.emptyAnswer': 'an empty answer is left out',
  'interchange.notice.nameAsStem': 'there was only a name, so it is used as the question',
}

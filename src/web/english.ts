import { en as accountEn } from '#account/words.en.ts'
import { en as auditEn } from '#audit/words.en.ts'
import { en as authoringEn } from '#authoring/words.en.ts'
import { en as cardsEn } from '#cards/words.en.ts'
import { en as certificatesEn } from '#certificates/words.en.ts'
import { en as comparingEn } from '#comparing/words.en.ts'
import { en as coursesEn } from '#courses/words.en.ts'
import { en as coverageEn } from '#coverage/words.en.ts'
import { en as demoEn } from '#demo/words.en.ts'
import { en as draftsEn } from '#drafts/words.en.ts'
import { en as duplicatesEn } from '#duplicates/words.en.ts'
import { en as exercisesEn } from '#exercises/words.en.ts'
import { en as frontEn } from '#front/words.en.ts'
import { en as hindsightEn } from '#hindsight/words.en.ts'
import { en as interchangeEn } from '#interchange/words.en.ts'
import { en as invitationsEn } from '#invitations/words.en.ts'
import { en as joiningEn } from '#joining/words.en.ts'
import { en as learningEn } from '#learning/words.en.ts'
import { en as mailEn } from '#mail/words.en.ts'
import { en as packagesEn } from '#packages/words.en.ts'
import { en as peopleEn } from '#people/words.en.ts'
import { en as picturesEn } from '#pictures/words.en.ts'
import { en as proofreadingEn } from '#proofreading/words.en.ts'
import { en as publishingEn } from '#publishing/words.en.ts'
import { en as quizEditingEn } from '#quiz-editing/words.en.ts'
import { en as readerEn } from '#reader/words.en.ts'
import { en as recoveryEn } from '#recovery/words.en.ts'
import { en as requirementsEn } from '#requirements/words.en.ts'
import { en as rereadingEn } from '#rereading/words.en.ts'
import { en as reviewingEn } from '#reviewing/words.en.ts'
import { en as rolesEn } from '#roles/words.en.ts'
import { en as signinEn } from '#signin/words.en.ts'
import { en as staffEn } from '#staff/words.en.ts'
import { en as townEn } from '#town/words.en.ts'
import { en as venuesEn } from '#venues/words.en.ts'
import { en as webEn } from './words.en.ts'

/** The words of every room in English; words.ts speaks them. */
export const en = {
  ...webEn,
  ...auditEn,
  ...mailEn,
  ...peopleEn,
  ...signinEn,
  ...recoveryEn,
  ...coursesEn,
  ...proofreadingEn,
  ...interchangeEn,
  ...comparingEn,
  ...readerEn,
  ...draftsEn,
  ...reviewingEn,
  ...townEn,
  ...cardsEn,
  ...certificatesEn,
  ...requirementsEn,
  ...exercisesEn,
  ...rereadingEn,
  ...learningEn,
  ...coverageEn,
  ...hindsightEn,
  ...picturesEn,
  ...packagesEn,
  ...publishingEn,
  ...quizEditingEn,
  ...authoringEn,
  ...joiningEn,
  ...invitationsEn,
  ...rolesEn,
  ...staffEn,
  ...venuesEn,
  ...duplicatesEn,
  ...accountEn,
  ...frontEn,
  ...demoEn,
}

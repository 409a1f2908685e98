import { da as accountDa } from '#account/words.da.ts'
import { da as auditDa } from '#audit/words.da.ts'
import { da as authoringDa } from '#authoring/words.da.ts'
import { da as cardsDa } from '#cards/words.da.ts'
import { da as certificatesDa } from '#certificates/words.da.ts'
import { da as comparingDa } from '#comparing/words.da.ts'
import { da as coursesDa } from '#courses/words.da.ts'
import { da as coverageDa } from '#coverage/words.da.ts'
import { da as demoDa } from '#demo/words.da.ts'
import { da as draftsDa } from '#drafts/words.da.ts'
import { da as duplicatesDa } from '#duplicates/words.da.ts'
import { da as exercisesDa } from '#exercises/words.da.ts'
import { da as frontDa } from '#front/words.da.ts'
import { da as hindsightDa } from '#hindsight/words.da.ts'
import { da as interchangeDa } from '#interchange/words.da.ts'
import { da as invitationsDa } from '#invitations/words.da.ts'
import { da as joiningDa } from '#joining/words.da.ts'
import { da as learningDa } from '#learning/words.da.ts'
import { da as mailDa } from '#mail/words.da.ts'
import { da as packagesDa } from '#packages/words.da.ts'
import { da as peopleDa } from '#people/words.da.ts'
import { da as picturesDa } from '#pictures/words.da.ts'
import { da as proofreadingDa } from '#proofreading/words.da.ts'
import { da as publishingDa } from '#publishing/words.da.ts'
import { da as quizEditingDa } from '#quiz-editing/words.da.ts'
import { da as readerDa } from '#reader/words.da.ts'
import { da as recoveryDa } from '#recovery/words.da.ts'
import { da as requirementsDa } from '#requirements/words.da.ts'
import { da as rereadingDa } from '#rereading/words.da.ts'
import { da as reviewingDa } from '#reviewing/words.da.ts'
import { da as rolesDa } from '#roles/words.da.ts'
import { da as signinDa } from '#signin/words.da.ts'
import { da as staffDa } from '#staff/words.da.ts'
import { da as townDa } from '#town/words.da.ts'
import { da as venuesDa } from '#venues/words.da.ts'
import { da as webDa } from './words.da.ts'

/** The words of every room in Danish; words.ts speaks them. */
export const da = {
  ...webDa,
  ...auditDa,
  ...mailDa,
  ...peopleDa,
  ...signinDa,
  ...recoveryDa,
  ...coursesDa,
  ...proofreadingDa,
  ...interchangeDa,
  ...comparingDa,
  ...readerDa,
  ...draftsDa,
  ...reviewingDa,
  ...townDa,
  ...cardsDa,
  ...certificatesDa,
  ...requirementsDa,
  ...exercisesDa,
  ...rereadingDa,
  ...learningDa,
  ...coverageDa,
  ...hindsightDa,
  ...picturesDa,
  ...packagesDa,
  ...publishingDa,
  ...quizEditingDa,
  ...authoringDa,
  ...joiningDa,
  ...invitationsDa,
  ...rolesDa,
  ...staffDa,
  ...venuesDa,
  ...duplicatesDa,
  ...accountDa,
  ...frontDa,
  ...demoDa,
}

import type { Day } from '#base/dates.ts'
import type { CourseDocument, ModuleDocument } from '#courses/course.ts'
import type { Guest, Proof } from '#exercises/guests.ts'
import { datedOnCard } from '#exercises/id-card.ts'
import type { Button, Fact, Fault, Notice, Option } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { courseUrl, exerciseUrl, roundUrl } from './addresses.ts'
import { guestField } from './forms.ts'
import type { ModuleProgress } from './progress.ts'
import type { Round, Verdict } from './round.ts'

/** Before an exercise: what it is, and a button that starts a round. */
export interface ExercisePage {
  title: string
  module: string
  facts: readonly Fact[]
  notice: Notice | null
  start: Button
  course: string
}

export const exercisePage = page<ExercisePage>('learning/exercise')

export function toExercisePage(
  course: CourseDocument,
  module: ModuleDocument,
  { exercise }: ModuleProgress,
  w: Words,
): ExercisePage {
  const at = { courseId: course.id, moduleId: module.id }
  const passed = exercise === 'passed'
  return {
    title: w.t('exercises.title'),
    module: module.title[w.language],
    facts: [
      { term: w.t('exercises.rule.age'), text: w.t('exercises.rule.ageText') },
      { term: w.t('exercises.rule.proof'), text: w.t('exercises.rule.proofText') },
      { term: w.t('exercises.rule.pass'), text: w.t('exercises.rule.passText') },
      { term: w.t('exercises.rule.rounds'), text: w.t('exercises.rule.roundsText') },
    ],
    notice: passed ? { kind: 'good', text: w.t('exercises.done') } : null,
    start: { action: exerciseUrl(at), label: passed ? w.t('exercises.another') : w.t('exercises.start') },
    course: courseUrl(course.id),
  }
}

/** A guest's ID, as the page shows it. */
export interface ShownGuest {
  name: string
  kind: Proof
  proof: string
  born: string
}

export const toShownGuest = ({ name, proof, bornOn }: Guest, w: Words): ShownGuest => ({
  name,
  kind: proof,
  proof: w.t(`exercises.proof.${proof}`),
  born: datedOnCard(bornOn),
})

/** A round that is open: a card for each guest. Nothing in it says what is right. */
export interface RoundPage {
  title: string
  module: string
  /** Which day it is in this round. */
  day: string
  /** Said when the date has changed since it began. */
  otherDay: string | null
  faults: readonly Fault[]
  guests: readonly (ShownGuest & {
    field: string
    options: readonly (Option & { id: string })[]
    fault: string | null
  })[]
  action: string
  course: string
}

export const roundPage = page<RoundPage>('learning/exercise-round')

/** `chosen`: what was sent with something missing, to be shown again. */
export function toRoundPage(
  module: ModuleDocument,
  round: Round,
  { today, chosen, w }: { today: Day; chosen?: readonly (Verdict | null)[]; w: Words },
): RoundPage {
  const isToday = round.drawnOn === today
  const guests = round.guests.map((guest, place) => {
    const field = guestField(place)
    const choice = chosen?.[place] ?? null
    return {
      ...toShownGuest(guest, w),
      field,
      options: [
        { id: field, value: 'yes', label: w.t('exercises.yes'), chosen: choice === 'yes' },
        { id: `${field}-no`, value: 'no', label: w.t('exercises.no'), chosen: choice === 'no' },
      ],
      fault: chosen && choice === null ? w.t('exercises.missing', { name: guest.name }) : null,
    }
  })
  return {
    title: w.t('exercises.round'),
    module: module.title[w.language],
    day: w.t(isToday ? 'exercises.today' : 'exercises.otherDay', { date: w.date(round.drawnOn) }),
    otherDay: isToday ? null : w.t('exercises.asIfThatDay'),
    faults: guests.flatMap(({ field, fault }) => (fault === null ? [] : [{ name: field, text: fault }])),
    guests,
    action: roundUrl(round, round.id),
    course: courseUrl(round.courseId),
  }
}

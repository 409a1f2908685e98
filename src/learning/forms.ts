import { guestCount } from '#exercises/guests.ts'
import { form, typedText } from '#web/form.ts'
import type { Verdict } from './round.ts'

const answerForm = form(
  (type) => type.Object({ choice: type.Optional(type.Array(type.String({ maxLength: 100 }), { maxItems: 20 })) }),
  {
    choice: 'learning.choiceUnknown',
  },
)

/** Every `choice` that was sent, in order; null when it is nothing our form could send. */
export function readSent(body: unknown): readonly string[] | null {
  const read = answerForm(body)
  return read.ok ? (read.value.choice ?? []) : null
}

const stepForm = form((type) => type.Object({ choice: type.String({ pattern: '^\\d{1,2}$' }) }), {
  choice: 'learning.chooseOne',
})

/** The place of the choice made in a situation, or null when none was. */
export function readStep(body: unknown): number | null {
  const read = stepForm(body)
  return read.ok ? Number(read.value.choice) : null
}

const submissionForm = form((type) => type.Object({ unanswered: type.String({ pattern: '^\\d{1,3}$' }) }), {
  unanswered: 'learning.unanswered',
})

/** How many unanswered questions the hand-in button spoke of; 0 when it said nothing. */
export function readUnanswered(body: unknown): number {
  const read = submissionForm(body)
  return read.ok ? Number(read.value.unanswered) : 0
}

const wayForm = form((type) => type.Object({ to: type.Union([type.Literal('previous'), type.Literal('review')]) }), {
  to: 'learning.choiceUnknown',
})

/** Which button sent the answer: back, to the overview, or (null) on. */
export function readWay(body: unknown): 'previous' | 'review' | null {
  const read = wayForm(body)
  return read.ok ? read.value.to : null
}

/** The name of a guest's field, and the id of its first choice; `place` from 0. */
export const guestField = (place: number): string => `guest-${place + 1}`

const guestFields = Array.from({ length: guestCount }, (_, place) => guestField(place))

const roundForm = form(
  (type) => {
    const verdict = type.Union([type.Literal('yes'), type.Literal('no')])
    return type.Object(Object.fromEntries(guestFields.map((field) => [field, verdict])))
  },
  Object.fromEntries(guestFields.map((field) => [field, 'exercises.missing' as const])),
)

/** What a round's form sent: an answer for each guest, or what there is with null where none was chosen. */
export function readRound(
  body: unknown,
): { ok: true; answers: readonly Verdict[] } | { ok: false; chosen: readonly (Verdict | null)[] } {
  const read = roundForm(body)
  if (read.ok) return { ok: true, answers: guestFields.map((field) => read.value[field] as Verdict) }
  const chosen = guestFields.map((field) => typedText(read.typed, field))
  return { ok: false, chosen: chosen.map((text) => (text === 'yes' || text === 'no' ? text : null)) }
}

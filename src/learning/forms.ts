import Type from 'typebox'
import { form } from '#web/form.ts'

const short = Type.String({ maxLength: 100 })

const answerForm = form(Type.Object({ choice: Type.Optional(Type.Array(short, { maxItems: 20 })) }), {
  choice: 'learning.choiceUnknown',
})

/** Every `choice` that was sent, in order; null when it is nothing our form could send. */
export function readSent(body: unknown): readonly string[] | null {
  const read = answerForm(body)
  return read.ok ? (read.value.choice ?? []) : null
}

const stepForm = form(Type.Object({ choice: Type.String({ pattern: '^\\d{1,2}$' }) }), {
  choice: 'learning.chooseOne',
})

/** The place of the choice made in a situation, or null when none was. */
export function readStep(body: unknown): number | null {
  const read = stepForm(body)
  return read.ok ? Number(read.value.choice) : null
}

const submissionForm = form(Type.Object({ unanswered: Type.String({ pattern: '^\\d{1,3}$' }) }), {
  unanswered: 'learning.unanswered',
})

/** How many unanswered questions the hand-in button spoke of; 0 when it said nothing. */
export function readUnanswered(body: unknown): number {
  const read = submissionForm(body)
  return read.ok ? Number(read.value.unanswered) : 0
}

/** Kinds of actions as the association looks for them, each with the nouns it takes in (`employment` of `employment.confirmed`). */
export const actionKinds = {
  employments: ['employment'],
  people: ['person'],
  roles: ['role', 'invitation'],
  venues: ['venue', 'join-code'],
  courses: ['course', 'draft', 'package', 'picture', 'review', 'sign-off', 'enrolment', 'certificate', 'rereading'],
  requirements: ['requirement'],
  town: ['partnership', 'local-fact'],
  signIns: ['sign-in', 'password', 'reset-link', 'recovery-codes', 'recovery-code', 'setup-link'],
  letters: ['letter', 'notice'],
  copies: ['backup'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type ActionKind = keyof typeof actionKinds
export const isActionKind = (text: unknown): text is ActionKind =>
  typeof text === 'string' && Object.hasOwn(actionKinds, text)

/** What somebody reads, chooses and answers while learning is nobody else's to see, the association's neither. */
export const ownNouns = ['page', 'situation', 'exercise', 'attempt', 'answer'] as const

export const nounOf = (action: string): string => action.slice(0, action.indexOf('.'))

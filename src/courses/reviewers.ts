import type { Words } from '#web/words.ts'

/** The three trades that look at a text before it is trusted (course-facts rule 10), by what they are called under `reviewed:`. */
export const reviewers = ['police', 'first-aid', 'lawyer'] as const
export type Reviewer = (typeof reviewers)[number]

export const isReviewer = (role: string): role is Reviewer => reviewers.includes(role as Reviewer)

/** A role in words; one that the house does not know stays as it is written. */
export const reviewerWord = (role: string, w: Words): string =>
  isReviewer(role) ? w.t(`courses.reviewer.${role}`) : role

import type { Key } from '#web/words.ts'

/** What a person does at a venue. Requirements and course audiences name these. */
export const jobs = ['bar', 'floor', 'kitchen', 'door', 'duty-manager', 'manager', 'other'] as const
export type Job = (typeof jobs)[number]
export const isJob = (text: unknown): text is Job => jobs.includes(text as Job)

export const jobKey = (job: Job): Key => `people.job.${job}`

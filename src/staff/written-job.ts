import { searchable } from '#base/text.ts'
import { type Job, jobKey, jobs } from '#people/job.ts'
import { languages } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'

/** What else people call a job, folded. */
const alsoCalled: Readonly<Record<Job, readonly string[]>> = {
  bar: ['bartender', 'barmedarbejder'],
  floor: ['tjener', 'gulv', 'afrydder', 'waiter', 'waitress', 'service', 'runner'],
  kitchen: ['kok', 'opvasker', 'cook', 'dishwasher'],
  door: ['doermand', 'doorman', 'bouncer', 'security'],
  'duty-manager': ['vagthavende', 'vagtleder', 'shift manager', 'duty manager'],
  manager: ['bestyrer', 'daglig leder', 'general manager'],
  other: [],
}

/** A job in Danish or English, in everyday words or as its code; null when it is none. */
export function writtenJob(text: string): Job | null {
  const word = searchable(text)
  return jobs.find((job) => namesOf(job).includes(word)) ?? null
}

const namesOf = (job: Job): string[] => [
  job,
  ...languages.map((language) => searchable(wordsIn(language).t(jobKey(job)))),
  ...alsoCalled[job],
]

import { inWork, type Work } from '#db/work.ts'
import { tidyDrafts } from '#drafts/tidy-drafts.ts'
import type { House } from '#house.ts'
import { tidyInvitations } from '#invitations/tidy-invitations.ts'
import { backUpHourly } from '#keeping/back-up-hourly.ts'
import { answerRequests } from '#keeping/make-backup.ts'
import { sendLetters } from '#mail/send-letters.ts'
import { tidyLetters } from '#mail/tidy-letters.ts'
import { tidyPackages } from '#packages/tidy-packages.ts'
import { clockwork } from '#policy.ts'
import { tidyResetLinks } from '#recovery/tidy-reset-links.ts'
import { tidyReviews } from '#reviewing/tidy-reviews.ts'
import { tidySignIns } from '#signin/tidy-sign-ins.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** Work that is done by itself, again and again. */
export interface Job {
  name: string
  /** Milliseconds between the end of one run and the start of the next. */
  every: number
  /** `stopping` is aborted when the house closes: nothing new is begun then. */
  run(house: House, stopping: AbortSignal): Promise<unknown>
}

/** What each room throws away once it is old. */
const tidying: readonly ((work: Work) => Promise<void>)[] = [
  tidyLetters,
  tidySignIns,
  tidyResetLinks,
  tidyInvitations,
  tidyDrafts,
  tidyPackages,
  tidyReviews,
]

/** The timetable. */
export const jobs: readonly Job[] = [
  { name: 'send letters', every: 5 * second, run: sendLetters },
  { name: 'tidy', every: hour, run: tidy },
  { name: 'backup requests', every: second, run: answerRequests },
  { name: 'backup', every: minute, run: backUpHourly },
]

async function tidy(house: House): Promise<void> {
  for (const room of tidying) await inWork(house, clockwork, room)
}

/** How long closing waits for what is running; whatever is cut off is done again after the next start. */
const patience = 5 * second

/**
 * Starts the timetable. A job never overlaps itself, keeps no process alive, and a fault in it is one line in the log. `stop` begins nothing
 * new and waits for what is running, five seconds at the most.
 */
export function startJobs(house: House, timetable: readonly Job[] = jobs): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const running = new Map<Job, Promise<void>>()

  const arm = (job: Job) => {
    if (stopping.signal.aborted) return
    setTimeout(() => {
      if (!stopping.signal.aborted)
        running.set(
          job,
          run(job).finally(() => arm(job)),
        )
    }, job.every).unref()
  }
  const run = async (job: Job) => {
    try {
      await job.run(house, stopping.signal)
    } catch (error) {
      console.error(`${job.name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  for (const job of timetable) arm(job)

  return {
    async stop() {
      stopping.abort()
      await Promise.race([Promise.all(running.values()), new Promise((done) => setTimeout(done, patience).unref())])
    },
  }
}

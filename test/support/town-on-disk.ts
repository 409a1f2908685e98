import { readConfig } from '#config.ts'
import { publishRevision } from '#courses/publish-revision.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { getOwnAttempt } from '#learning/attempt-store.ts'
import { recordReading } from '#learning/record-reading.ts'
import { startAttempt } from '#learning/start-attempt.ts'
import { takeStep } from '#learning/take-step.ts'
import { addPerson } from '#people/add-person.ts'
import { foundPartnership } from '#people/found-partnership.ts'
import { clockwork } from '#policy.ts'
import { openHouse } from '../../src/open-house.ts'
import { cookieOf } from './sign-in.ts'
import { tinyCourse } from './tiny-course.ts'

export interface Learner {
  personId: string
  cookie: string
  attemptId: string
  /** Place of the question that takes a number, from 1. */
  numberAt: number
}

/** A real town in a data folder, with learners who are signed in and in the middle of a quiz of the tiny course. */
export async function settleOnDisk(dataDir: string, learners: number): Promise<Learner[]> {
  const house = await openHouse(readConfig({ DATA_DIR: dataDir }))
  await inWork(house, clockwork, async (work) => {
    await foundPartnership(work, { name: 'Holstebro', demo: false })
    await publishRevision(work, tinyCourse)
  })
  const settled: Learner[] = []
  for (let n = 0; n < learners; n++) settled.push(await settleLearner(house, n))
  await house.close()
  return settled
}

async function settleLearner(house: House, n: number): Promise<Learner> {
  const of = { courseId: tinyCourse.id, moduleId: 'police' }
  const person = {
    name: `Learner ${n}`,
    login: `learner${n}@example.dk`,
    passwordHash: 'none',
    language: 'da' as const,
  }
  const personId = await inWork(house, clockwork, (work) => addPerson(work, person))
  const attempt = await inWork(house, { personId, roles: [], manages: [] }, async (work) => {
    for (const pageId of ['why', 'how']) await recordReading(work, { ...of, pageId })
    await takeStep(work, { ...of, stepId: 'start', choice: 0 })
    const started = await startAttempt(work, { ...of, chance: house.chance })
    if (!('attemptId' in started)) throw new Error('the attempt did not start')
    const { asked } = await getOwnAttempt(work.db, personId, started.attemptId)
    return { attemptId: started.attemptId, numberAt: asked.findIndex((question) => question.id === 'age') + 1 }
  })
  return { personId, ...attempt, cookie: await cookieOf(house, personId) }
}

import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { dayOf, instantOf } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import { getRevision } from '#courses/store.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { languageOf } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { roundUrl } from './addresses.ts'
import { answerExercise } from './answer-exercise.ts'
import { exercisePage, roundPage, toExercisePage, toRoundPage } from './exercise-pages.ts'
import { exerciseResultPage, toExerciseResultPage } from './exercise-result-pages.ts'
import { findModuleProgress } from './find-progress.ts'
import { findStanding } from './find-standing.ts'
import { readRound } from './forms.ts'
import { moduleIn } from './module.ts'
import { moduleProgress } from './progress.ts'
import type { Round } from './round.ts'
import { findOpenRound, getOwnRound } from './round-store.ts'
import { startExercise } from './start-exercise.ts'
import { factsOf } from './store.ts'

interface ModuleUrl {
  Params: { course: string; module: string }
}
interface RoundUrl {
  Params: { course: string; module: string; round: string }
}

/** A module's exercise: what it is, and its rounds. */
export const exerciseRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    const ownRound = (request: FastifyRequest<RoundUrl>) => {
      const { course: courseId, module: moduleId, round: roundId } = request.params
      return getOwnRound(house.db, actorOf(request).personId, { roundId, courseId, moduleId })
    }

    app.get<ModuleUrl>('/:course/:module/exercise', asks('useOwn'), async (request, reply) => {
      const { course: courseId, module: moduleId } = request.params
      const now = house.clock()
      const { revision, enrolment } = await findStanding(house.db, actorOf(request).personId, courseId, dayOf(now))
      const module = moduleIn(revision.document, moduleId)
      found(module.exercise, 'exercise')
      const today = enrolment && { enrolmentId: enrolment.id, moduleId, drawnOn: dayOf(now) }
      const open = today && (await findOpenRound(house.db, today))
      if (open) return seeOther(reply, roundUrl({ courseId, moduleId }, open))
      const progress = await findModuleProgress(house.db, module, enrolment, instantOf(now))
      return exercisePage(reply, toExercisePage(revision.document, module, progress, wordsIn(languageOf(request))))
    })

    app.post<ModuleUrl>('/:course/:module/exercise', asks('useOwn'), async (request, reply) => {
      const { course: courseId, module: moduleId } = request.params
      const round = await inWork(house, actorOf(request), (work) =>
        startExercise(work, { courseId, moduleId, chance: house.chance }),
      )
      return seeOther(reply, roundUrl({ courseId, moduleId }, round))
    })

    app.get<RoundUrl>('/:course/:module/exercise/:round', asks('useOwn'), async (request, reply) => {
      const round = await ownRound(request)
      const { course, module } = await contentOf(house, round)
      const now = house.clock()
      const w = wordsIn(languageOf(request))
      if (round.answeredAt === null) return roundPage(reply, toRoundPage(module, round, { today: dayOf(now), w }))
      const progress = moduleProgress(module, await factsOf(house.db, round.enrolmentId), instantOf(now))
      return exerciseResultPage(reply, toExerciseResultPage({ course, module, round, progress }, w))
    })

    app.post<RoundUrl>('/:course/:module/exercise/:round', asks('useOwn'), async (request, reply) => {
      const { course: courseId, module: moduleId } = request.params
      const round = await ownRound(request)
      const read = readRound(request.body)
      if (!read.ok && round.answeredAt === null) {
        const { module } = await contentOf(house, round)
        const shown = { today: dayOf(house.clock()), chosen: read.chosen, w: wordsIn(languageOf(request)) }
        return roundPage(reply, toRoundPage(module, round, shown), 422)
      }
      if (read.ok)
        await inWork(house, actorOf(request), (work) =>
          answerExercise(work, { roundId: round.id, courseId, moduleId, answers: read.answers }),
        )
      return seeOther(reply, roundUrl(round, round.id))
    })
  }

/** The text that the enrolment of a round has pinned. */
async function contentOf(house: House, round: Round) {
  const { document: course } = await getRevision(house.db, round.revisionId)
  return { course, module: moduleIn(course, round.moduleId) }
}

import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { dayOf, instantOf } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { languageOf } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { situationUrl, stepUrl } from './addresses.ts'
import { findLocal } from './find-local.ts'
import { findModuleProgress } from './find-progress.ts'
import { findStanding } from './find-standing.ts'
import { readStep } from './forms.ts'
import { moduleIn, stepIn } from './module.ts'
import { isReached } from './situation.ts'
import { stepPage, toStepPage } from './situation-pages.ts'
import { stepsOf } from './situation-store.ts'
import { takeStep } from './take-step.ts'

interface StepUrl {
  Params: { course: string; module: string; step: string }
}

export const situationRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get<StepUrl>('/:course/:module/situation', asks('useOwn'), async (request, reply) => {
      const { module, at } = await situationOf(house, request)
      const first = found(module.situation?.steps[0], 'situation')
      return seeOther(reply, stepUrl(at, first.id))
    })

    app.get<StepUrl>('/:course/:module/situation/:step', asks('useOwn'), async (request, reply) => {
      const { model, module, taken, at } = await situationOf(house, request)
      const step = stepIn(module, request.params.step)
      if (!isReached(module, taken, step.id)) return seeOther(reply, situationUrl(at))
      return stepPage(reply, model(step))
    })

    app.post<StepUrl>('/:course/:module/situation/:step', asks('useOwn'), async (request, reply) => {
      const { course: courseId, module: moduleId, step: stepId } = request.params
      const choice = readStep(request.body)
      if (choice === null) {
        const { model, module } = await situationOf(house, request)
        return stepPage(reply, model(stepIn(module, stepId), true), 422)
      }
      const next = await inWork(house, actorOf(request), (work) =>
        takeStep(work, { courseId, moduleId, stepId, choice }),
      )
      return seeOther(reply, stepUrl({ courseId, moduleId }, next))
    })
  }

async function situationOf(house: House, request: FastifyRequest<StepUrl>) {
  const { course: courseId, module: moduleId } = request.params
  const now = house.clock()
  const w = wordsIn(languageOf(request))
  const { revision, enrolment } = await findStanding(house.db, actorOf(request).personId, courseId, dayOf(now))
  const course = revision.document
  const module = moduleIn(course, moduleId)
  const taken = enrolment ? await stepsOf(house.db, enrolment.id, moduleId) : []
  const progress = await findModuleProgress(house.db, module, enrolment, instantOf(now))
  const reader = { personId: actorOf(request).personId, language: w.language }
  const local = await findLocal(house, module.situation ?? '', reader)
  const model = (step: ReturnType<typeof stepIn>, refused = false) =>
    toStepPage({ course, module, step }, { taken, progress, local, refused, w })
  return { module, taken, at: { courseId, moduleId }, model }
}

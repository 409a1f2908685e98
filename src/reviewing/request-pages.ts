import type { Instant } from '#base/dates.ts'
import { longestName } from '#people/change-name.ts'
import { type Typed, typedText } from '#web/form.ts'
import type { Button, Fault, Field, Select, State } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { requestsUrl } from './addresses.ts'
import { type Commented, type CommentedModule, commentedModules } from './commented-files.ts'
import { type AskedFaults, longestMessage } from './forms.ts'
import { askedName, askerName, type ReviewRequest, type Stand, standOf } from './request.ts'
import { reviewOf, reviewText, type SignOff } from './sign-off.ts'

/** For trainers: whom they have asked to look at a course, what was said, who stands behind it. */
export interface RequestsPage {
  title: string
  course: { url: string; title: string }
  faults: readonly Fault[]
  action: string
  module: Select
  toName: Field
  message: Field
  requests: readonly { title: string; state: State; text: string; takeBack: Button | null }[]
  signOffs: readonly { title: string; text: string; state: State; withdraw: Button }[]
  /** Comments by module and text, the newest text first. */
  modules: readonly CommentedModule[]
}

export const requestsPage = page<RequestsPage>('reviewing/requests')

export interface RequestsFacts extends Commented {
  courseTitle: string
  requests: readonly ReviewRequest[]
  signOffs: readonly SignOff[]
  /** Ids of those that hold for the text as it would be published now. */
  holding: ReadonlySet<string>
  at: Instant
}

/** What somebody has typed, or the module she comes from, and what is wrong with it. */
export interface RefusedAsk {
  typed: Typed
  faults: AskedFaults
}

export function toRequestsPage(facts: RequestsFacts, w: Words, refused: RefusedAsk | null = null): RequestsPage {
  const { courseId, courseTitle } = facts
  const { typed = {}, faults = {} } = refused ?? {}
  const fault = (name: keyof AskedFaults) => (faults[name] ? w.t(faults[name]) : null)
  return {
    title: w.t('reviewing.requests', { course: courseTitle }),
    course: { url: `/authoring/${courseId}`, title: courseTitle },
    faults: (['module', 'toName', 'message'] as const).flatMap((name) => {
      const text = fault(name)
      return text === null ? [] : [{ name, text }]
    }),
    action: requestsUrl(courseId),
    module: {
      name: 'module',
      label: w.t('reviewing.module'),
      options: [...facts.modules].map(([value, label]) => ({
        value,
        label,
        chosen: value === typedText(typed, 'module'),
      })),
      fault: fault('module'),
    },
    toName: {
      name: 'toName',
      label: w.t('reviewing.toName'),
      hint: w.t('reviewing.toNameHint'),
      maxlength: longestName,
      value: typedText(typed, 'toName'),
      fault: fault('toName'),
    },
    message: {
      name: 'message',
      label: w.t('reviewing.message'),
      type: 'textarea',
      rows: 3,
      maxlength: longestMessage,
      value: typedText(typed, 'message'),
      fault: fault('message'),
    },
    requests: facts.requests.map((request) => shownRequest(request, facts, w)),
    signOffs: facts.signOffs.toReversed().map((one) => shownSignOff(one, facts, w)),
    modules: commentedModules(facts, w),
  }
}

const stateOfStand = {
  waiting: 'waiting',
  looked: 'open',
  done: 'done',
  expired: 'expired',
  ended: 'withdrawn',
} as const

function shownRequest(request: ReviewRequest, facts: RequestsFacts, w: Words): RequestsPage['requests'][number] {
  const comments = facts.comments.filter((one) => one.requestId === request.id).length
  const stand: Stand = standOf(request, comments, facts.at)
  const when = { name: askerName(request, w), instant: w.instant(request.askedAt) }
  const until = { instant: w.instant(request.expiresAt) }
  const works = stand !== 'ended' && stand !== 'expired' && facts.at < request.expiresAt
  return {
    title: askedName(request.toName, w),
    state: { state: stateOfStand[stand], text: w.t(`reviewing.stand.${stand}`) },
    text: [
      moduleTitle(request.moduleId, facts),
      w.t('reviewing.askedBy', when),
      ...(works ? [w.t('reviewing.worksUntil', until)] : []),
    ].join(' · '),
    takeBack: works
      ? {
          action: `${requestsUrl(facts.courseId)}/end`,
          label: w.t('reviewing.takeBack'),
          kind: 'quiet',
          fields: { request: request.id },
          about: request.toName,
        }
      : null,
  }
}

const moduleTitle = (moduleId: string, { modules }: RequestsFacts) => modules.get(moduleId) ?? moduleId

const shownSignOff = (one: SignOff, facts: RequestsFacts, w: Words): RequestsPage['signOffs'][number] => ({
  title: moduleTitle(one.moduleId, facts),
  text: reviewText(reviewOf(one), w),
  state: facts.holding.has(one.id)
    ? { state: 'valid', text: w.t('reviewing.holds') }
    : { state: 'replaced', text: w.t('reviewing.holdsOlder') },
  withdraw: {
    action: `${requestsUrl(facts.courseId)}/withdraw`,
    label: w.t('reviewing.withdraw'),
    kind: 'quiet',
    fields: { signOff: one.id },
    about: one.name,
  },
})

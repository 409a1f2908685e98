import { isJob, jobKey, jobs } from '#people/job.ts'
import type { Venue } from '#people/venue.ts'
import { type Faults, faultLines, loginField, newPasswordField, passwordField } from '#signin/fields.ts'
import { type Typed, typedText } from '#web/form.ts'
import type { Button, Fault, Field, Select } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'

/** What of a form is shown again. */
export interface Shown {
  typed: Typed
  faults?: Faults
}
const nothing: Shown = { typed: {} }

export interface JoinPage {
  title: string
  promises: string[]
  action: string
  accountUrl: string
  faults: Fault[]
  name: Field
  login: Field
  job: Select
  password: Field
}
export const joinPage = page<JoinPage>('joining/join')

/** `minutes`: what the course takes, or null when none is published. */
export function toJoinPage(
  w: Words,
  of: { venue: Venue; code: string; minutes: number | null },
  { typed, faults = {} }: Shown = nothing,
): JoinPage {
  const minutes = of.minutes === null ? [] : [w.t('joining.promiseMinutes', { minutes: of.minutes })]
  const fields = {
    name: nameField(w, faults, typedText(typed, 'name')),
    login: loginField(w, faults, typedText(typed, 'login')),
    job: jobSelect(w, faults, typed),
    password: newPasswordField(w, faults, typedText(typed, 'password')),
  }
  return {
    title: w.t('joining.title', { venue: of.venue.name }),
    promises: [...minutes, w.t('joining.promisePaid'), w.t('joining.promiseOwn')],
    action: `/join/${of.code}`,
    accountUrl: `/join/${of.code}/account`,
    faults: summary(faults, [fields.name, fields.login, fields.job, fields.password]),
    ...fields,
  }
}

/** Nothing to sum up when the form was not refused: a password that has to be typed again is no fault by itself. */
const summary = (faults: Faults, fields: readonly { name: string; fault?: string | null }[]): Fault[] =>
  Object.keys(faults).length === 0 ? [] : faultLines(fields)

export const nameField = (w: Words, faults: Faults, typed: string): Field => ({
  name: 'name',
  label: w.t('joining.name'),
  hint: w.t('joining.nameHint'),
  value: typed,
  fault: faults.name ? w.t(faults.name) : null,
  autocomplete: 'name',
  required: true,
  maxlength: 100,
})

const jobSelect = (w: Words, faults: Faults, typed: Typed): Select => ({
  name: 'job',
  label: w.t('joining.job'),
  options: jobs.map((job) => ({ value: job, label: w.t(jobKey(job)), chosen: typed.job === job })),
  choose: isJob(typed.job) ? null : w.t('joining.jobChoose'),
  fault: faults.job ? w.t(faults.job) : null,
  required: true,
})

export interface AccountPage {
  title: string
  action: string
  newcomerUrl: string
  faults: Fault[]
  login: Field
  password: Field
  job: Select
}
export const accountPage = page<AccountPage>('joining/account')

/** `refusal`: why the whole try was turned down, or that the login is known, in words. */
export function toAccountPage(
  w: Words,
  of: { venue: Venue; code: string; refusal?: string | null },
  { typed, faults = {} }: Shown = nothing,
): AccountPage {
  const fields = {
    login: loginField(w, faults, typedText(typed, 'login')),
    password: passwordField(w, faults),
    job: jobSelect(w, faults, typed),
  }
  const refused = of.refusal ? [{ name: 'password', text: of.refusal }] : []
  return {
    title: w.t('joining.accountTitle', { venue: of.venue.name }),
    action: `/join/${of.code}/account`,
    newcomerUrl: `/join/${of.code}`,
    faults: [...refused, ...faultLines([fields.login, fields.password, fields.job])],
    ...fields,
  }
}

export interface MemberPage {
  title: string
  lead: string
  action: string
  submit: string
  /** Said instead of the form to somebody who is with the venue already. */
  already: string | null
  faults: Fault[]
  job: Select
  notYou: Button
}
export const memberPage = page<MemberPage>('joining/member')

export function toMemberPage(
  w: Words,
  of: { venue: Venue; code: string; name: string; already: boolean },
  { typed, faults = {} }: Shown = nothing,
): MemberPage {
  const venue = { venue: of.venue.name }
  const job = jobSelect(w, faults, typed)
  const url = `/join/${of.code}`
  return {
    title: w.t('joining.memberTitle', venue),
    lead: w.t('joining.memberLead', { name: of.name }),
    action: url,
    submit: w.t('joining.memberSubmit', venue),
    already: of.already ? w.t('joining.memberAlready', venue) : null,
    faults: faultLines([job]),
    job,
    notYou: { action: '/sign-out', label: w.t('joining.notYou'), kind: 'plain', fields: { next: url } },
  }
}

export interface ClosedPage {
  title: string
  text: string
}
export const closedPage = page<ClosedPage>('joining/closed')

export const closedDoors = ['codeReplaced', 'codeUnknown', 'venueClosed', 'linkSpent', 'linkUnknown'] as const
export type ClosedDoor = (typeof closedDoors)[number]

/** A poster or a set-up link that does not open, in words. */
export const toClosedPage = (w: Words, door: ClosedDoor): ClosedPage => ({
  title: w.t(`joining.${door}`),
  text: w.t(`joining.${door}Text`),
})

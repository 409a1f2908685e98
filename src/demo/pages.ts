import { jobKey } from '#people/job.ts'
import { page } from '#web/views.ts'
import type { Key, Words } from '#web/words.ts'
import { type CastMember, cast } from './cast.ts'
import { townVenues } from './town.ts'

export interface CastPage {
  title: string
  people: { key: string; name: string; firstName: string; is: string }[]
}

export const castPage = page<CastPage>('demo/cast')

export function toCastPage(w: Words): CastPage {
  return {
    title: w.t('demo.title'),
    people: cast.map((member) => ({
      key: member.key,
      name: member.name,
      firstName: member.name.split(' ')[0] as string,
      is: describe(member, w),
    })),
  }
}

function describe({ role, venue, job }: CastMember, w: Words): string {
  const place = townVenues.find((one) => one.slug === venue)?.name ?? null
  if (role && place) return w.t('demo.roleAt', { role: w.t(`demo.role.${role}` as Key), venue: place })
  if (role) return w.t(`demo.role.${role}` as Key)
  return w.t('demo.jobAt', { job: job ? w.t(jobKey(job)) : '', venue: place ?? '' })
}

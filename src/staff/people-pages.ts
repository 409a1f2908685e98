import type { PeopleFound } from '#people/record-store.ts'
import { roleKey } from '#people/role.ts'
import type { Role } from '#policy.ts'
import type { Field } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'

/** Everybody by name, or those who were searched for: for the association. */
export interface PeoplePage {
  title: string
  name: Field
  submit: string
  /** How many, or that there is nobody. */
  found: string
  people: readonly { name: string; url: string; about: string }[]
  pages: { text: string; previousUrl: string | null; nextUrl: string | null } | null
}

export const peoplePage = page<PeoplePage>('staff/people')

export const mostOnPage = 50

export interface PeopleView {
  asked: { name: string; page: number }
  found: PeopleFound
  /** Names of venues where each works now, by person. */
  venues: ReadonlyMap<string, readonly string[]>
  /** Roles each holds now, by person. */
  roles: ReadonlyMap<string, readonly Role[]>
}

export function toPeoplePage({ asked, found, venues, roles }: PeopleView, w: Words): PeoplePage {
  const pages = Math.ceil(found.all / mostOnPage)
  const urlOf = (page: number) => (page < 1 || page > pages ? null : `/people?${queryOf(asked.name, page)}`)
  return {
    title: w.t('staff.people'),
    name: {
      name: 'name',
      label: w.t('staff.peopleName'),
      hint: w.t('staff.peopleHint'),
      type: 'search',
      value: asked.name,
      maxlength: 100,
    },
    submit: w.t('staff.peopleSearch'),
    found: found.all === 0 ? w.t('staff.peopleNone') : w.t('staff.peopleFound', { count: found.all }),
    people: found.people.map(({ id, name, claimed }) => ({
      name,
      url: `/people/${id}`,
      about: [
        ...(roles.get(id) ?? []).map((role) => w.t(roleKey(role))),
        venues.has(id) ? w.list(venues.get(id) ?? []) : w.t('staff.worksNowhere'),
        ...(claimed ? [] : [`${w.t('staff.account')}: ${w.t('staff.unclaimed')}`]),
      ].join(' · '),
    })),
    pages:
      pages < 2
        ? null
        : {
            text: w.t('staff.peoplePage', { page: asked.page, pages }),
            previousUrl: urlOf(asked.page - 1),
            nextUrl: urlOf(asked.page + 1),
          },
  }
}

const queryOf = (name: string, page: number) =>
  new URLSearchParams({ ...(name === '' ? {} : { name }), page: String(page) }).toString()

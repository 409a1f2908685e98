import type { Chance } from '#base/chance.ts'
import { type Day, dayOf } from '#base/dates.ts'
import type { Work } from '#db/work.ts'
import type { Actor } from '#policy.ts'

/** Something somebody does at an instant. Who it is may depend on what happened before. */
export interface Entry {
  at: string
  who: () => Actor
  happens: (work: Work) => Promise<unknown>
}

/** What is to happen in the demo town, and who and what is there once it has. */
export interface Diary {
  today: Day
  chance: Chance
  /** Of the one password everybody has. Made before: hashing in a transaction would stop it, and one for each would take seconds. */
  passwordHash: string
  /** Writes down that somebody does something on a day, about that hour (UTC). What lies in the future is left out. */
  on(day: Day, hour: number, who: () => Actor, happens: (work: Work) => Promise<unknown>): void
  /** Everything written down, in order of time. */
  entries(): Entry[]
  /** Ids by short name, filled while it happens. */
  venues: Map<string, string>
  /** Ids by key, filled while it happens. */
  people: Map<string, string>
}

export function openDiary(now: Date, chance: Chance, passwordHash: string): Diary {
  const today = dayOf(now)
  const entries: Entry[] = []
  return {
    today,
    chance,
    passwordHash,
    on(day, hour, who, happens) {
      const at = `${day}T${twoDigits(hour)}:${twoDigits(chance(60))}:00.000Z`
      if (at < now.toISOString()) entries.push({ at, who, happens })
    },
    entries: () => entries.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    venues: new Map(),
    people: new Map(),
  }
}

const twoDigits = (n: number) => String(n).padStart(2, '0')

/** A person of the town, acting for herself. */
export const themselves = (diary: Diary, key: string) => (): Actor => ({
  personId: diary.people.get(key) as string,
  roles: [],
  manages: [],
})

export const theAssociation = (diary: Diary) => (): Actor => ({
  ...themselves(diary, 'olga')(),
  roles: ['association'],
})

import { dayOf } from '#base/dates.ts'
import type { House } from '#house.ts'
import type { Actor } from '#policy.ts'
import { type LookKind, saveLook } from './looks-store.ts'

export interface NotedLook {
  actor: Actor
  kind: LookKind
  personId?: string
  venueId?: string
}

/** What was noted today, so that a page writes at most once a day for each looker and what is looked at. */
interface Noted {
  day: string
  looks: Set<string>
}
const notedIn = new WeakMap<House, Noted>()

/**
 * Notes that somebody looked at the data of a person or of a venue's people, for those to read; once a day. Looking at oneself is not
 * noted. A page never fails for it: what cannot be written is reported, and tried again with the next look.
 */
export async function noteLook(
  house: House,
  { actor, kind, personId, venueId }: NotedLook,
  report: (line: string, fault: unknown) => void = console.error,
): Promise<void> {
  if (personId === actor.personId) return
  const noted = notedToday(house)
  const key = [actor.personId, kind, personId, venueId].join('/')
  if (noted.has(key)) return
  noted.add(key)
  try {
    const look = {
      id: house.newId(),
      lookerId: actor.personId,
      lookerRole: roleOf(actor, venueId),
      kind,
      personId: personId ?? null,
      venueId: venueId ?? null,
    }
    await saveLook(house.db, look, house.clock())
  } catch (fault) {
    noted.delete(key)
    report('a look was not noted', fault)
  }
}

function notedToday(house: House): Set<string> {
  const day = dayOf(house.clock())
  const known = notedIn.get(house)
  if (known?.day === day) return known.looks
  const looks = new Set<string>()
  notedIn.set(house, { day, looks })
  return looks
}

const roleOf = (actor: Actor, venueId: string | undefined): 'manager' | 'association' =>
  venueId !== undefined && actor.manages.includes(venueId) ? 'manager' : 'association'

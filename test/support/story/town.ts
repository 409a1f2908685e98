import type { Browser } from 'playwright-core'
import { publishRevision } from '#courses/publish-revision.ts'
import { addPerson } from '#people/add-person.ts'
import { appointRole } from '#people/appoint-role.ts'
import { confirmEmployment } from '#people/confirm-employment.ts'
import { foundPartnership } from '#people/found-partnership.ts'
import { joinVenue } from '#people/join-venue.ts'
import { openVenue } from '#people/open-venue.ts'
import { clockwork, type Role } from '#policy.ts'
import { setRequirement } from '#requirements/set-requirement.ts'
import { hashPassword } from '#signin/password.ts'
import type { Language } from '#web/language.ts'
import { type Words, wordsIn } from '#web/words.ts'
import { buildApp } from '../../../src/app.ts'
import { openTestHouse, type TestHouse } from '../house.ts'
import { freePort } from '../server.ts'
import { tinyCourse } from '../tiny-course.ts'
import { openWalker, type Walker } from '../walker.ts'

export const password = 'blå lampe vejer regn 7'

/** A town that is served to real browsers, with a clock to move. */
export interface StoryTown {
  house: TestHouse
  /** How everybody in it speaks. */
  w: Words
  /** A phone of its own, with nobody signed in. */
  phone(): Promise<Walker>
  /** A phone on which somebody has just signed in. */
  phoneOf(login: string): Promise<Walker>
  close(): Promise<void>
}

export interface StoryWay {
  language: Language
  javaScript: boolean
}

/**
 * Holstebro from 2 November 2026: Olga is the association, Marco manages Havnen, Kim Kilden; Tove is the only one who works, at Havnen.
 * Every job needs the basic course within 30 days, the door also the door course within 14.
 */
export async function openStoryTown(browser: Browser, { language, javaScript }: StoryWay): Promise<StoryTown> {
  const port = await freePort()
  const baseUrl = `http://127.0.0.1:${port}`
  const house = await openTestHouse({ now: '2026-11-02T09:00:00Z', config: { port, baseUrl } })
  await settle(house, language)
  const app = await buildApp(house)
  await app.listen({ port, host: '127.0.0.1' })

  const phone = () => openWalker(browser, { baseUrl, language, javaScript })
  return {
    house,
    w: wordsIn(language),
    phone,
    phoneOf: async (login) => {
      const walker = await phone()
      await walker.signIn(login, password)
      return walker
    },
    close: async () => {
      await app.close()
      await house.close()
    },
  }
}

async function settle(house: TestHouse, language: Language): Promise<void> {
  const passwordHash = await hashPassword(password)
  await house.as(clockwork, async (work) => {
    await foundPartnership(work, { name: 'Holstebro', demo: false })
    await publishRevision(work, tinyCourse)
    await publishRevision(work, { ...tinyCourse, id: 'doer', title: { da: 'Dørkursus', en: 'Door course' } })
    const countsFromOn = '2026-11-02'
    await setRequirement(work, { job: 'any', courseId: 'grundkursus', days: 30, countsFromOn })
    await setRequirement(work, { job: 'door', courseId: 'doer', days: 14, countsFromOn })

    const add = (name: string) => {
      const login = `${name.split(' ')[0]?.toLowerCase()}@example.dk`
      return addPerson(work, { name, login, passwordHash, language })
    }
    const appoint = async (name: string, role: Role, venueId: string | null) =>
      appointRole(work, { personId: await add(name), role, venueId })
    const havnen = await openVenue(work, { slug: 'havnen', name: 'Havnen', kind: 'bar', address: 'Kajen 1' })
    const kilden = await openVenue(work, { slug: 'kilden', name: 'Kilden', kind: 'disco', address: 'Torvet 2' })
    await appoint('Olga Holm', 'association', null)
    await appoint('Marco Rossi', 'manager', havnen.id)
    await appoint('Kim Bak', 'manager', kilden.id)

    const personId = await add('Tove Riis')
    const herself = { personId, roles: [], manages: [] }
    const tove = await joinVenue({ ...work, actor: herself }, { personId, venueId: havnen.id, job: 'floor' })
    await confirmEmployment({ ...work, actor: { ...herself, roles: ['association'] } }, tove)
  })
}

import type { FastifyInstance } from 'fastify'
import { parse } from 'node-html-parser'
import { expect } from 'vitest'
import { buildApp } from '#app.ts'
import { publishRevision } from '#courses/publish-revision.ts'
import { getJoinCode } from '#people/venue-store.ts'
import { clockwork } from '#policy.ts'
import { newPassword } from '../recovery/settle.ts'
import { post } from '../signin/post.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { type RunningTown, settleRunningTown } from '../support/running-town.ts'
import { cookieOf } from '../support/sign-in.ts'
import { localCourse } from '../town/local-course.ts'

/** A town in which every text that people may write is hostile. No header is relied on. */
export interface HostileTown {
  house: TestHouse
  app: FastifyInstance
  town: RunningTown
  /** The Cookie header of one of the cast. */
  as(who: string): Promise<string>
  /** Of the links that were shown. */
  tokens: readonly string[]
  close(): Promise<void>
}

/** Short enough for every field; the number tells where it was written. */
export const mark = (n: number) => `=${n}"'><img src=x onerror=alert(${n})>`

export async function openHostileTown(): Promise<HostileTown> {
  const house = await openTestHouse({ mailer: { send: async () => {}, close: () => {} } })
  const town = await settleRunningTown(house)
  await house.as(clockwork, (work) => publishRevision(work, localCourse))
  const app = await buildApp(house)
  await app.ready()
  const as = (who: string) => cookieOf(house, town.people[who] as string)
  const hostile = { house, app, town, as, close: () => app.close().then(() => house.close()) }
  return { ...hostile, tokens: await writeEverywhere(hostile) }
}

async function writeEverywhere({ house, app, town, as }: Omit<HostileTown, 'tokens'>): Promise<string[]> {
  const olga = await as('olga')
  const marco = await as('marco')
  const venue = { kind: 'bar', late: 'yes' }
  const place = { name: mark(4), address: mark(5), ...venue }
  const sent = [
    ...(await Promise.all(
      Object.keys(town.people).map(async (who, n) =>
        post(app, '/account/name', { name: `${mark(20 + n)} ${who}` }, { cookie: await as(who) }),
      ),
    )),
    await post(app, '/venues/havnen/settings', { name: mark(2), address: mark(3), ...venue }, { cookie: olga }),
    await post(app, '/town/venues', place, { cookie: olga }),
    await post(
      app,
      '/settings',
      { name: mark(6), contact: mark(7), signatoryName: mark(8), signatoryTitle: mark(9), languages: 'da en' },
      { cookie: olga },
    ),
    await post(
      app,
      '/settings/local',
      { 'da.politi-direkte': mark(10), 'en.politi-direkte': mark(10) },
      { cookie: olga },
    ),
    await post(
      app,
      '/venues/havnen/local',
      { 'da.stedets-adresse': mark(11), 'en.stedets-adresse': mark(11) },
      { cookie: marco },
    ),
    await post(app, `/certificates/${town.values.number}/replacement`, {}, { cookie: await as('ines') }),
    await post(app, `/join/${await getJoinCode(house.db, town.cast.havnen)}`, {
      name: mark(12),
      login: "x'onerror=alert@a.dk",
      job: 'bar',
      password: newPassword,
    }),
  ]
  expect(sent.map(({ statusCode }) => statusCode)).toEqual(sent.map(() => 303))
  const invited = { role: 'manager', venue: 'havnen', name: mark(13), address: "y'onerror=alert@a.dk", language: 'en' }
  const list = `x${mark(14).replaceAll('"', '')};20304050\nx${mark(14)};nope${mark(15)};${mark(16)};${mark(17)}`
  const links = [
    await post(app, '/roles/invitations', invited, { cookie: olga }),
    await post(app, '/venues/havnen/staff/preview', { text: list, job: 'bar' }, { cookie: marco }),
    await post(app, '/venues/havnen/staff', { text: list, job: 'bar' }, { cookie: marco }),
  ]
  for (const answer of links) expectHarmless(answer.body, answer.statusCode)
  return links.flatMap(({ body }) => [...body.matchAll(/\/invitation\/(\w+)/g)].map((match) => match[1] as string))
}

/** Nothing that was written became part of the page: no picture, no script, no attribute. Returns how often it was shown as text. */
export function expectHarmless(html: string, status: number | string): number {
  const page = parse(html, { comment: true })
  const bad = page
    .querySelectorAll('img[src=x], [onerror], script:not([src])')
    .map((element) => `${status}: ${element.toString().slice(0, 80)}`)
  expect(bad).toEqual([])
  expect([status, html.includes('<img src=x')]).toEqual([status, false])
  return html.split('&lt;img src=x').length - 1
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { dayOf, endOf, nightOf } from '#base/dates.ts'
import { publishRevision } from '#courses/publish-revision.ts'
import { readTown } from '#coverage/town-store.ts'
import { readStaff } from '#coverage/venue-store.ts'
import { addPerson } from '#people/add-person.ts'
import { appointRole } from '#people/appoint-role.ts'
import { foundPartnership } from '#people/found-partnership.ts'
import { openVenue } from '#people/open-venue.ts'
import { clockwork } from '#policy.ts'
import { setRequirement } from '#requirements/set-requirement.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { tinyCourse } from '../support/tiny-course.ts'
import { happen, instantIn } from './diary.ts'
import { courseId } from './sentences.ts'
import type { Stage } from './stage.ts'

interface Case {
  title: string
  diary: string[]
  asked: { day: string; known: string; figures: Record<string, string> }[]
}

const names = ['Havnen', 'Kilden', 'Nordlys'] as const
const cases = readFileSync(join(import.meta.dirname, 'cases.md'), 'utf8')
  .split('\n### ')
  .slice(1)
  .map(readCase)

function readCase(text: string): Case {
  const [title = '', ...lines] = text.split('\n')
  const rows = lines
    .filter((line) => /^\| (?!day)/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
  return {
    title,
    diary: lines.filter((line) => line.startsWith('- ')).map((line) => line.slice(2)),
    asked: rows.map(([, day = '', known = '', Havnen = '', Kilden = '', Nordlys = '', Town = '']) => ({
      day,
      known,
      figures: { Havnen, Kilden, Nordlys, Town },
    })),
  }
}

let house: TestHouse
afterEach(() => house?.close())

async function openTown(requires: boolean): Promise<Stage> {
  house = await openTestHouse({ now: '2020-01-01T08:00:00Z' })
  return house.as(clockwork, async (work) => {
    await foundPartnership(work, { name: 'Holstebro', demo: false })
    await publishRevision(work, tinyCourse)
    const venues = new Map<string, string>()
    for (const name of names) {
      const venue = await openVenue(work, { slug: name.toLowerCase(), name, kind: 'bar', address: '' })
      venues.set(name, venue.id)
    }
    const person = { name: 'Olga Holm', login: 'olga@example.dk', passwordHash: 'none', language: 'da' as const }
    const olga = await addPerson(work, person)
    await appointRole(work, { personId: olga, role: 'association', venueId: null })
    if (requires) await setRequirement(work, { job: 'any', courseId, days: 30, countsFromOn: '2020-01-01' })
    return { house, people: new Map([['Olga', olga]]), venues }
  })
}

/** A day as the table writes it: itself, or what `today` or tonight is at an instant. */
function dayIn(text: string): string {
  const [, which, at] = /^(today|night) at (.+)$/.exec(text) ?? []
  if (!which || !at) return text
  const now = new Date(instantIn(at))
  return which === 'night' ? nightOf(now) : dayOf(now)
}

function knownIn(text: string): string {
  if (text === '') return '2031-01-01T00:00:00.000Z'
  return text.includes(':') ? instantIn(text) : endOf(text)
}

const said = ({ covered, within, late }: { covered: number; within: number; late: number }) =>
  `${covered}/${within}/${late}`

test('there are more than sixty cases, each asked for more than one thing or by more than one line', () => {
  expect(cases.length).toBeGreaterThan(60)
  for (const { title, diary, asked } of cases) expect([title, diary.length + asked.length > 2]).toEqual([title, true])
  expect(cases.flatMap(({ asked }) => asked).filter(({ known }) => known !== '').length).toBeGreaterThan(30)
})

test.each(cases.map((one) => [one.title, one] as const))('%s', async (_title, { diary, asked }) => {
  const free = diary[0] === 'no requirement'
  const stage = await openTown(!free)
  for (const line of sorted(free ? diary.slice(1) : diary)) await happen(stage, line)
  house.at('2031-01-01T00:00:00Z')

  for (const { day, known, figures } of asked) {
    const when = { on: dayIn(day), knownAt: knownIn(known) }
    const { venues, town } = await readTown(house.db, when)
    const found: Record<string, string> = { Town: said(town) }
    for (const name of names)
      found[name] = said(venues.find((one) => one.name === name)?.figures ?? { covered: 0, within: 0, late: 0 })
    expect([day, known, found]).toEqual([day, known, figures])

    for (const name of names) {
      const standings = (await readStaff(house.db, stage.venues.get(name) as string, when)).map((one) => one.standing)
      const count = (standing: string) => standings.filter((one) => one === standing).length
      const alone = said({ covered: count('covered'), within: count('within'), late: count('late') })
      expect([day, known, name, alone]).toEqual([day, known, name, figures[name]])
    }
  }
})

/** Lines in the order they happen, whatever the order they are told in. */
const sorted = (diary: readonly string[]) => {
  const at = (line: string) => instantIn(line.split(' ').slice(0, 2).join(' '))
  return [...diary].sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0))
}

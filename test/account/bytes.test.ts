import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { erasePerson } from '#account/erase-person.ts'
import { issueCertificate } from '#certificates/issue-certificate.ts'
import { replaceCertificate } from '#certificates/replace-certificate.ts'
import { readConfig } from '#config.ts'
import { publishRevision } from '#courses/publish-revision.ts'
import { inWork, type Work } from '#db/work.ts'
import type { House } from '#house.ts'
import { recordReading } from '#learning/record-reading.ts'
import { tellPerson } from '#mail/tell-person.ts'
import { addPerson } from '#people/add-person.ts'
import { changeName } from '#people/change-name.ts'
import { foundPartnership } from '#people/found-partnership.ts'
import { joinVenue } from '#people/join-venue.ts'
import { openVenue } from '#people/open-venue.ts'
import { clockwork } from '#policy.ts'
import { issueResetLink } from '#recovery/issue-reset-link.ts'
import { openHouse } from '../../src/open-house.ts'
import { cookieOf } from '../support/sign-in.ts'
import { tinyCourse } from '../support/tiny-course.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'erased-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const traces = ['Zebrafinke', 'zebrafinke', 'Qvistgaard', 'qvistgaard', 'Mosevraa']
const found = () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
  const bytes = files.filter((file) => statSync(file).isFile()).map((file) => readFileSync(file))
  return traces.filter((trace) => bytes.some((one) => one.includes(trace)))
}

async function live(house: House): Promise<string> {
  const settled = await inWork(house, clockwork, async (work) => {
    await foundPartnership(work, { name: 'Holstebro', demo: false })
    const revision = await publishRevision(work, tinyCourse)
    const venue = await openVenue(work, { slug: 'havnen', name: 'Havnen', kind: 'bar', address: 'Kajen 1' })
    const login = 'zebrafinke@mail.example.dk'
    const personId = await addPerson(work, { name: 'Zebrafinke Mosevraa', login, passwordHash: 'x', language: 'da' })
    return { personId, venueId: venue.id, revisionId: revision.id }
  })
  const { personId, venueId, revisionId } = settled
  const self = <T>(task: (work: Work) => Promise<T>) => inWork(house, { personId, roles: [], manages: [] }, task)
  await self((work) => joinVenue(work, { personId, venueId, job: 'bar' }))
  await self((work) => recordReading(work, { courseId: 'grundkursus', moduleId: 'police', pageId: 'why' }))
  const earned = { personId, courseId: 'grundkursus', revisionId, enrolmentId: 'e1' }
  const number = await self((work) => issueCertificate(work, earned))
  await self((work) => changeName(work, { personId, name: 'Zebrafinke Qvistgaard' }))
  await self((work) => replaceCertificate(work, number))
  await self((work) => tellPerson(work, { personId, kind: 'people-merged', values: { login: 'zebrafinke@gl.dk' } }))
  await inWork(house, clockwork, (work) => issueResetLink(work, personId))
  await cookieOf(house, personId)
  return personId
}

test('after erasing, neither name nor login is left in any byte of the data folder, nor in a copy', async () => {
  const house = await openHouse(readConfig({ DATA_DIR: folder }))
  const personId = await live(house)
  expect(found()).toEqual(expect.arrayContaining(['Zebrafinke', 'zebrafinke', 'Qvistgaard', 'qvistgaard']))

  await inWork(house, { personId, roles: [], manages: [] }, (work) => erasePerson(work, personId))
  await house.copyTo(join(folder, 'copy.db'))
  expect(traces.filter((trace) => readFileSync(join(folder, 'copy.db')).includes(trace))).toEqual([])
  await house.close()
  expect(found()).toEqual([])
})

test('a name that was corrected is gone from the file as well, once its certificate is replaced', async () => {
  const house = await openHouse(readConfig({ DATA_DIR: folder }))
  await live(house)
  await house.close()
  const letters = found()
  expect(letters).toContain('Qvistgaard')
  expect(letters).not.toContain('Mosevraa')
})

import { seededChance } from '#base/chance.ts'
import { found } from '#base/refusal.ts'
import { publishRevision } from '#courses/publish-revision.ts'
import { readCourse } from '#courses/read-course.ts'
import { playCourse } from '#demo/play-course.ts'
import { inviteToRole } from '#invitations/invite-to-role.ts'
import { tellPerson } from '#mail/tell-person.ts'
import { packCourse } from '#packages/pack-course.ts'
import { receivePackage } from '#packages/receive-package.ts'
import { addPerson } from '#people/add-person.ts'
import { appointRole } from '#people/appoint-role.ts'
import { confirmEmployment } from '#people/confirm-employment.ts'
import { offerEmployment } from '#people/offer-employment.ts'
import { clockwork } from '#policy.ts'
import { setRequirement } from '#requirements/set-requirement.ts'
import { folderOf, sampleFiles } from '../courses/sample-course.ts'
import { type Cast, settleCast } from './cast.ts'
import { exerciseCourse } from './exercise-course.ts'
import type { TestHouse } from './house.ts'
import type { Thing } from './matrix.ts'

/** The cast in the middle of running a town, with something of every kind that an address can name. */
export interface RunningTown {
  cast: Cast
  /** Ids by first name: the cast, and Kim, who manages Kilden. */
  people: Readonly<Record<string, string>>
  thing: Thing
  /** What is Ines' or Havnen's, by the name of the parameter; and the same with what does not exist. */
  values: Readonly<Record<string, string>>
  nowhere: Readonly<Record<string, string>>
}

export async function settleRunningTown(house: TestHouse): Promise<RunningTown> {
  const cast = await settleCast(house, exerciseCourse)
  const { ines, marco, ada, olga, pernille, noor } = cast
  const kim = await house.as(clockwork, async (work) => {
    const personId = await addPerson(work, {
      name: 'Kim Bak',
      login: 'kim@example.dk',
      passwordHash: 'x',
      language: 'da',
    })
    await appointRole(work, { personId, role: 'manager', venueId: cast.kilden })
    await setRequirement(work, { job: 'any', courseId: 'grundkursus', days: 30, countsFromOn: '2026-11-01' })
    return personId
  })
  await publishSample(house)
  await receiveSample(house, ada)
  const play = { courseId: 'grundkursus', modules: 2, stumbles: false, chance: seededChance(3) }
  await house.as({ personId: ines, roles: [], manages: [] }, (work) => playCourse(work, play))
  const employment = await idOf(house, 'employments', ines)
  house.at('2026-11-22T13:00:00Z')
  await house.as(marco, (work) => confirmEmployment(work, employment))
  await house.as(kim, (work) =>
    offerEmployment(work, { personId: ines, venueId: cast.kilden, job: 'bar', firstOn: '2026-11-22' }),
  )
  await house.as(olga, async (work) => {
    await inviteToRole(work, { role: 'partner', venueId: null, toName: 'Per', toAddress: null, language: 'da' })
    await tellPerson(work, { personId: ines, kind: 'employment-confirmed', values: { venue: 'Havnen' } })
  })
  return {
    cast,
    people: { ines, marco, ada, olga, pernille, noor, kim },
    thing: { personId: ines, venueId: cast.havnen, roles: [], worksAt: [cast.havnen], onceAssociation: false },
    values: { ...shared, ...(await thingsOf(house, cast, employment)) },
    nowhere: { ...shared, ...nothing },
  }
}

/** A second course with its files, as a trainer finds it on her desk. */
const publishSample = (house: TestHouse) =>
  house.as(clockwork, (work) => {
    const folder = folderOf(sampleFiles)
    const course = found(readCourse(folder).course, 'the sample course')
    const files = new Map([...folder.files].map(([path, bytes]) => [path, found(bytes, path)]))
    return publishRevision(work, course, { files, origin: 'shipped' })
  })

/** The same course as a package from another town. */
async function receiveSample(house: TestHouse, ada: string): Promise<void> {
  const { id, files } = folderOf(sampleFiles)
  const from = { revision: null, exportedAt: '2026-11-20T12:00:00.000Z', exportedFrom: 'Struer' }
  const whole = new Map([...files].map(([path, bytes]) => [path, found(bytes, path)]))
  const zip = await packCourse({ courseId: id, ...from }, whole)
  await house.as(ada, (work) => receivePackage(work, { courseId: id, zip }))
}

/** Course text and secrets: the same for everybody. */
const shared = {
  ...{ course: 'grundkursus', module: 'police', page: 'why', step: 'start', n: '1' },
  ...{ code: 'nowhere0', token: 'no-token', sha256: '0'.repeat(64), revision: 'r', file: 'x.svg' },
}

const nothing = {
  ...{ id: 'id_999991', number: '0'.repeat(26), venue: 'nowhere', employment: 'id_999992', person: 'id_999993' },
  ...{ other: 'id_999994', letter: 'id_999995', offer: 'id_999996', role: 'id_999997', invitation: 'id_999998' },
  round: 'id_999999',
  package: 'id_999990',
}

async function thingsOf(house: TestHouse, cast: Cast, employment: string): Promise<Record<string, string>> {
  const { number } = await house.db.selectFrom('certificates').select('number').executeTakeFirstOrThrow()
  const managing = await house.db
    .selectFrom('role_facts')
    .select('id')
    .where('person_id', '=', cast.marco)
    .executeTakeFirstOrThrow()
  return {
    id: await idOf(house, 'attempts', cast.ines),
    number,
    round: (await house.db.selectFrom('exercise_rounds').select('id').executeTakeFirstOrThrow()).id,
    package: (await house.db.selectFrom('packages').select('id').executeTakeFirstOrThrow()).id,
    venue: 'havnen',
    employment,
    person: cast.ines,
    other: cast.noor,
    letter: await idOf(house, 'letters', cast.ines),
    offer: await idOf(house, 'employment_offers', cast.ines),
    role: managing.id,
    invitation: (await house.db.selectFrom('invitations').select('id').executeTakeFirstOrThrow()).id,
  }
}

type Table = 'employments' | 'attempts' | 'letters' | 'employment_offers'
const idOf = async (house: TestHouse, table: Table, personId: string): Promise<string> =>
  (await house.db.selectFrom(table).select('id').where('person_id', '=', personId).executeTakeFirstOrThrow()).id

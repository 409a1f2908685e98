import type Database from 'better-sqlite3'
import { type Chance, seededChance } from '#base/chance.ts'
import { systemClock } from '#base/clock.ts'
import { addDays, addMonths, type Day, dayOf } from '#base/dates.ts'
import type { CourseDocument } from '#courses/course.ts'
import { tinyCourse } from '../support/tiny-course.ts'

export interface TownSize {
  venues: number
  /** In all, spread evenly over the venues; every twentieth works at two. */
  people: number
  certificatesPerPerson: number
  /** Courses people have certificates of; what is over are earlier certificates of the same. Default half of `certificatesPerPerson`: each was renewed once. */
  courses?: number
  /** How many of the courses every job needs. Default 1. */
  required?: number
  /** Modules of all the courses together. Default 2 a course. */
  modules?: number
  /** The last day of the town's history. Default the day it is made. */
  today?: Day
  /** People of a hundred who are complete. Default 82. */
  complete?: number
}

/** What was made: short names of the venues, ids of the courses. */
export interface Town {
  venues: readonly string[]
  courses: readonly string[]
}

const jobs = ['bar', 'bar', 'bar', 'floor', 'floor', 'kitchen', 'door', 'duty-manager']
const historyDays = 1200
const id = (kind: string, n: number) => `${kind}${String(n).padStart(25, '0')}`

/** Writes an invented big town straight into a migrated database, past the rules: for measuring only. The same size and day give the same town. */
export function fillTown(database: Database.Database, size: TownSize): Town {
  const today = size.today ?? dayOf(systemClock())
  const courses = Array.from(
    { length: size.courses ?? Math.ceil(size.certificatesPerPerson / 2) },
    (_, n) => `maalekursus-${n + 1}`,
  )
  const venues = Array.from({ length: size.venues }, (_, n) => `maalested-${n + 1}`)
  const days = Array.from({ length: historyDays + 1 }, (_, back) => addDays(today, -back))
  const chance = seededChance(7)

  database.pragma('foreign_keys = OFF')
  database.transaction(() => {
    writeCourses(database, courses, size, days[historyDays] as Day)
    const venue = insert(database, 'venues', ['id', 'slug', 'name', 'kind', 'address', 'created_at'])
    for (const [n, slug] of venues.entries())
      venue(id('v', n), slug, `Målested ${n + 1}`, 'bar', 'Målevej 1', at(days[historyDays] as Day))
    const write = writers(database, { days, courses, venues: venues.length, chance, size })
    for (let n = 0; n < size.people; n++) write(n)
  })()
  database.pragma('foreign_keys = ON')
  database.exec('analyze')
  return { venues, courses }
}

interface Setting {
  days: readonly Day[]
  courses: readonly string[]
  venues: number
  chance: Chance
  size: TownSize
}

function writers(database: Database.Database, setting: Setting): (n: number) => void {
  const person = insert(database, 'people', ['id', 'name', 'search_name', 'language', 'joined_at'])
  const employ = employer(database, setting)
  const certify = certifier(database, setting)
  const learn = learner(database, setting)
  const { chance, days } = setting

  return (n) => {
    const started = chance(20) === 0 ? chance(30) : 30 + chance(1000)
    person(id('p', n), `Målt Person ${n}`, `maalt person ${n}`, 'da', at(days[started] as Day))
    employ(n, n % setting.venues, started)
    if (n % 20 === 0 && setting.venues > 1) employ(n, (n + 1) % setting.venues, started)
    const complete = chance(100) < (setting.size.complete ?? 82)
    certify(n, complete)
    if (!complete) learn(n, started)
  }
}

/** One confirmed employment as two rows, as joining and confirming write them; one in twelve left and came back, one in fifty is not confirmed. */
function employer(database: Database.Database, { days, chance }: Setting) {
  const fact = insert(database, 'employment_facts', [
    ...['id', 'employment_id', 'person_id', 'venue_id', 'job', 'first_on', 'last_on'],
    ...['confirmed_at', 'confirmed_by', 'written_at', 'written_by', 'superseded_at'],
  ])
  const employment = insert(database, 'employments', ['id', 'person_id', 'venue_id'])
  let facts = 0
  let employments = 0

  return (n: number, venue: number, started: number) => {
    const spells = chance(12) === 0 && started > 300 ? [started, 100] : [started]
    for (const [place, back] of spells.entries()) {
      const employmentId = id('e', employments++)
      employment(employmentId, id('p', n), id('v', venue))
      const first = days[back] as Day
      const last = place + 1 < spells.length ? (days[150] as Day) : null
      const job = jobs[chance(jobs.length)] as string
      const confirmed = chance(50) > 0 ? at(days[Math.max(back - 2, 0)] as Day) : null
      const row = [employmentId, id('p', n), id('v', venue), job, first]
      fact(id('f', facts++), ...row, null, null, null, at(first), id('p', n), confirmed)
      if (confirmed) fact(id('f', facts++), ...row, last, confirmed, 'olga', confirmed, 'olga', null)
    }
  }
}

/** The newest certificate of each course is valid unless one is missing or has run out; earlier ones lie two years apart. */
function certifier(database: Database.Database, { days, courses, chance, size }: Setting) {
  const certificate = insert(database, 'certificates', [
    ...['number', 'person_id', 'course_id', 'revision_id', 'enrolment_id', 'holder_name', 'name_salt', 'name_sha256'],
    ...['snapshot', 'issued_at', 'issued_on', 'last_on'],
  ])
  const ending = insert(database, 'certificate_endings', [
    ...['id', 'certificate_number', 'kind', 'reason', 'from_on', 'written_at', 'written_by'],
  ])
  const lasts = days.map((day) => addMonths(day, 24))
  const hash = '0'.repeat(64)
  let written = 0

  return (n: number, complete: boolean) => {
    const fault = complete ? -1 : chance(size.required ?? 1)
    for (let k = 0; k < size.certificatesPerPerson; k++) {
      const course = courses[k % courses.length] as string
      const earlier = Math.floor(k / courses.length)
      if (k === fault && earlier === 0 && chance(2) === 0) continue
      const back = Math.min(k === fault ? 800 + chance(100) : chance(600) + earlier * 100, historyDays)
      const number = id('C', written++)
      const on = days[back] as Day
      const last = earlier > 0 ? (days[Math.max(back - 90, 1)] as Day) : (lasts[back] as Day)
      certificate(number, id('p', n), course, `${course}-r`, id('l', written), null, 's', hash, '{}', at(on), on, last)
      if (earlier === 0 && chance(500) === 0) {
        const from = days[Math.max(back - 20, 0)] as Day
        ending(id('x', written), number, 'revoked', 'measured', from, at(from), 'olga')
      }
    }
  }
}

/** Whoever is not complete has begun every course and passed half of its modules. */
function learner(database: Database.Database, { days, courses }: Setting) {
  const enrolment = insert(database, 'enrolments', ['id', 'person_id', 'course_id', 'revision_id', 'started_at'])
  const attempt = insert(database, 'attempts', [
    ...['id', 'enrolment_id', 'person_id', 'module_id', 'number', 'asked', 'started_at', 'submitted_at'],
    ...['right_count', 'question_count', 'passed_at'],
  ])
  const modulesOf = new Map(courses.map((course) => [course, moduleIds(database, course)]))
  let enrolments = 0
  let attempts = 0

  return (n: number, started: number) => {
    const when = at(days[Math.max(started - 1, 0)] as Day)
    for (const course of courses) {
      const enrolmentId = id('n', enrolments++)
      enrolment(enrolmentId, id('p', n), course, `${course}-r`, when)
      for (const [place, module] of (modulesOf.get(course) as string[]).entries())
        if (place % 2 === 0)
          attempt(id('a', attempts++), enrolmentId, id('p', n), module, 1, '[]', when, when, 12, 12, when)
    }
  }
}

function writeCourses(database: Database.Database, courses: readonly string[], size: TownSize, from: Day): void {
  const modules = size.modules ?? courses.length * 2
  const revision = insert(database, 'revisions', [
    ...['id', 'course_id', 'number', 'sha256', 'document', 'published_at', 'published_by'],
  ])
  const requirement = insert(database, 'requirement_facts', [
    ...['id', 'job', 'course_id', 'days', 'counts_from_on', 'written_at', 'written_by'],
  ])
  for (const [n, course] of courses.entries()) {
    const count = Math.ceil((modules - n) / courses.length)
    const document: CourseDocument = {
      ...tinyCourse,
      id: course,
      modules: Array.from({ length: count }, (_, k) => ({ ...tinyCourse.modules[0]!, id: `modul-${n + 1}-${k + 1}` })),
    }
    revision(`${course}-r`, course, 1, '0'.repeat(64), JSON.stringify(document), at(from), 'clockwork')
    if (n < (size.required ?? 1)) requirement(id('q', n), 'any', course, 30, from, at(from), 'clockwork')
  }
}

function moduleIds(database: Database.Database, course: string): string[] {
  const text = database.prepare('select document from revisions where course_id = ?').pluck().get(course) as string
  return (JSON.parse(text) as CourseDocument).modules.map((module) => module.id)
}

const at = (day: Day) => `${day}T10:00:00.000Z`

function insert(database: Database.Database, table: string, columns: readonly string[]) {
  const places = columns.map(() => '?').join(', ')
  const statement = database.prepare(`insert into ${table} (${columns.join(', ')}) values (${places})`)
  return (...values: readonly (string | number | null)[]) => {
    statement.run(...values)
  }
}

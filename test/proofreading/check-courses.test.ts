import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { localKeysIn } from '#courses/local.ts'
import { readCourses } from '#courses/read-courses.ts'
import { checkCourses } from '#proofreading/check-courses.ts'
import { root } from '../support/source.ts'

const shipped = join(root, 'courses')
const copied = join(mkdtempSync(join(tmpdir(), 'check-')), 'courses')
afterAll(() => rmSync(join(copied, '..'), { recursive: true, force: true }))

test('the shipped courses are without a fault and without a remark', async () => {
  const { text, ok } = await checkCourses(shipped)
  expect(ok, text).toBe(true)
})

test('what is shipped is told as a table, in both languages', async () => {
  const { text } = await checkCourses(shipped)
  expect(text).toMatch(/Modul +Sider +Ord \(da\) +Ord \(en\) +LIX +Længste er rigtigt +Spørgsmål +Ikke gennemset af/)
  expect(text).toMatch(
    /politisamarbejde +\d +\d{4} +\d{4} +\d\d +\d+% +\d\d: \d+ one right, \d several right, .*\(4 must be right, \d+ about doing\) +police, first aid instructor, lawyer/,
  )
  expect(text).toContain('Ingen fejl og ingen bemærkninger.')
  expect((await checkCourses(shipped, ['en'])).text).not.toContain('Ingen fejl')
})

test('faults are told with file and line, in Danish and in English', async () => {
  cpSync(shipped, copied, { recursive: true })
  const quiz = join(copied, 'grundkursus/politisamarbejde/da/quiz.md')
  writeFileSync(quiz, readFileSync(quiz, 'utf8').replace('[x]', '[ ]'))
  const { text, ok } = await checkCourses(copied)
  expect(ok).toBe(false)
  expect(text).toMatch(
    /^courses\/grundkursus\/politisamarbejde\/da\/quiz\.md:3 spørgsmålet ".+" har intet rigtigt svar$/m,
  )
  expect(text).toMatch(/^courses\/grundkursus\/politisamarbejde\/da\/quiz\.md:3 question ".+" has no right answer$/m)
  expect(text).toMatch(/fejl\. Ret (den|dem), og kør tjekket igen/)
  expect(text).not.toContain('politisamarbejde  ')
})

test('an empty folder is no fault', async () => {
  expect(await checkCourses(join(copied, 'grundkursus/politisamarbejde/da'), ['en'])).toEqual({
    text: 'No courses in the folder.',
    ok: true,
  })
})

test('every local fact a shipped course declares is asked for in it', async () => {
  const { courses } = await readCourses(shipped)
  expect(courses.length).toBeGreaterThan(0)
  for (const course of courses)
    expect(localKeysIn(JSON.stringify(course.modules)).toSorted()).toEqual(Object.keys(course.local).toSorted())
})

test('a local fact that several courses ask for is the same fact in all of them', async () => {
  const { courses } = await readCourses(shipped)
  const facts = courses.flatMap((course) => Object.entries(course.local))
  for (const [key, fact] of facts)
    for (const [, other] of facts.filter(([same]) => same === key)) expect([key, other]).toEqual([key, fact])
})

test('every shipped course that builds on another builds on one that is shipped', async () => {
  const { courses } = await readCourses(shipped)
  const ids = courses.map(({ id }) => id)
  expect(courses.flatMap(({ buildsOn }) => buildsOn).filter((id) => !ids.includes(id))).toEqual([])
})

test('no shipped text has been reviewed yet, and every module says so', async () => {
  const { courses } = await readCourses(shipped)
  expect(courses.flatMap(({ modules }) => modules.flatMap(({ reviewed }) => reviewed))).toEqual([])
  const { text } = await checkCourses(shipped, ['en'])
  const modules = courses.flatMap(({ modules }) => modules)
  expect(text.match(/police, first aid instructor, lawyer$/gm)).toHaveLength(modules.length)
})

test('telephone numbers other than the emergency ones stand in local facts, not in pages, situations and cards', async () => {
  const { courses } = await readCourses(shipped)
  for (const module of courses.flatMap(({ modules }) => modules)) {
    const { pages, situation, card } = module
    expect([
      module.id,
      JSON.stringify({ pages, situation, card }).match(
        /\b\d\d \d\d \d\d \d\d\b|\b\d\d \d{3} \d{3}\b|\b116 006\b|\b1888\b/,
      ),
    ]).toEqual([module.id, null])
  }
})

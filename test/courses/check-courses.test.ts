import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { checkCourses } from '#courses/check-courses.ts'
import { localKeysIn } from '#courses/local.ts'
import { readCourses } from '#courses/read-courses.ts'
import { root } from '../support/source.ts'

const shipped = join(root, 'courses')
const copied = join(mkdtempSync(join(tmpdir(), 'check-')), 'courses')
afterAll(() => rmSync(join(copied, '..'), { recursive: true, force: true }))

test('the shipped courses are without a fault', async () => {
  const { text, ok } = await checkCourses(shipped)
  expect(ok, text).toBe(true)
})

test('what is shipped is told as a table, in both languages', async () => {
  const { text } = await checkCourses(shipped)
  expect(text).toMatch(/Modul +Sider +Ord \(da\) +Ord \(en\) +Spørgsmål/)
  expect(text).toMatch(
    /politisamarbejde +\d +\d{4} +\d{4} +\d\d: \d+ one right, \d several right, .*\(4 must be right\)/,
  )
  expect(text).toContain('Ingen fejl.')
  expect((await checkCourses(shipped, ['en'])).text).not.toContain('Ingen fejl.')
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
  expect(text).toMatch(/Ret dem, og kør tjekket igen/)
  expect(text).not.toContain('Ord (da)')
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

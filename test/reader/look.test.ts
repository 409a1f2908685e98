import { afterAll, expect, test } from 'vitest'
import { coursesFolder } from '#config.ts'
import type { CourseFolder } from '#courses/folder.ts'
import { readFolders } from '#courses/folder.ts'
import { lookAtFile, readBank, readWhole } from '#reader/look.ts'
import { openReader } from '#reader/open-reader.ts'
import { surroundingsOf } from '#reader/surroundings.ts'

// Time enough on a machine that does much else; what takes too long is the matter of slow-texts.test.ts.
const house = { reader: openReader({ patience: { file: 5_000 } }) }
afterAll(() => house.reader.close())

const folder = readFolders(coursesFolder).find(({ id }) => id === 'grundkursus') as CourseFolder
const quiz = 'politisamarbejde/da/quiz.md'
const text = (path: string) => new TextDecoder().decode(folder.files.get(path) ?? new Uint8Array())
const changed = (path: string, change: (text: string) => string): CourseFolder => ({
  ...folder,
  files: new Map([...folder.files, [path, new TextEncoder().encode(change(text(path)))]]),
})

test('every text of a course that is published reads without a fault, alone as with the whole', async () => {
  const whole = await readWhole(house, folder)
  expect([whole.faults, whole.course?.id]).toEqual([[], 'grundkursus'])
  for (const path of [...folder.files.keys()].filter((one) => /^(course|politi.*)\.(md|yaml)$/.test(one))) {
    const look = await lookAtFile(house, { folder, path })
    expect([path, look.faults, look.twinFaults]).toEqual([path, [], []])
  }
})

test('a look tells what the file says and what stands around it', async () => {
  const look = await lookAtFile(house, { folder, path: quiz })
  expect(look).toMatchObject({ kind: 'quiz', titles: { course: { da: 'Grundkursus' } } })
  expect(look.questions?.[0]).toMatchObject({ unread: false, options: expect.any(Array) })
  expect(Object.keys(look.sources).length).toBeGreaterThan(1)
  expect(look.local['politi-direkte']?.neutral.da).toBeTruthy()
  const situation = await lookAtFile(house, { folder, path: 'politisamarbejde/en/situation.md' })
  expect(situation.situation?.steps.length).toBeGreaterThan(5)
})

test('the same fault is told for one file as for the whole course', async () => {
  const broken = changed(quiz, (was) => was.replace('[x]', '[ ]').replace('page=', 'page=nowhere-'))
  const whole = await readWhole(house, broken)
  const look = await lookAtFile(house, { folder: broken, path: quiz })
  expect(whole.course).toBeNull()
  expect(look.faults.length).toBeGreaterThan(0)
  expect([...look.faults, ...look.twinFaults]).toEqual(whole.faults)
})

test('what differs between the languages is told in both files', async () => {
  const broken = changed(quiz, (was) => was.replace(' must ', ' '))
  const danish = await lookAtFile(house, { folder: broken, path: quiz })
  const english = await lookAtFile(house, { folder: broken, path: quiz.replace('/da/', '/en/') })
  expect(danish.faults).toEqual([])
  expect(danish.twinFaults.map(({ code }) => code)).toEqual(['otherAttribute'])
  expect(english.faults).toEqual(danish.twinFaults)
})

test('a file of settings tells what is wrong in it, and remarks are made about texts', async () => {
  const unlisted = changed('course.yaml', (was) => was.replace('[politisamarbejde, ', '['))
  const course = await lookAtFile(house, { folder: unlisted, path: 'course.yaml' })
  expect(course.faults.map(({ code }) => code)).toEqual(['moduleNotListed'])
  const page = 'politisamarbejde/da/01-hvorfor.md'
  const long = await lookAtFile(house, {
    folder: changed(page, (was) => `${was}\n${'Et ord til. '.repeat(400)}`),
    path: page,
  })
  expect(long.remarks.map(({ code }) => code)).toContain('pageTooLong')
})

test('only what a file needs is sent to the thread', () => {
  const { files } = surroundingsOf({ folder, path: quiz }).folder
  const sent = [...files].filter(([, bytes]) => bytes !== null).map(([path]) => path)
  expect(sent.toSorted()).toEqual([
    'course.yaml',
    'politisamarbejde/da/quiz.md',
    'politisamarbejde/en/quiz.md',
    'politisamarbejde/module.yaml',
  ])
  expect(files.has('politisamarbejde/da/01-hvorfor.md')).toBe(true)
})

test('a bank is read question by question', async () => {
  const bank = '::a:: Hvad? {=Det ~Andet}\n\n::b:: Skriv! {}\n'
  const read = await readBank(house, { text: bank, format: null, language: 'da' })
  expect(read.map(({ line }) => line)).toEqual([1, 3])
  expect(read[1]).toHaveProperty('refused')
})

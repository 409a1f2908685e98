import { afterEach, beforeEach, expect, test } from 'vitest'
import { addText } from '#authoring/add-text.ts'
import { beginCourse } from '#authoring/begin-course.ts'
import { beginModule } from '#authoring/begin-module.ts'
import { newCourse } from '#authoring/course-settings-pages.ts'
import { newModule } from '#authoring/module-settings-pages.ts'
import { starterKinds } from '#authoring/starters.ts'
import { faultLine } from '#courses/faults.ts'
import { readCourse } from '#courses/read-course.ts'
import { workingFolder } from '#drafts/store.ts'
import { wordsIn } from '#web/words.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
let cast: Cast
beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
})
afterEach(() => house.close())

const told = (da: string, en = '') => ({ title: { da, en }, summary: { da: `Om ${da}`, en: '' } })
const question = (n: number) =>
  `### Nummer ${n}? {#q${n} page=vi-lukker source=egen-viden}\n1. [x] Ja\n2. [ ] Nej\n   > Jo.\n> Sådan.\n\n`

test.each(['da', 'en'] as const)(
  'a course begun from nothing (%s) lacks its questions and nothing else',
  async (language) => {
    const courseId = await house.as(cast.ada, async (work) => {
      const id = await beginCourse(work, { ...newCourse, ...told('Støj på gaden') })
      const settings = { ...newModule(wordsIn(language)), ...told('Vi lukker', 'We close') }
      const moduleId = await beginModule(work, { courseId: id, settings, language })
      for (const kind of starterKinds)
        await addText(work, { courseId: id, moduleId, kind, title: { da: 'Ny', en: '' }, language })
      return id
    })
    expect(courseId).toBe('stoej-paa-gaden')
    const folder = await workingFolder(house.db, courseId)
    expect([...folder.files.keys()].filter((path) => !path.includes('/en/'))).toEqual([
      'course.yaml',
      'vi-lukker/da/01-vi-lukker.md',
      'vi-lukker/da/02-ny.md',
      'vi-lukker/da/hjaelpekort.md',
      'vi-lukker/da/quiz.md',
      'vi-lukker/da/situation.md',
      'vi-lukker/module.yaml',
    ])
    expect(readCourse(folder).faults.map(({ code }) => code)).toEqual(['noQuestions', 'noQuestions'])

    const quiz = new TextEncoder().encode(`# Quiz\n\n${[1, 2, 3, 4, 5, 6].map(question).join('')}`)
    const files = new Map([...folder.files, ['vi-lukker/da/quiz.md', quiz], ['vi-lukker/en/quiz.md', quiz]])
    const { course, faults } = readCourse({ ...folder, files })
    expect(faults.map((fault) => faultLine(fault, 'en'))).toEqual([])
    expect(course?.modules[0]).toMatchObject({
      title: { da: 'Vi lukker', en: 'We close' },
      quiz: { draw: 3, pass: 80 },
    })
  },
)

test('a second course and module of the same name get ids of their own, and no module is called new', async () => {
  await house.as(cast.ada, async (work) => {
    const settings = { ...newModule(wordsIn('da')), ...told('New') }
    expect(await beginCourse(work, { ...newCourse, ...told('Import') })).toBe('import-2')
    expect(await beginCourse(work, { ...newCourse, ...told('Grundkursus') })).toBe('grundkursus-2')
    expect(await beginModule(work, { courseId: 'import-2', settings, language: 'da' })).toBe('new-2')
    expect(await beginModule(work, { courseId: 'import-2', settings, language: 'da' })).toBe('new-3')
  })
})

test('nobody but a trainer begins anything', async () => {
  for (const who of [cast.olga, cast.marco, cast.ines])
    await expect(house.as(who, (work) => beginCourse(work, { ...newCourse, ...told('Mit') }))).rejects.toThrow('write')
})

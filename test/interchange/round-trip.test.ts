import { expect, test } from 'vitest'
import { coursesFolder } from '#config.ts'
import { readCourses } from '#courses/read-courses.ts'
import { languages } from '#web/language.ts'
import { inOneLanguage, outAndIn } from './round-trip.ts'

const { courses } = await readCourses(coursesFolder)
const banks = courses.flatMap((course) =>
  course.modules.map((module) => ({ name: `${course.id}/${module.id}`, module })),
)

test('there are banks of every kind GIFT has', () => {
  expect(banks.length).toBeGreaterThan(10)
  const kinds = new Set(banks.flatMap(({ module }) => module.questions.map(({ kind }) => kind)))
  expect([...kinds].sort()).toEqual(['match', 'number', 'one', 'order', 'several'])
})

for (const language of languages)
  test.each(banks)(`$name comes back from GIFT as it went, in ${language}`, ({ module: { questions } }) => {
    const { gift, read, back } = outAndIn(questions, language)
    const kept = questions.filter(({ kind }) => kind !== 'order')
    expect(read.filter((question) => 'refused' in question)).toEqual([])
    expect(back).toEqual(kept.map((question) => inOneLanguage(question, language)))
    for (const { id, kind } of questions) expect(gift).toContain(kind === 'order' ? `(${id})` : `[id:${id}]`)
  })

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Fault, faultLine } from '#courses/faults.ts'
import { readCourse } from '#courses/read-course.ts'
import { da } from '#courses/words.da.ts'
import { en } from '#courses/words.en.ts'
import { root } from '../support/source.ts'
import { folderOf } from './sample-course.ts'

const readme = readFileSync(join(root, 'courses/README.md'), 'utf8')
const example = /\*\*`glaskursus\/(?<path>[^`]+)`\*\*\n\n```\w+\n(?<text>[\s\S]*?)```\n/g
const files = Object.fromEntries(
  Array.from(readme.matchAll(example), ({ groups }) => [groups?.path ?? '', groups?.text ?? '']),
)

test('the course in courses/README.md is complete and without a fault', () => {
  expect(Object.keys(files)).toHaveLength(13)
  const { course, faults } = readCourse(folderOf(files, 'glaskursus'))
  expect(faults.map((fault) => faultLine(fault, 'en'))).toEqual([])
  const [module] = course?.modules ?? []
  expect(module?.questions.map(({ kind }) => kind)).toEqual(['one', 'several', 'order', 'match', 'number'])
  expect(module?.questions.some(({ must }) => must)).toBe(true)
  expect(Object.keys(course?.images ?? {})).toEqual(['glas/kost.svg'])
  expect(module?.card?.title).toEqual({ da: 'Knust glas', en: 'Broken glass' })
  const html = module?.pages.map((page) => page.html.da).join('') ?? ''
  for (const kind of ['huskekort', 'advarsel', 'lokalt']) expect(html).toContain(`data-kind="${kind}"`)
  expect(html).toContain('{{lokalt:skadestue}}')
})

test('the fault messages it explains are those one gets', () => {
  const known = [...Object.values(da), ...Object.values(en)].map((text) => text.replaceAll(/\{\{\w+\}\}/g, '…'))
  const tables = readme.split(/^\| (?:beskeden|the message) \|.*\n\|---\|---\|\n/m).slice(1)
  const explained = tables.flatMap((table) =>
    (table.split('\n\n')[0] ?? '').split('\n').map((row) => row.split(' | ')[0]?.slice(2) ?? ''),
  )
  expect(explained.length).toBeGreaterThan(20)
  expect(explained.filter((message) => !known.includes(message))).toEqual([])
})

test('the fault it shows as an example is one such line', () => {
  const quiz = 'glas/da/quiz.md'
  const broken = { ...files, [quiz]: (files[quiz] ?? '').replace('[x] Bliver', '[ ] Bliver') }
  const { faults } = readCourse(folderOf(broken, 'glaskursus'))
  for (const language of ['da', 'en'] as const) expect(readme).toContain(faultLine(faults[0] as Fault, language))
})

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parse } from 'node-html-parser'
import { afterAll, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { fairChance } from '#base/chance.ts'
import { certificatesOf } from '#certificates/store.ts'
import { coursesFolder } from '#config.ts'
import { importCourses } from '#courses/import-courses.ts'
import { findPublished } from '#courses/store.ts'
import { playCourse } from '#demo/play-course.ts'
import { settleCast } from '../support/cast.ts'
import { openTestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

const folder = mkdtempSync(join(tmpdir(), 'another-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The module "glas" as courses/README.md shows it to trainers, written into a folder. */
function writeExample(into: string): void {
  const readme = readFileSync(join(coursesFolder, 'README.md'), 'utf8')
  const example = /\*\*`glaskursus\/(?<path>glas\/[^`]+)`\*\*\n\n```\w+\n(?<text>[\s\S]*?)```\n/g
  for (const { groups } of readme.matchAll(example)) {
    const path = join(into, groups?.path ?? '')
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, groups?.text ?? '')
  }
}

test('a module copied from the trainers’ guide into the basic course and named in course.yaml is learned, examined and certified', async () => {
  const course = join(folder, 'grundkursus')
  cpSync(join(coursesFolder, 'grundkursus'), course, { recursive: true })
  writeExample(course)
  const yaml = join(course, 'course.yaml')
  const text = readFileSync(yaml, 'utf8')
  const local =
    '  skadestue:\n    label: { da: Nummer, en: Number }\n    neutral: { da: skadestuen, en: the hospital }\n'
  writeFileSync(
    yaml,
    text.replace(/^modules: \[(.*)\]$/m, 'modules: [$1, glas]').replace(/^local:\n/m, `local:\n${local}`),
  )

  const house = await openTestHouse()
  const cast = await settleCast(house)
  const faults: string[] = []
  await importCourses(house, folder, (line) => faults.push(line))
  expect(faults).toEqual([])
  const published = await findPublished(house.db, 'grundkursus')
  expect(published?.document.modules.at(-1)?.id).toBe('glas')

  const app = await buildApp(house)
  const cookie = await cookieOf(house, cast.ines)
  const open = async (url: string) => parse((await app.inject({ url: `${url}?lang=da`, headers: { cookie } })).body)
  expect((await open('/learning/grundkursus')).textContent).toContain('Når et glas går i stykker')
  expect((await open('/learning/grundkursus/glas/hvorfor')).querySelector('h1')?.textContent).toBe('Et glas er nok')
  expect((await open('/cards/grundkursus/glas')).querySelector('h1')?.textContent).toBe('Knust glas')

  const play = { courseId: 'grundkursus', modules: 100, stumbles: false, chance: fairChance }
  await house.as(cast.ines, (work) => playCourse(work, play))
  expect((await certificatesOf(house.db, cast.ines)).map((one) => one.courseId)).toEqual(['grundkursus'])
  await app.close()
  await house.close()
})

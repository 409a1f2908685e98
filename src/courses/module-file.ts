import { type Static, Type } from 'typebox'
import { exercises } from './course.ts'
import type { Note } from './faults.ts'
import { readYaml } from './yaml-file.ts'
import { bySlug, day, inBoth, listOf, oneOf, shape, text, url, whole, yesNo } from './yaml-shapes.ts'

const moduleFile = shape({
  title: inBoth(text),
  summary: inBoth(text),
  minutes: whole(1, 240),
  objectives: inBoth(listOf(text, 12)),
  quiz: Type.Optional(
    shape({
      draw: Type.Optional(whole(1, 50)),
      pass: Type.Optional(whole(1, 100)),
      attempts: Type.Optional(whole(1, 10)),
      pause: Type.Optional(whole(0, 1440)),
    }),
  ),
  theory_only: Type.Optional(yesNo),
  exercise: Type.Optional(oneOf(exercises)),
  sources: bySlug(shape({ title: text, url: Type.Optional(url) })),
  reviewed: Type.Optional(listOf(shape({ by: text, role: text, on: day }), 20)),
})

/** `module.yaml` as it is written. */
export type ModuleFile = Static<typeof moduleFile>

/** Twelve drawn, 80 % right, three attempts, then an hour's pause (design.md section 10). */
export const usualQuiz = { draw: 12, pass: 80, attempts: 3, pause: 60 } as const

/** Reads module.yaml. Null when anything in it is wrong; every fault is noted. */
export const readModuleFile = (source: string, note: Note): ModuleFile | null => readYaml(source, moduleFile, note)

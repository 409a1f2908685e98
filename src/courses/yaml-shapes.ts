import { type TSchema, Type } from 'typebox'
import { jobs } from '#people/job.ts'
import { languages } from '#web/language.ts'
import { mostInId } from './attributes.ts'
import type { FaultCode, Note } from './faults.ts'

/** What can stand in a YAML file of a course. `wants` names the fault when something else stands there. */
type Wants = FaultCode & `wants${string}`
const closed = { additionalProperties: false } as const
const wants = (code: Wants) => ({ wants: code })

const slugPattern = '^[a-z0-9]+(-[a-z0-9]+)*$'
export const slug = Type.String({ pattern: slugPattern, maxLength: mostInId, ...wants('wantsSlug') })
/** One line or a paragraph. */
export const text = Type.String({ pattern: '\\S', maxLength: 600, ...wants('wantsText') })
export const whole = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum, ...wants('wantsWhole') })
export const yesNo = Type.Boolean(wants('wantsYesNo'))
export const url = Type.String({ pattern: '^https?://[^\\s"<>]+$', maxLength: 600, ...wants('wantsUrl') })
export const day = Type.String({
  pattern: '^20\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
  ...wants('wantsDay'),
})
export const oneOf = <Known extends string>(known: readonly Known[]) => Type.Enum([...known], wants('wantsOneOf'))
export const audience = Type.Union(
  [Type.Literal('all'), Type.Array(Type.Enum([...jobs]), { minItems: 1, uniqueItems: true })],
  wants('wantsAudience'),
)
export const bothLanguages = Type.Array(Type.Enum([...languages], wants('wantsLanguages')), {
  minItems: languages.length,
  ...wants('wantsLanguages'),
})

export const shape = <Properties extends Record<string, TSchema>>(properties: Properties) =>
  Type.Object(properties, closed)
export const inBoth = <Schema extends TSchema>(schema: Schema) => shape({ da: schema, en: schema })
export const listOf = <Schema extends TSchema>(schema: Schema, maxItems: number) =>
  Type.Array(schema, { maxItems, ...wants('wantsList') })
export const bySlug = <Schema extends TSchema>(schema: Schema) =>
  Type.Record(Type.String({ pattern: slugPattern }), schema)

/** Notes that something else than the schema wants stands at a key. */
export function noteWanted(schema: TSchema, key: string, line: number, note: Note): void {
  const wanted = schema as { wants?: Wants; minimum?: number; maximum?: number; maxLength?: number; enum?: string[] }
  const code = wanted.wants ?? 'wantsMap'
  if (code === 'wantsText') note(line, code, { key, most: wanted.maxLength ?? 0 })
  else if (code === 'wantsWhole') note(line, code, { key, least: wanted.minimum ?? 0, most: wanted.maximum ?? 0 })
  else if (code === 'wantsAudience') note(line, code, { key, jobs: jobs.join(', ') })
  else if (code === 'wantsOneOf') note(line, code, { key, known: (wanted.enum ?? []).join(', ') })
  else note(line, code, { key })
}

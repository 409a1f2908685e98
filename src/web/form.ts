import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import type { Static, TObject, Type } from 'typebox'

/** TypeBox's builder, handed to whoever describes a form. */
export type TypeBox = typeof Type

/** A form that was read: its value, or which fields are wrong (a key of our words each) with everything that was typed. */
export type Read<Value, Fault extends string> =
  | { ok: true; value: Value }
  | { ok: false; faults: Partial<Record<string, Fault>>; typed: Typed }

/** What was typed, to be shown again. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

/** TypeBox is a third of what a start would load, and no page needs it: the first form that is sent loads it. */
const require = createRequire(import.meta.url)
const typeBox = () => (require('typebox') as { Type: TypeBox }).Type
/** TypeBox describes in JSON Schema; the checker is the one Fastify has loaded anyway, TypeBox's own would weigh another 10 MB. */
const checker = new Ajv({ allErrors: true, strict: false })

/**
 * Binds a TypeBox object schema and one fault per field. A field sent once where a list is wanted becomes a list of one,
 * sent as a list where one is wanted is a fault; fields the schema does not name are dropped. Pure.
 */
export function form<Schema extends TObject, const FaultOf extends FaultOfField<Schema>>(
  describe: (type: TypeBox) => Schema,
  faultOf: FaultOf,
): (body: unknown) => Read<Static<Schema>, FaultOf[keyof FaultOf]> {
  type Reader = (body: unknown) => Read<Static<Schema>, FaultOf[keyof FaultOf]>
  let read: Reader | null = null
  return (body) => {
    read ??= reader(describe(typeBox()), faultOf) as Reader
    return read(body)
  }
}

type FaultOfField<Schema extends TObject> = Readonly<Record<keyof Schema['properties'] & string, string>>

function reader<Schema extends TObject>(
  schema: Schema,
  faultOf: FaultOfField<Schema>,
): (body: unknown) => Read<Static<Schema>, string> {
  const isRight = checker.compile<Static<Schema>>(schema)
  const fields = Object.entries(schema.properties as Record<string, { type?: string }>)

  return (body) => {
    const sent = (typeof body === 'object' && body !== null ? body : {}) as Record<
      string,
      string | string[] | undefined
    >
    const value: Record<string, string | string[]> = {}
    for (const [name, { type }] of fields) {
      const given = sent[name]
      if (given !== undefined) value[name] = type === 'array' && typeof given === 'string' ? [given] : given
    }
    if (isRight(value)) return { ok: true, value }

    const faults: Partial<Record<string, string>> = {}
    for (const { instancePath, params } of isRight.errors ?? [])
      for (const name of [instancePath.split('/')[1], params.missingProperty as string | undefined])
        if (name && name in faultOf) faults[name] = faultOf[name as keyof typeof faultOf]
    return { ok: false, faults, typed: value }
  }
}

/** The text typed into a field, or nothing. */
export function typedText(typed: Typed, name: string): string {
  const value = typed[name]
  return typeof value === 'string' ? value : ''
}

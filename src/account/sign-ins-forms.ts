import { form } from '#web/form.ts'

const readRaw = form((type) => type.Object({ id: type.String({ minLength: 1, maxLength: 40 }) }), { id: 'missing' })

/** Which sign-in is to end, or nothing. */
export function readSignInId(body: unknown): string {
  const read = readRaw(body)
  return read.ok ? read.value.id : ''
}

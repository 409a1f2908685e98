/** The key of the person chosen, or null. */
export function readPerson(body: unknown): string | null {
  const person = (body as { person?: unknown } | null)?.person
  return typeof person === 'string' ? person : null
}

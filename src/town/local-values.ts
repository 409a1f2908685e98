import type { Language } from '#web/language.ts'

/** While a venue has not filled it in, its own address stands for this one. */
export const addressKey = 'stedets-adresse'

/** A text for `{{lokalt:key}}`, as filled in by the town (venue null) or a venue. Either language may be empty, not both. */
export interface LocalText {
  key: string
  venueId: string | null
  da: string
  en: string
}

/** A venue where somebody works, as far as the course text needs to know it. */
export interface Workplace {
  id: string
  name: string
  address: string
}

/**
 * What stands for each local fact in the text of somebody who works at these venues: a venue's value outranks the town's; where the venues
 * say different things each is named, `Havnen: …; Kilden: …`, and one that says nothing is left out. A text missing in one language is that
 * of the other.
 */
export function localValues(
  facts: readonly LocalText[],
  workplaces: readonly Workplace[],
  language: Language,
): Record<string, string> {
  const other = language === 'da' ? 'en' : 'da'
  const textOf = (fact: LocalText | undefined) => (fact && (fact[language] || fact[other])) || null
  const filled = (key: string, venueId: string | null) =>
    textOf(facts.find((fact) => fact.key === key && fact.venueId === venueId))

  const values: Record<string, string> = {}
  for (const key of new Set([...facts.map((fact) => fact.key), addressKey])) {
    const atVenues = workplaces.map(({ id, name, address }) => {
      const own = filled(key, id) ?? (key === addressKey ? address || null : null)
      return { name, text: own ?? filled(key, null) }
    })
    const text = atVenues.length > 0 ? joined(atVenues) : filled(key, null)
    if (text !== null) values[key] = text
  }
  return values
}

function joined(atVenues: readonly { name: string; text: string | null }[]): string | null {
  const [first] = atVenues
  if (atVenues.every(({ text }) => text === first?.text)) return first?.text ?? null
  return atVenues.flatMap(({ name, text }) => (text === null ? [] : [`${name}: ${text}`])).join('; ')
}

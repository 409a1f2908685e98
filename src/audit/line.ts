import type { Fact } from '#web/parts.ts'
import type { Key, Words } from '#web/words.ts'
import { type AuditNames, saidParticulars } from './particulars.ts'
import type { AuditLine } from './store.ts'

/** One line of the audit as a page shows it. */
export interface ShownLine {
  id: string
  when: string
  /** What was done: "Ansættelse bekræftet". */
  what: string
  /** Who did it. */
  by: string
  /** Whom and where it was about, and what else helps. */
  facts: Fact[]
}

/** By whom a line about oneself was done; without a name. */
export type Doer = 'self' | 'manager' | 'association' | 'trainer' | 'system' | 'operator' | 'other'

/** A line for the association: with names. Somebody whose name is gone is "navn slettet". */
export function toAuditLine(w: Words, line: AuditLine, names: AuditNames): ShownLine {
  const person = line.personId !== null && line.personId !== line.actorId ? line : null
  return {
    ...shown(w, line),
    by: w.t('audit.by', { name: actorName(w, line) }),
    facts: [
      ...(person ? [{ term: w.t('audit.person'), text: person.personName ?? w.t('audit.erased') }] : []),
      ...venueOf(w, line),
      ...saidParticulars(line, w, names),
    ],
  }
}

/** A line for the person it is about: who did it is said by role only. */
export function toOwnLine(w: Words, line: AuditLine & { doer: Doer }, names: AuditNames): ShownLine {
  return {
    ...shown(w, line),
    by: w.t('audit.by', { name: w.t(`audit.doer.${line.doer}`) }),
    facts: [...venueOf(w, line), ...saidParticulars(line, w, names)],
  }
}

const shown = (w: Words, { id, at, action }: AuditLine) => ({ id, when: w.instant(at), what: w.t(actionKey(action)) })

export const actionKey = (action: string): Key => `audit.action.${action}` as Key

const venueOf = (w: Words, { venueName }: AuditLine): Fact[] =>
  venueName === null ? [] : [{ term: w.t('audit.venue'), text: venueName }]

function actorName(w: Words, { actorId, actorIsPerson, actorName }: AuditLine): string {
  if (actorIsPerson) return actorName ?? w.t('audit.erased')
  return w.t(actorId === 'operator' ? 'audit.doer.operator' : 'audit.doer.system')
}

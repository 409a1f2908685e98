import type { Fault, Field, Select } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Key, Words } from '#web/words.ts'
import { type ActionKind, actionKinds } from './actions.ts'
import type { Asked } from './forms.ts'
import { type ShownLine, toAuditLine } from './line.ts'
import type { AuditNames } from './particulars.ts'
import type { AuditLine } from './store.ts'

/** Who did what when, for the association. */
export interface AuditPage {
  title: string
  faults: Fault[]
  ask: { name: Field; venue: Select; kind: Select; from: Field; to: Field }
  /** The person the lines are about; null for everybody. */
  chosen: { id: string; text: string; all: string } | null
  /** People whose name fits what was typed, to choose from; null when no name was. */
  found: { text: string; people: { url: string; name: string }[] } | null
  lines: ShownLine[]
  older: string | null
  newest: string | null
}
export const auditPage = page<AuditPage>('audit/audit')

export interface AuditView {
  asked: Asked
  lines: readonly AuditLine[]
  /** There are more lines after these. */
  more: boolean
  person: { name: string | null } | null
  people: readonly { id: string; name: string }[]
  venues: readonly { slug: string; name: string }[]
  names: AuditNames
}

export function toAuditPage(w: Words, view: AuditView): AuditPage {
  const { asked, lines, person, people, names } = view
  const { typed } = asked
  const last = lines.at(-1)
  return {
    title: w.t('audit.title'),
    faults: asked.noDay.map((name) => ({ name, text: w.t('audit.noDay') })),
    ask: asking(w, view),
    chosen: person && {
      id: typed.person,
      text: w.t('audit.about', { name: person.name ?? w.t('audit.erased') }),
      all: linkTo(asked, { person: '', name: '' }),
    },
    found:
      asked.name === ''
        ? null
        : {
            text: people.length === 0 ? w.t('audit.foundNobody', { name: typed.name }) : w.t('audit.foundChoose'),
            people: people.map(({ id, name }) => ({ url: linkTo(asked, { person: id, name: '' }), name })),
          },
    lines: lines.map((line) => toAuditLine(w, line, names)),
    older: view.more && last ? linkTo(asked, { before: `${last.at}~${last.id}` }) : null,
    newest: asked.before ? linkTo(asked, {}) : null,
  }
}

function asking(w: Words, { asked, venues }: AuditView): AuditPage['ask'] {
  const { typed, noDay } = asked
  const day = (name: 'from' | 'to', label: Key): Field => ({
    name,
    label: w.t(label),
    type: 'date',
    value: typed[name],
    fault: noDay.includes(name) ? w.t('audit.noDay') : null,
  })
  return {
    name: {
      name: 'name',
      label: w.t('audit.name'),
      type: 'search',
      value: typed.name,
      autocomplete: 'off',
      maxlength: 100,
    },
    venue: {
      name: 'venue',
      label: w.t('audit.venue'),
      choose: w.t('audit.allVenues'),
      options: venues.map(({ slug, name }) => ({ value: slug, label: name, chosen: slug === asked.venue })),
    },
    kind: {
      name: 'kind',
      label: w.t('audit.kind'),
      choose: w.t('audit.allKinds'),
      options: (Object.keys(actionKinds) as ActionKind[]).map((kind) => ({
        value: kind,
        label: w.t(`audit.kind.${kind}`),
        chosen: kind === asked.kind,
      })),
    },
    from: day('from', 'audit.from'),
    to: day('to', 'audit.to'),
  }
}

/** The same question with something else in it, from its newest line unless told otherwise. */
function linkTo({ typed }: Asked, change: Readonly<Record<string, string>>): string {
  const asked = Object.entries({ ...typed, ...change }).filter(([, value]) => value !== '')
  return asked.length === 0 ? '/audit' : `/audit?${new URLSearchParams(asked)}`
}

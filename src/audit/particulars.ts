import { isDay } from '#base/dates.ts'
import type { InBoth } from '#courses/course.ts'
import type { Fact } from '#web/parts.ts'
import type { Key, Words } from '#web/words.ts'
import type { AuditLine } from './store.ts'

/** What stands for ids in particulars: the titles of courses by id, and the labels of local facts by key. */
export interface AuditNames {
  courses: ReadonlyMap<string, InBoth>
  localFacts: ReadonlyMap<string, InBoth>
}

type Value = string | number
type Said = (value: Value, w: Words, names: AuditNames) => string | null

const day: Said = (value, w) => (isDay(String(value)) ? w.date(String(value)) : null)
/** The name or address of a venue. */
const text: Said = (value) => String(value)
const count: Said = (value, w) => w.number(Number(value))
const oneOf =
  (known: readonly string[], keyOf: (value: string) => string): Said =>
  (value, w) =>
    known.includes(String(value)) ? w.t(keyOf(String(value)) as Key) : null
const course: Said = (value, w, { courses }) => courses.get(String(value))?.[w.language] ?? null

const jobs = ['bar', 'floor', 'kitchen', 'door', 'duty-manager', 'manager', 'other']
const knownJob = oneOf(jobs, (job) => `people.job.${job}`)
const job: Said = (value, w, names) => (value === 'any' ? w.t('audit.anyJob') : knownJob(value, w, names))
const role = oneOf(['manager', 'trainer', 'association', 'partner'], (role) => `mail.role.${role}`)
const reason = oneOf(['issued-in-error', 'fraud', 'misuse', 'other'], (reason) => `certificates.reason.${reason}`)
const language = oneOf(['da', 'en'], (language) => `audit.language.${language}`)

const knownPart = oneOf(['name', 'contact', 'signatory', 'languages', 'logo'], (part) => `audit.part.${part}`)
const parts: Said = (value, w, names) =>
  w.list(
    String(value)
      .split(' ')
      .flatMap((part) => knownPart(part, w, names) ?? []),
  )

/** How each particular is said; one that is not here is not shown. */
const sayings: Readonly<Record<string, readonly [Key, Said]>> = {
  job: ['audit.job', job],
  role: ['audit.role', role],
  courseId: ['audit.course', course],
  oldName: ['audit.before', text],
  newName: ['audit.after', text],
  oldAddress: ['audit.before', text],
  newAddress: ['audit.after', text],
  firstOn: ['audit.firstOn', day],
  lastOn: ['audit.lastOn', day],
  fromOn: ['audit.fromOn', day],
  countsFromOn: ['audit.fromOn', day],
  day: ['audit.day', day],
  days: ['audit.days', count],
  hours: ['audit.hours', count],
  left: ['audit.left', count],
  count: ['audit.count', count],
  reason: ['audit.reason', reason],
  language: ['audit.language', language],
  parts: ['audit.parts', parts],
}

/** The particulars of a line in words, as far as they help: days, job, role, course. Never as they are stored. */
export function saidParticulars(
  line: Pick<AuditLine, 'action' | 'subject' | 'particulars'>,
  w: Words,
  names: AuditNames,
): Fact[] {
  const facts = Object.entries(line.particulars).flatMap(([name, value]) => {
    const saying = Object.hasOwn(sayings, name) ? sayings[name] : undefined
    const text = saying && value !== null ? saying[1](value, w, names) : null
    return saying && text ? [{ term: w.t(saying[0]), text }] : []
  })
  return [...saidSubject(line, w, names), ...facts]
}

/** A published course and a local fact are named by the subject itself. */
function saidSubject(
  { action, subject, particulars }: Pick<AuditLine, 'action' | 'subject' | 'particulars'>,
  w: Words,
  names: AuditNames,
): Fact[] {
  if (action.startsWith('local-fact.')) {
    const label = names.localFacts.get(subject)?.[w.language]
    return label ? [{ term: w.t('audit.localFact'), text: label }] : []
  }
  if (action !== 'course.published') return []
  const title = names.courses.get(subject.replace(/-[0-9a-f]{16}(-\d+)?$/, ''))?.[w.language]
  return [
    ...(title ? [{ term: w.t('audit.course'), text: title }] : []),
    ...(particulars.number ? [{ term: w.t('audit.revision'), text: w.number(Number(particulars.number)) }] : []),
  ]
}

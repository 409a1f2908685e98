import type { Day } from '#base/dates.ts'
import type { Role } from '#policy.ts'
import type { Words } from '#web/words.ts'

/**
 * What people are told, and what stands in it. `venue`, `course` and `login` are texts as they are read; `job` and `role` are codes and `day`
 * a civil day: they become words in the reader's language when shown.
 */
export interface NoticeValues {
  'employment-confirmed': { venue: string }
  'employment-rejected': { venue: string }
  'employment-ended': { venue: string; day: Day }
  'employment-corrected': { venue: string }
  'employment-offered': { venue: string }
  'job-changed': { venue: string; job: string; day: Day }
  'role-ended': { role: Role }
  'reset-link-issued': Record<never, string>
  'password-reset': Record<never, string>
  'password-changed': Record<never, string>
  'login-changed': Record<never, string>
  'recovery-code-used': { left: string | number }
  'certificate-revoked': { course: string }
  'certificate-replaced': { course: string }
  'people-merged': { login: string }
  'pages-changed': { courseId: string; course: string; pages: string | number; day: Day }
}

export type NoticeKind = keyof NoticeValues

export interface Notice {
  id: string
  kind: NoticeKind
  values: Readonly<Record<string, string | number>>
  toldAt: string
  seenAt: string | null
}

/** A notice in words. */
export function noticeText({ kind, values }: Pick<Notice, 'kind' | 'values'>, w: Words): string {
  return w.t(`mail.notice.${kind}`, {
    ...values,
    count: Number(values.left ?? values.pages ?? 0),
    day: values.day ? w.date(String(values.day)) : '',
    job: values.job ? w.t(`people.job.${values.job}` as 'people.job.bar') : '',
    role: values.role ? roleText(values.role as Role, w) : '',
  })
}

/** A role as it stands in a sentence: "leder", "underviser". */
export const roleText = (role: Role, w: Words): string => w.t(`mail.role.${role}`)

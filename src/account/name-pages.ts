import type { Day } from '#base/dates.ts'
import type { Certificate } from '#certificates/certificate.ts'
import { type Replacement, replacementOf } from '#certificates/pages.ts'
import { longestName } from '#people/change-name.ts'
import { faultLines } from '#signin/fields.ts'
import type { Fault, Field } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'

/** Correcting one's name, and the certificates that have another. */
export interface NamePage {
  title: string
  faults: Fault[]
  field: Field
  certificates: readonly { course: string; replacement: Replacement }[]
}

export const namePage = page<NamePage>('account/name')

export interface NameView {
  name: string
  certificates: readonly Certificate[]
  today: Day
  /** A name that was refused. */
  refused?: { typed: string; fault: 'account.nameMissing' | 'account.nameLong' }
}

export function toNamePage({ name, certificates, today, refused }: NameView, w: Words): NamePage {
  const field: Field = {
    name: 'name',
    label: w.t('account.name'),
    hint: w.t('account.nameHint'),
    value: refused ? refused.typed : name,
    fault: refused ? w.t(refused.fault) : null,
    autocomplete: 'name',
    required: true,
    maxlength: 2 * longestName,
  }
  return {
    title: w.t('account.nameTitle'),
    faults: faultLines([field]),
    field,
    certificates: certificates.flatMap((certificate) => {
      const replacement = replacementOf(certificate, { nameNow: name, today }, w)
      return replacement ? [{ course: certificate.snapshot.course.title[w.language], replacement }] : []
    }),
  }
}

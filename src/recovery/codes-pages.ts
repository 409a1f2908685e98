import { passwordAgainField } from '#signin/fields.ts'
import type { Fault, Field } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { codesAtOnce, shownCode } from './code.ts'

/** How many codes somebody has left, and asking for new ones. */
export interface CodesPage {
  title: string
  /** How many are left and since when, or that there are none. */
  state: string
  /** Said when there are codes that would end. */
  warning: string | null
  submit: string
  faults: Fault[]
  /** Null for whoever signed in a moment ago. */
  password: Field | null
}
export const codesPage = page<CodesPage>('recovery/codes')

export interface CodesState {
  codes: { left: number; issuedAt: string } | null
  /** Is the password asked for again? */
  again: boolean
  fault?: string | null
  demo: boolean
}

export function toCodesPage(w: Words, { codes, again, fault = null, demo }: CodesState): CodesPage {
  return {
    title: w.t('recovery.codesTitle'),
    state:
      codes === null
        ? w.t('recovery.codesNone')
        : w.t('recovery.codesLeft', { count: codes.left, instant: w.instant(codes.issuedAt) }),
    warning: codes !== null && codes.left > 0 ? w.t('recovery.codesWarning') : null,
    submit: w.t(codes === null ? 'recovery.codesGet' : 'recovery.codesRenew'),
    faults: fault === null ? [] : [{ name: 'password', text: fault }],
    password: again ? passwordAgainField(w, { fault, demo }) : null,
  }
}

/** The codes themselves, shown once. */
export interface PaperPage {
  title: string
  back: { url: string; label: string }
  lead: string
  codes: string[]
  /** Where they are used: the address to write beside them. */
  address: string
  made: string
}
export const paperPage = page<PaperPage>('recovery/paper')

export function toPaperPage(
  w: Words,
  of: { codes: readonly string[]; town: string; baseUrl: string; at: string },
): PaperPage {
  return {
    title: w.t('recovery.paperTitle', { town: of.town }),
    back: { url: '/learning', label: w.t('recovery.paperBack') },
    lead: w.t('recovery.paperLead', { count: codesAtOnce }),
    codes: of.codes.map(shownCode),
    address: `${of.baseUrl.replace(/^https?:\/\//, '')}/recovery`,
    made: w.t('recovery.paperMade', { instant: w.instant(of.at) }),
  }
}

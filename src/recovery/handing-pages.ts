import type { Button } from '#web/parts.ts'
import { qrSvg } from '#web/qr.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'

/** Before somebody is handed a link: what will happen. */
export interface HandingPage {
  title: string
  lead: string
  back: { url: string; label: string }
  /** What the link does. */
  effects: readonly string[]
  /** Null for somebody who has no password yet: then the text says what to do instead. */
  button: Button | null
}
export const handingPage = page<HandingPage>('recovery/handing')

export interface Handing {
  name: string
  /** Has the person chosen a password before? */
  claimed: boolean
  action: string
  back: string
}

export function toHandingPage(w: Words, { name, claimed, action, back }: Handing): HandingPage {
  return {
    title: w.t('recovery.handingTitle', { name }),
    lead: w.t(claimed ? 'recovery.handingLead' : 'recovery.handingUnclaimed', { name }),
    back: { url: back, label: w.t('recovery.back') },
    effects: claimed
      ? [w.t('recovery.handingOnce'), w.t('recovery.handingEnds'), w.t('recovery.handingTold', { name })]
      : [],
    button: claimed ? { action, label: w.t('recovery.handingSubmit') } : null,
  }
}

/** The link itself, shown once. */
export interface HandedPage {
  title: string
  lead: string
  address: string
  qrSvg: string
  /** That it is shown once, and for whom it is. */
  once: string
  back: { url: string; label: string }
}
export const handedPage = page<HandedPage>('recovery/handed')

export function toHandedPage(w: Words, of: { name: string; token: string; baseUrl: string; back: string }): HandedPage {
  const address = `${of.baseUrl}/reset/${of.token}`
  return {
    title: w.t('recovery.handedTitle', { name: of.name }),
    lead: w.t('recovery.handedLead', { name: of.name }),
    address,
    qrSvg: qrSvg(address, w.t('recovery.handedQr')),
    once: w.t('recovery.handedOnce', { name: of.name }),
    back: { url: of.back, label: w.t('recovery.back') },
  }
}

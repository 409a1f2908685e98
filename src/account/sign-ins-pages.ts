import type { OwnSignIn } from '#signin/own-sign-ins.ts'
import type { Button, State } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'

export interface SignInsPage {
  title: string
  signIns: SignInCard[]
  /** Null when this device is the only one. */
  endOthers: Button | null
}

export interface SignInCard {
  device: string
  /** Said of the device that asks. */
  here: State | null
  started: string
  used: string
  end: Button | null
}

export const signInsPage = page<SignInsPage>('account/sign-ins')

const endUrl = '/account/sign-ins/end'

/** What a form says to end all but this one. */
export const allOthers = 'others'

export function toSignInsPage(w: Words, signIns: readonly OwnSignIn[]): SignInsPage {
  const others = signIns.some((one) => !one.here)
  const endOthers: Button = {
    action: endUrl,
    label: w.t('account.signInsEndOthers'),
    kind: 'danger',
    fields: { id: allOthers },
  }
  return {
    title: w.t('account.signInsTitle'),
    signIns: signIns.toSorted((a, b) => Number(b.here) - Number(a.here)).map((one) => cardOf(w, one)),
    endOthers: others ? endOthers : null,
  }
}

function cardOf(w: Words, { id, device, here, startedAt, lastUsedAt }: OwnSignIn): SignInCard {
  const name = device ?? w.t('account.signInsUnknown')
  const end: Button = {
    action: endUrl,
    label: w.t('account.signInsEnd'),
    kind: 'quiet',
    fields: { id },
    about: name,
  }
  return {
    device: name,
    here: here ? { state: 'done', text: w.t('account.signInsHere') } : null,
    started: w.t('account.signInsStarted', { instant: w.instant(startedAt) }),
    used: w.t('account.signInsUsed', { instant: w.instant(lastUsedAt) }),
    end: here ? null : end,
  }
}

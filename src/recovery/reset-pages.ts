import { chosenPasswordField, faultLines } from '#signin/fields.ts'
import { typedText } from '#web/form.ts'
import type { Fault, Field } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import type { Shown } from './pages.ts'

export interface ResetPage {
  title: string
  lead: string
  action: string
  faults: Fault[]
  password: Field
}
export const resetPage = page<ResetPage>('recovery/reset')

/** `name`: the person's; only the first of it is shown, so that a link that went astray tells little. */
export function toResetPage(
  w: Words,
  of: { name: string; token: string },
  { typed, faults = {} }: Shown = { typed: {} },
): ResetPage {
  const password = chosenPasswordField(w, faults, typedText(typed, 'password'))
  return {
    title: w.t('recovery.resetTitle'),
    lead: w.t('recovery.resetLead', { name: of.name.split(' ')[0] as string }),
    action: `/reset/${of.token}`,
    faults: Object.keys(faults).length === 0 ? [] : faultLines([password]),
    password,
  }
}

export interface NoLinkPage {
  title: string
  text: string
}
export const noLinkPage = page<NoLinkPage>('recovery/no-link')

/** A reset link that does not open, in words. */
export const toNoLinkPage = (w: Words, why: 'unknown' | 'spent'): NoLinkPage => ({
  title: w.t(`recovery.link.${why}`),
  text: w.t(`recovery.link.${why}Text`),
})

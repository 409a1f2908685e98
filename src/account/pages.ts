import type { Language } from '#web/language.ts'
import type { Button } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'

/** My account: every part of it with what it is now. */
export interface AccountPage {
  title: string
  entries: readonly { label: string; value: string; url: string }[]
  /** Null where the town offers one language. */
  language: { label: string; value: string; button: Button } | null
  leave: { label: string; value: string; url: string }
}

export const accountPage = page<AccountPage>('account/account')

export interface AccountFacts {
  name: string
  login: string
  signIns: number
  /** Recovery codes that are left; null when there never were any. */
  codes: number | null
  /** Names of the venues worked at today. */
  venues: readonly string[]
  offers: number
  unseen: number
  offered: readonly Language[]
}

export function toAccountPage(facts: AccountFacts, w: Words): AccountPage {
  const entry = (label: string, value: string, url: string) => ({ label, value, url: `/account/${url}` })
  const other = facts.offered.find((language) => language !== w.language)
  return {
    title: w.t('account.title'),
    entries: [
      entry(w.t('account.name'), facts.name, 'name'),
      entry(w.t('account.venues'), venuesOf(facts, w), 'venues'),
      { label: w.t('account.news'), value: newsOf(facts, w), url: '/news' },
      entry(w.t('account.login'), facts.login, 'login'),
      entry(w.t('account.password'), w.t('account.passwordKept'), 'password'),
      entry(w.t('account.codes'), codesOf(facts, w), 'codes'),
      entry(w.t('account.signIns'), w.t('account.signInCount', { count: facts.signIns }), 'sign-ins'),
      entry(w.t('account.data'), w.t('account.dataSee'), 'data'),
      entry(w.t('account.history'), w.t('account.historySee'), 'history'),
    ],
    language: other
      ? {
          label: w.t('account.language'),
          value: w.t(`account.languageName.${w.language}`),
          button: {
            action: '/language',
            label: w.t(`account.languageChange.${other}`),
            kind: 'quiet',
            fields: { language: other, next: '/account' },
          },
        }
      : null,
    leave: entry(w.t('account.leave'), w.t('account.leaveSee'), 'leave'),
  }
}

function venuesOf({ venues, offers }: AccountFacts, w: Words): string {
  const now = venues.length > 0 ? w.list(venues) : w.t('account.noVenues')
  return offers > 0 ? `${now}. ${w.t('account.offersWait', { count: offers })}` : now
}

const newsOf = ({ unseen }: AccountFacts, w: Words) =>
  unseen > 0 ? w.t('account.newsCount', { count: unseen }) : w.t('account.newsNone')

const codesOf = ({ codes }: AccountFacts, w: Words) =>
  codes === null || codes === 0 ? w.t('account.codesNone') : w.t('account.codesLeft', { count: codes })

import { dayOf } from '#base/dates.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import type { OwnData } from './gather-data.ts'

/** What is kept about somebody: each kind of thing in plain words, what there is of it, and how long it stays. */
export interface DataPage {
  title: string
  parts: readonly DataPart[]
}

interface DataPart {
  heading: string
  text: string
  /** How long it is kept; null where there is nothing to keep. */
  keep: string | null
  link: { url: string; label: string } | null
}

export const dataPage = page<DataPage>('account/data')

export function toDataPage(data: OwnData, w: Words): DataPage {
  const count = (kind: string) => w.number(data[kind]?.length ?? 0)
  const part = (heading: string, text: string, keep: string | null, link: DataPart['link'] = null) => ({
    heading,
    text,
    keep,
    link,
  })
  return {
    title: w.t('account.dataTitle'),
    parts: [
      part(w.t('account.data.profile'), profileText(data, w), w.t('account.data.profileKeep'), {
        url: '/account/name',
        label: w.t('account.nameTitle'),
      }),
      part(
        w.t('account.data.work'),
        w.t('account.data.workText', { employments: count('employments'), roles: count('roles') }),
        w.t('account.data.workKeep'),
        { url: '/account/venues', label: w.t('account.venues') },
      ),
      part(
        w.t('account.data.learning'),
        w.t('account.data.learningText', {
          readings: count('pages_read'),
          attempts: count('attempts'),
          answers: count('answers'),
          choices: count('situation_choices'),
          rounds: count('exercise_rounds'),
        }),
        w.t('account.data.learningKeep'),
      ),
      part(
        w.t('account.data.certificates'),
        w.t('account.data.certificatesText', { count: count('certificates') }),
        w.t('account.data.certificatesKeep'),
      ),
      part(
        w.t('account.data.letters'),
        w.t('account.data.lettersText', {
          letters: count('letters'),
          notices: count('notices'),
          invitations: count('invitations'),
        }),
        w.t('account.data.lettersKeep'),
        { url: '/news', label: w.t('account.news') },
      ),
      part(
        w.t('account.data.ways'),
        w.t('account.data.waysText', {
          signIns: count('sign_ins'),
          codes: count('recovery_codes'),
          links: count('reset_links'),
        }),
        w.t('account.data.waysKeep'),
        { url: '/account/sign-ins', label: w.t('account.signIns') },
      ),
      part(
        w.t('account.data.history'),
        w.t('account.data.historyText', { lines: count('history'), looks: count('looks') }),
        w.t('account.data.historyKeep'),
        { url: '/account/history', label: w.t('account.data.historyLink') },
      ),
      part(w.t('account.data.copies'), w.t('account.data.copiesText'), w.t('account.data.copiesKeep')),
      part(w.t('account.data.others'), w.t('account.data.othersText'), null),
    ],
  }
}

function profileText(data: OwnData, w: Words): string {
  const [profile = {}] = data.profile as readonly Record<string, unknown>[]
  return w.t('account.data.profileText', {
    name: String(profile.name ?? ''),
    login: String(profile.login ?? ''),
    day: w.date(dayOf(new Date(String(profile.joined_at)))),
  })
}

import type { State } from '#web/parts.ts'
import type { Key, Words } from '#web/words.ts'
import { courseSettingsUrl } from './addresses.ts'
import type { LocalStanding } from './find-local.ts'

/** The local facts of a course on its page, what is missing first. */
export interface LocalPart {
  /** How many are missing, of how many. */
  title: string
  /** The course cannot be published like this. */
  open: boolean
  /** Who can fill them in, and where new ones are made. */
  text: string
  facts: readonly { label: string; state: State; shown: string | null; usedIn: string }[]
  links: readonly { url: string; label: string }[]
}

const badges: Readonly<Record<LocalStanding['state'], { state: State['state']; key: Key }>> = {
  undeclared: { state: 'late', key: 'authoring.localUndeclared' },
  unfilled: { state: 'open', key: 'authoring.localUnfilled' },
  filled: { state: 'done', key: 'authoring.localFilled' },
  usual: { state: 'done', key: 'authoring.localUsual' },
  address: { state: 'done', key: 'authoring.localAddress' },
}

export function toLocalPart(
  local: readonly LocalStanding[],
  { courseId, fills }: { courseId: string; fills: boolean },
  w: Words,
): LocalPart {
  const missing = local.filter(({ state }) => state === 'unfilled' || state === 'undeclared').length
  return {
    title: w.t('authoring.local', { count: missing, of: local.length }),
    open: local.some(({ state }) => state === 'undeclared'),
    text: w.t(fills ? 'authoring.localYouFill' : 'authoring.localTheyFill'),
    facts: local.map(({ label, state, shown, usedIn }) => ({
      label: label[w.language],
      state: { state: badges[state].state, text: w.t(badges[state].key) },
      shown: shown && w.t('authoring.localShown', { text: shown[w.language] }),
      usedIn: usedIn === 0 ? w.t('authoring.localUnused') : w.t('authoring.localUsed', { count: usedIn }),
    })),
    links: [
      ...(fills ? [{ url: '/settings/local', label: w.t('authoring.localFill') }] : []),
      { url: `${courseSettingsUrl(courseId)}#local`, label: w.t('authoring.localNew') },
    ],
  }
}

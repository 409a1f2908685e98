import type { PartnershipSettings } from '#people/partnership-store.ts'
import { type Typed, typedText } from '#web/form.ts'
import type { Choices, Fault, Field } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Key, Words } from '#web/words.ts'
import { type Faults, offers } from './forms.ts'
import type { Logo } from './store.ts'

/** A logo as pages show it. */
export interface ShownLogo {
  url: string
  alt: string
  width: number
  height: number
}

export const logoUrl = (sha256: string): string => `/logo/${sha256}.png`

/** The logo of a town by its name, for any page. */
export const shownLogo = ({ sha256, width, height }: Logo, town: string, w: Words): ShownLogo => ({
  url: logoUrl(sha256),
  alt: w.t('town.logoAlt', { town }),
  width,
  height,
})

export interface SettingsPage {
  title: string
  faults: Fault[]
  name: Field
  contact: Field
  signatoryName: Field
  signatoryTitle: Field
  languages: Choices
  logo: ShownLogo | null
  logoFault: string | null
  local: { url: string; text: string }
}
export const settingsPage = page<SettingsPage>('town/settings')

export interface SettingsFacts {
  town: PartnershipSettings
  logo: Logo | null
  /** How many local facts the town has not filled in, of how many. */
  unfilled: number
  declared: number
}

/** What was refused: the form as it was typed, or the logo. */
export interface RefusedSettings {
  typed?: Typed
  faults?: Faults
  logo?: Key
}

export function toSettingsPage(
  w: Words,
  { town, logo, unfilled, declared }: SettingsFacts,
  { typed, faults = {}, logo: logoFault }: RefusedSettings = {},
): SettingsPage {
  const field = (name: string, label: Key, is: string | null, more: Partial<Field> = {}): Field => ({
    name,
    label: w.t(label),
    value: typed ? typedText(typed, name) : (is ?? ''),
    fault: faults[name] ? w.t(faults[name]) : null,
    maxlength: 100,
    ...more,
  })
  const chosen = typed ? typedText(typed, 'languages') : town.languages.join(' ')
  const fields = {
    name: field('name', 'town.name', town.name, { required: true, hint: w.t('town.nameHint') }),
    contact: field('contact', 'town.contact', town.contact, { maxlength: 200, hint: w.t('town.contactHint') }),
    signatoryName: field('signatoryName', 'town.signatoryName', town.signatory?.name ?? null),
    signatoryTitle: field('signatoryTitle', 'town.signatoryTitle', town.signatory?.title ?? null, {
      hint: w.t('town.signatoryTitleHint'),
    }),
    languages: {
      name: 'languages',
      legend: w.t('town.languages'),
      hint: w.t('town.languagesHint'),
      options: offers.map((offer) => ({ value: offer, label: w.t(offerKeys[offer]), chosen: offer === chosen })),
      fault: faults.languages ? w.t(faults.languages) : null,
      required: true,
    },
  }
  const summary = [...Object.values(fields), { name: 'logo', fault: logoFault ? w.t(logoFault) : null }]
  return {
    title: w.t('town.settings'),
    faults: summary.flatMap(({ name, fault }) => (fault ? [{ name, text: fault }] : [])),
    ...fields,
    logo: logo && shownLogo(logo, town.name, w),
    logoFault: logoFault ? w.t(logoFault) : null,
    local: { url: '/settings/local', text: howFilled(w, unfilled, declared) },
  }
}

const offerKeys: Record<(typeof offers)[number], Key> = {
  'da en': 'town.offerDaEn',
  'en da': 'town.offerEnDa',
  da: 'town.offerDa',
  en: 'town.offerEn',
}

export const howFilled = (w: Words, unfilled: number, declared: number): string =>
  unfilled === 0 ? w.t('town.allFilled') : w.t('town.unfilledOf', { count: unfilled, of: declared })

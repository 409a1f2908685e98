import type { ShownLogo } from '#town/pages.ts'
import type { Language } from '#web/language.ts'
import type { Field } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'

export interface FrontPage {
  title: string
  lead: string
  /** Empty when there is nothing to choose. */
  languages: { code: Language; name: string; chosen: boolean }[]
  logo: ShownLogo | null
  /** How to reach the association. */
  contact: string | null
  next: { url: string; label: string }[]
  /** `steps` follow each other, `gains` do not. */
  readers: { title: string; steps: string[]; gains: string[]; text: string[] }[]
  number: Field
}

export const frontPage = page<FrontPage>('front/front')

const languageNames: Record<Language, string> = { da: 'Dansk', en: 'English' }

export interface FrontFacts {
  /** Null before it is set up. */
  town: string | null
  logo: ShownLogo | null
  contact: string | null
  /** The languages the town offers. */
  offered: readonly Language[]
  /** Where who is signed in lands (signin/home.ts); null for everybody else. */
  home: string | null
  demo: boolean
}

/** The front page for a town, for somebody signed in or not. */
export function toFrontPage(w: Words, facts: FrontFacts): FrontPage {
  const choice = facts.offered.length > 1 ? facts.offered : []
  return {
    title: w.t('front.title'),
    lead: facts.town === null ? w.t('front.lead') : w.t('front.leadTown', { town: facts.town }),
    languages: choice.map((code) => ({ code, name: languageNames[code], chosen: code === w.language })),
    logo: facts.logo,
    contact: facts.contact && w.t('town.contactLine', { contact: facts.contact }),
    next: nextSteps(w, facts),
    readers: [employee(w), owner(w), townsfolk(w)],
    number: {
      name: 'number',
      label: w.t('front.verifyNumber'),
      hint: w.t('front.verifyHint'),
      autocomplete: 'off',
      maxlength: 60,
      required: true,
    },
  }
}

function nextSteps(w: Words, { home, demo }: FrontFacts): FrontPage['next'] {
  const demoStep = demo ? [{ url: '/demo/', label: w.t('front.tryDemo') }] : []
  if (home !== null) return [{ url: home, label: homeLabel(w, home) }, ...demoStep]
  return [...demoStep, { url: '/sign-in', label: w.t('front.signIn') }]
}

function homeLabel(w: Words, home: string): string {
  if (home === '/news') return w.t('front.toNews')
  if (home === '/coverage') return w.t('front.toCoverage')
  return home.startsWith('/venues/') ? w.t('front.toVenue') : w.t('front.goOn')
}

type Reader = FrontPage['readers'][number]

const employee = (w: Words): Reader => ({
  title: w.t('front.work'),
  steps: [w.t('front.workScan'), w.t('front.workLearn'), w.t('front.workOwn')],
  gains: [],
  text: [],
})

const owner = (w: Words): Reader => ({
  title: w.t('front.own'),
  steps: [],
  gains: [w.t('front.ownTonight'), w.t('front.ownConfirm'), w.t('front.ownProof')],
  text: [],
})

const townsfolk = (w: Words): Reader => ({
  title: w.t('front.town'),
  steps: [],
  gains: [],
  text: [w.t('front.townWhat'), w.t('front.townHolstebro'), w.t('front.townPromise')],
})

import { type Day, dayOf, type Instant } from '#base/dates.ts'
import type { Typed } from '#web/form.ts'
import type { Fault, Notice } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { courseUrl, revisionsUrl } from './addresses.ts'
import { barriersOf, isBarred } from './barriers.ts'
import { type ModulePart, toModuleParts } from './file-parts.ts'
import { titlesOf, withWritten } from './file-words.ts'
import type { Publication } from './find-publication.ts'
import { type PublicationFormPart, toFormPart } from './form-parts.ts'
import type { Faults } from './forms.ts'
import { broughtBy } from './person-words.ts'
import { adviceOf, barrierLists, type LinkList, lagsOf, signOffLists, writtenAt } from './told-parts.ts'

/** What changes against the published text, and publishing it. */
export interface PublicationPage {
  title: string
  back: { url: string; label: string }
  faults: readonly Fault[]
  /** Somebody wrote meanwhile. */
  meanwhile: Notice | null
  lead: string
  nothing: string | null
  barriers: readonly LinkList[]
  advice: LinkList | null
  lags: LinkList | null
  signOffs: readonly LinkList[]
  modules: readonly ModulePart[]
  /** Null while nothing can be published. */
  form: PublicationFormPart | null
  revisionsUrl: string
}

export const publicationPage = page<PublicationPage>('publishing/publication')

export interface RefusedPublication {
  typed: Typed
  faults: Faults
  /** Who wrote meanwhile, as far as that can be told; null when nobody did. */
  meanwhile: readonly string[] | null
}

const nothingTyped: RefusedPublication = { typed: {}, faults: {}, meanwhile: null }

export function toPublicationPage(
  of: Publication & { today: Day; at: Instant },
  w: Words,
  refused: RefusedPublication = nothingTyped,
): PublicationPage {
  const { courseId, published, changes, read, files } = of
  const known = titlesOf(courseId, [read.refused === null ? read.course : null, published?.document], w)
  const titles = withWritten(known, of, w)
  const { typed, faults, meanwhile } = refused
  const barred = isBarred(barriersOf(files, read))
  return {
    title: w.t('publishing.title', { course: titles.course }),
    back: { url: courseUrl(courseId), label: titles.course },
    faults: (['note', 'due'] as const).flatMap((name) => {
      const fault = faults[name]
      return fault ? [{ name, text: w.t(fault) }] : []
    }),
    meanwhile: meanwhile && { kind: 'warn', text: meanwhileText(meanwhile, w) },
    lead: leadOf(of, w),
    nothing: changes.length === 0 ? w.t('publishing.nothing') : null,
    barriers: barrierLists(of, titles, w),
    advice: adviceOf(of, titles, w),
    lags: lagsOf(of, titles, w),
    signOffs: signOffLists(of, titles, w),
    modules: toModuleParts(
      changes,
      { titles, textOf: of.textOf, urlOf: ({ path, place }) => writtenAt(courseId, path, place) },
      w,
    ),
    form: changes.length === 0 || barred ? null : toFormPart(of, { titles, typed, faults }, w),
    revisionsUrl: revisionsUrl(courseId),
  }
}

const meanwhileText = (names: readonly string[], w: Words): string =>
  names.length === 0 ? w.t('publishing.meanwhile') : w.t('publishing.meanwhileBy', { names: w.list(names) })

function leadOf({ published, names }: Publication, w: Words): string {
  if (!published) return w.t('publishing.allNew')
  const { number, publishedAt, origin } = published
  const told = { number, day: w.date(dayOf(new Date(publishedAt))) }
  if (origin === 'shipped') return w.t('publishing.againstShipped', told)
  return w.t('publishing.against', { ...told, name: broughtBy(published, names, w) })
}

import { type ChangesPart, toChangesPart } from '#comparing/changes-part.ts'
import { compareTexts } from '#comparing/text-change.ts'
import { sha256Of } from '#courses/source-store.ts'
import { whatIs } from '#drafts/file-path.ts'
import { workingPictureAddress } from '#pictures/addresses.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { arrivingPictureAddress, receivedAddress } from './addresses.ts'
import type { Arrival } from './arrival.ts'

export interface FilePage {
  title: string
  backUrl: string
  lead: string
  /** Null for a picture, and for a file that is the same. */
  changes: ChangesPart | null
  /** Of a picture: the one here and the one in the package, where there are any. */
  pictures: { title: string; url: string; alt: string }[]
}
export const filePage = page<FilePage>('packages/file')

export interface FileView {
  id: string
  courseId: string
  arrival: Arrival
  here: Uint8Array | null
  arriving: Uint8Array | null
}

const leads = {
  same: 'packages.fileSame',
  new: 'packages.fileNew',
  changed: 'packages.fileChanged',
  gone: 'packages.fileGone',
} as const

/** A file of a package beside the newest text of it here, published or being written. */
export function toFilePage(w: Words, of: FileView): FilePage {
  const { arrival, here, arriving } = of
  const isPicture = whatIs(arrival.path)?.kind === 'picture'
  return {
    title: arrival.path,
    backUrl: receivedAddress(of.id),
    lead: w.t(leads[arrival.kind]),
    changes: isPicture ? null : toChangesPart(compareTexts(textOf(here), textOf(arriving)), w),
    pictures: isPicture ? picturesOf(w, of) : [],
  }
}

const textOf = (bytes: Uint8Array | null) => (bytes ? new TextDecoder().decode(bytes) : '')

function picturesOf(w: Words, { id, courseId, arrival, here, arriving }: FileView): FilePage['pictures'] {
  const [module = '', file = ''] = arrival.path.split('/')
  const size = (bytes: Uint8Array) => w.number(Math.ceil(bytes.length / 1000))
  return [
    ...(here
      ? [
          {
            title: w.t('packages.pictureHere', { size: size(here) }),
            url: workingPictureAddress(courseId, module, file, sha256Of(here)),
            alt: w.t('packages.pictureHereAlt'),
          },
        ]
      : []),
    ...(arriving
      ? [
          {
            title: w.t('packages.pictureThere', { size: size(arriving) }),
            url: arrivingPictureAddress(id, arrival.path),
            alt: w.t('packages.pictureThereAlt'),
          },
        ]
      : []),
  ]
}

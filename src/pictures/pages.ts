import { type Typed, typedText } from '#web/form.ts'
import type { Button, Choices, Fault, Field, Notice, Select } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { picturesAddress, workingPictureAddress } from './addresses.ts'
import type { ModulePicture, ModulePictures } from './find-pictures.ts'
import { type Faults, longestAlt } from './forms.ts'
import { pictureLine } from './picture-line.ts'

export interface PicturesPage {
  title: string
  back: { url: string; label: string }
  faults: Fault[]
  action: string
  fileFault: string | null
  altDa: Field
  altEn: Field
  hasText: Choices
  /** The one that was just uploaded. */
  fresh: ShownPicture | null
  used: ShownPicture[]
  unused: ShownPicture[]
}

export interface ShownPicture {
  file: string
  url: string
  /** What one sees, where somebody has said it. */
  alt: string | null
  altEn: string | null
  usedIn: { url: string; label: string }[]
  size: string
  notice: Notice | null
  /** The line to paste; null while there is no alternative text. */
  line: { id: string; text: string } | null
  insert: { action: string; select: Select } | null
  removal: Button | null
}
export const picturesPage = page<PicturesPage>('pictures/pictures')

export interface PicturesView extends ModulePictures {
  courseId: string
  moduleId: string
  /** The file that was just uploaded. */
  fresh: string | null
}

export function toPicturesPage(
  w: Words,
  view: PicturesView,
  { typed = {}, faults = {} }: { typed?: Typed; faults?: Faults } = {},
): PicturesPage {
  const { courseId, moduleId, module, pictures } = view
  const said = (name: string) => (faults[name] ? w.t(faults[name]) : null)
  const shown = pictures.map((picture, place) => toShown(w, view, picture, place))
  const isFresh = (one: { file: string }) => one.file === view.fresh
  const isUsed = ({ file }: ShownPicture) => pictures.some((one) => one.file === file && one.usedIn.length > 0)
  const rest = shown.filter((one) => !isFresh(one))
  return {
    title: w.t('pictures.title', { module: module[w.language] }),
    back: { url: `/authoring/${courseId}/modules/${moduleId}`, label: module[w.language] },
    faults: ['file', 'altDa', 'altEn', 'hasText'].flatMap((name) => {
      const text = said(name)
      return text ? [{ name, text }] : []
    }),
    action: picturesAddress(courseId, moduleId),
    fileFault: said('file'),
    altDa: {
      ...altField('altDa', typed, said('altDa')),
      label: w.t('pictures.altDa'),
      hint: w.t('pictures.altDaHint'),
      required: true,
    },
    altEn: {
      ...altField('altEn', typed, said('altEn')),
      label: w.t('pictures.altEn'),
      hint: w.t('pictures.altEnHint'),
    },
    hasText: {
      name: 'hasText',
      legend: w.t('pictures.text'),
      hint: w.t('pictures.textHint'),
      options: (['no', 'yes'] as const).map((value) => ({
        value,
        label: w.t(value === 'no' ? 'pictures.textNo' : 'pictures.textYes'),
        chosen: typedText(typed, 'hasText') === value,
      })),
      fault: said('hasText'),
      required: true,
    },
    fresh: shown.find(isFresh) ?? null,
    used: rest.filter(isUsed),
    unused: rest.filter((one) => !isUsed(one)),
  }
}

const altField = (name: string, typed: Typed, fault: string | null) => ({
  name,
  value: typedText(typed, name),
  fault,
  maxlength: longestAlt,
  type: 'text' as const,
})

function toShown(w: Words, view: PicturesView, picture: ModulePicture, place: number): ShownPicture {
  const { courseId, moduleId, pages } = view
  const { file, alt, usedIn, sha256 } = picture
  const address = `${picturesAddress(courseId, moduleId)}/${file}`
  return {
    file,
    url: workingPictureAddress(courseId, moduleId, file, sha256),
    alt: alt?.da ?? null,
    altEn: alt && alt.en !== alt.da ? alt.en : null,
    usedIn: usedIn.map((name) => ({
      url: `/authoring/${courseId}/edit/${moduleId}/da/${name}`,
      label: nameOf(w, view, name),
    })),
    size: w.t('pictures.size', { size: w.number(Math.ceil(picture.bytes / 1000)) }),
    notice: textNotice(w, picture),
    line: alt && { id: `line-${place}`, text: pictureLine(alt.da, file) },
    insert: alt && pages.length > 0 ? { action: `${address}/insertion`, select: pageSelect(w, pages, place) } : null,
    removal:
      usedIn.length > 0
        ? null
        : { action: `${address}/removal`, label: w.t('pictures.remove'), kind: 'plain', about: file },
  }
}

function textNotice(w: Words, { containsText, alt }: ModulePicture): Notice | null {
  if (!containsText) return null
  const untranslated = alt !== null && alt.da === alt.en
  return { kind: untranslated ? 'warn' : 'info', text: w.t(untranslated ? 'pictures.textBoth' : 'pictures.textAlso') }
}

const pageSelect = (w: Words, pages: PicturesView['pages'], place: number): Select => ({
  name: 'page',
  id: `page-${place}`,
  label: w.t('pictures.insertAt'),
  options: pages.map(({ name, title }) => ({ value: name, label: title })),
  required: true,
})

const texts: Readonly<Record<string, 'pictures.inQuiz' | 'pictures.inSituation' | 'pictures.inCard'>> = {
  'quiz.md': 'pictures.inQuiz',
  'situation.md': 'pictures.inSituation',
  'hjaelpekort.md': 'pictures.inCard',
}

function nameOf(w: Words, { pages }: PicturesView, name: string): string {
  const key = texts[name]
  return key ? w.t(key) : (pages.find((one) => one.name === name)?.title ?? name)
}

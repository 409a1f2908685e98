import { type PicturesView, picturesPage, toPicturesPage } from '#pictures/pages.ts'
import { wordsIn } from '#web/words.ts'

const w = wordsIn('da')
const picture = {
  file: 'en-kost.webp',
  path: 'glas/en-kost.webp',
  sha256: 'a'.repeat(64),
  bytes: 12_345,
  alt: { da: 'En kost', en: 'A broom' },
  containsText: false,
  usedIn: ['01-hvorfor.md', 'quiz.md'],
}
const view: PicturesView = {
  courseId: 'glaskursus',
  moduleId: 'glas',
  fresh: null,
  module: { da: 'Når et glas går i stykker', en: 'When a glass breaks' },
  pages: [{ name: '01-hvorfor.md', title: 'Et glas er nok' }],
  pictures: [
    picture,
    { ...picture, file: 'kost.svg', alt: null, containsText: null, usedIn: [] },
    { ...picture, file: 'skilt.png', alt: { da: 'Et skilt', en: 'Et skilt' }, containsText: true, usedIn: [] },
  ],
}

export const samples = [
  { page: picturesPage, model: toPicturesPage(w, view) },
  { page: picturesPage, model: toPicturesPage(w, { ...view, fresh: 'skilt.png', pages: [] }) },
  {
    page: picturesPage,
    model: toPicturesPage(
      w,
      { ...view, pictures: [] },
      {
        typed: { altDa: '', altEn: 'A broom', hasText: 'yes' },
        faults: { file: 'pictures.fault.type', altDa: 'pictures.fault.altMissing' },
      },
    ),
  },
]

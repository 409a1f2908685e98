import { expect, test } from 'vitest'
import type { ModuleDocument } from '#courses/course.ts'
import { readCourse } from '#courses/read-course.ts'
import type { HouseStyle } from '#proofreading/house-style.ts'
import { proofread } from '#proofreading/proofread.ts'
import { changed, folderOf, sampleFiles } from '../courses/sample-course.ts'

const style: HouseStyle = {
  avoid: [
    { text: 'fulderik*', why: { da: 'skriv gæsten', en: 'write the guest' } },
    { text: '# kron*', why: { da: 'uden tal', en: 'no figure' } },
  ],
  claims: [{ text: 'volden faldt', why: { da: 'ingen ved det', en: 'nobody knows' } }],
  paragraphs: ['29', '15 a'],
  percentages: ['2.8'],
}

/** The remarks on the sample course with some files changed: `doer/da/quiz.md:3 avoid`. */
function remarksOn(files: Readonly<Record<string, string>>, over: Partial<ModuleDocument> = {}): string[] {
  const folder = folderOf({ ...sampleFiles, ...files })
  const { course, faults } = readCourse(folder)
  expect(faults).toEqual([])
  if (!course) return []
  const modules = course.modules.map((module) => ({ ...module, ...over }))
  const remarks = proofread({ folder, course: { ...course, modules } }, style)
  return remarks.map(({ file, line, code }) => `${file.replace('courses/prove/', '')}:${line} ${code}`)
}

const page = 'doer/da/02-hvordan.md'
const withPage = (text: string) => ({ [page]: `# Hvordan\n\n## Sådan\n\n${text}\n\n::: huskekort\n112\n:::\n` })
const onPage = (text: string) => remarksOn(withPage(text)).filter((remark) => remark.startsWith(page))

const plain = 'Du går hen til gæsten og siger dit navn, og så spørger du, hvad der er sket. '.repeat(5)
const long =
  'Restauratørforeningens samarbejdspartnere gennemfører altid deres uddannelsesaktiviteter efter aftale med kommunen. '.repeat(
    10,
  )
const short = 'Du går hen. Du ser på ham. Han er træt. Du taler roligt. Han går så hjem. '.repeat(4)

test('a page in plain and flowing Danish has no remark', () => {
  expect(onPage(plain)).toEqual([])
})

test('a page of long words is hard to read, and a page of tiny sentences is chopped', () => {
  expect(onPage(long)).toEqual([`${page}:1 hardToRead`])
  expect(onPage(short)).toEqual([`${page}:1 chopped`])
})

test('headings and lists do not count in how a page reads', () => {
  const list = Array.from({ length: 30 }, (_, n) => `- Restauratørforeningens samarbejdspartner nummer ${n}`).join('\n')
  expect(onPage(`### Uddannelsesaktiviteternes gennemførelse\n\n${plain}\n\n${list}`)).toEqual([])
})

test('a page is too long from 351 words on, headings and lists too', () => {
  const framed = 3
  const tenWords = 'Vi ser, hvad du gør, og så går vi hen. '.repeat(30)
  const item = (count: number) => `- ${Array.from({ length: count }, () => 'ja').join(' ')}`
  expect(onPage(`${tenWords}\n\n${item(350 - 300 - framed)}`)).toEqual([])
  expect(onPage(`${tenWords}\n\n${item(351 - 300 - framed)}`)).toEqual([`${page}:1 pageTooLong`])
})

test('a page without a box to remember is told', () => {
  expect(remarksOn({ [page]: `# Hvordan\n\n${plain}` })).toContain(`${page}:1 noRememberBox`)
})

test('words to avoid are found whole, in any case, at their line', () => {
  expect(onPage(`${plain}\n\nEn Fulderik kom ind.`)).toEqual([`${page}:7 avoid`])
  expect(onPage(`${plain}\n\nDe fulderikker, og 1.500 kroner til.`)).toEqual([`${page}:7 avoid`, `${page}:7 avoid`])
  expect(onPage(`${plain}\n\nEn kroneprins og 1500 krager.`)).toEqual([])
})

test('a paragraph of law or a percentage that is not confirmed is found', () => {
  expect(onPage(`${plain}\n\nSe § 29 og § 15 a; styrken er 2,8 %.`)).toEqual([])
  expect(onPage(`${plain}\n\nSe § 6 c, og det er 41 procent.`)).toEqual([
    `${page}:7 strayParagraph`,
    `${page}:7 strayPercentage`,
  ])
})

test('a wrong answer may claim what is wrong, a right one may not, and neither may use a word to avoid', () => {
  const quiz = 'doer/da/quiz.md'
  const at = (from: string, to: string) => remarksOn(changed(quiz, from, to)).filter((one) => /avoid|stray/.test(one))
  expect(at('[ ] En ven', '[ ] Volden faldt 41 %, § 99')).toEqual([])
  expect(at('[x] 112', '[x] Volden faldt 41 %')).toEqual([`${quiz}:7 avoid`, `${quiz}:7 strayPercentage`])
  expect(at('[ ] En ven', '[ ] Fulderikken')).toEqual([`${quiz}:5 avoid`])
})

test('a module without situation, without card, with few pages and few questions is told so', () => {
  const remarks = remarksOn({}, { situation: null })
  for (const code of ['noSituation', 'noCard', 'pageCount', 'fewQuestions', 'fewApplied'])
    expect(remarks.filter((one) => one.endsWith(` ${code}`))).toHaveLength(1)
})

test('a course that asks in fewer than four ways is told so', () => {
  const all = remarksOn({})
  expect(all.filter((one) => one.endsWith('fewKinds'))).toEqual([])
  const { course } = readCourse(folderOf(sampleFiles))
  const one = course?.modules[0]?.questions.filter((question) => question.kind === 'one') ?? []
  expect(remarksOn({}, { questions: one })).toContain('course.yaml:1 fewKinds')
})

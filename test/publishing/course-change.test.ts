import { expect, test } from 'vitest'
import { compareCourse } from '#publishing/course-change.ts'
import { compareQuestions } from '#publishing/question-change.ts'

/** The text stands for its own hash. */
const textOf = (sha256: string | undefined) => sha256 ?? ''
const change = (before: Record<string, string>, after: Record<string, string>) =>
  compareCourse(new Map(Object.entries(before)), new Map(Object.entries(after)), { textOf, order: ['doer', 'bar'] })

const question = (id: string, text: string, page = 'ring') =>
  `### ${text} {#${id} page=${page} source=lov}\n1. [x] Ja\n`
const quiz = (...questions: string[]) => `# Quiz\n\n${questions.join('\n')}`
const twin = (da: string, en = da) => ({ da, en })

test('questions are told apart by their ids: new, gone, changed in either language, or only moved', () => {
  const [a, b, c] = [question('a', 'A?'), question('b', 'B?'), question('c', 'C?')]
  const changes = compareQuestions(twin(quiz(a, b)), twin(quiz(question('a', 'Altered?'), c)))
  expect(changes.added.map(({ id }) => id)).toEqual(['c'])
  expect(changes.gone.map(({ id }) => id)).toEqual(['b'])
  expect(changes.changed).toMatchObject([{ id: 'a', title: 'Altered?', pageId: 'ring' }])
  expect(
    compareQuestions(twin(quiz(a, b)), twin(quiz(a, b), quiz(a, question('b', 'In English?')))).changed,
  ).toMatchObject([{ id: 'b', title: 'B?' }])
  expect(compareQuestions(twin(quiz(a, b)), twin(quiz(b, a)))).toMatchObject({ changed: [], moved: true })
})

test('a quiz with faults is compared too: questions without an id and broken headings are passed over', () => {
  const broken = `### no id\ntext\n### {#\n### ok {#ok page="ring"}\n${'### {'.repeat(100)}`
  expect(compareQuestions(twin(''), twin(broken)).added.map(({ id }) => id)).toEqual(['ok'])
})

test('a changed page may have to be read again, and so may one of which only the questions changed', () => {
  const pages = { 'doer/da/01-ring.md': 'r', 'doer/da/02-magt.md': 'm', 'doer/da/03-spor.md': 's' }
  const before = { ...pages, 'doer/da/quiz.md': quiz(question('a', 'A?')) }
  const after = {
    ...pages,
    'doer/da/02-magt.md': 'other',
    'doer/da/04-ny.md': 'n',
    'doer/da/quiz.md': quiz(question('a', 'Changed?'), question('b', 'On nothing?', 'gone')),
  }
  expect(change(before, after)[0]?.pages).toEqual([
    { id: 'magt', kind: 'changed' },
    { id: 'ny', kind: 'new' },
    { id: 'ring', kind: 'questions' },
  ])
})

test('a page that only moved is not to be read again; neither is anything in a module nobody has had', () => {
  const [moved] = change({ 'doer/da/01-ring.md': 'r' }, { 'doer/da/02-ring.md': 'r' })
  expect(moved).toMatchObject({ kind: 'changed', pages: [], files: [{ kind: 'renamed' }] })
  const [added] = change({}, { 'bar/da/01-ring.md': 'r' })
  expect(added).toMatchObject({ id: 'bar', kind: 'new', pages: [] })
  expect(change({ 'bar/da/01-ring.md': 'r' }, {})[0]).toMatchObject({ id: 'bar', kind: 'gone', pages: [] })
})

test('a page new in one language and changed in the other has changed', () => {
  const before = { 'doer/da/01-ring.md': 'r', 'doer/da/02-x.md': 'x' }
  const after = { 'doer/da/01-ring.md': 'R', 'doer/en/01-ring.md': 'new', 'doer/da/02-x.md': 'x' }
  expect(change(before, after)[0]?.pages).toEqual([{ id: 'ring', kind: 'changed' }])
})

test('the course comes first, then its modules in their order, then what no course can have', () => {
  const ids = change({}, { 'course.yaml': '1', 'bar/module.yaml': '2', 'doer/module.yaml': '3', 'aa/module.yaml': '4' })
  expect(ids.map(({ id }) => id)).toEqual([null, 'doer', 'bar', 'aa'])
})

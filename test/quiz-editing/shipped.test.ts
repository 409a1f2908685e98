import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { questionHeld } from '#quiz-editing/question-held.ts'
import { withQuestion } from '#quiz-editing/quiz-changes.ts'
import { partWith, printForm, readForm } from '#quiz-editing/quiz-form.ts'
import { joinTwin, splitTwin } from '#quiz-editing/twin-question.ts'

const courses = join(import.meta.dirname, '../../courses')
const shipped = globSync('*/*/*/quiz.md', { cwd: courses }).map((path) => ({
  path,
  text: readFileSync(join(courses, path), 'utf8'),
}))

test('every shipped quiz goes into the form and comes out the same', () => {
  expect(shipped.length).toBeGreaterThan(20)
  for (const { path, text } of shipped) expect(printForm(readForm(text)), path).toBe(text)
})

test('every shipped question is written anew from its fields alone as it was written', () => {
  for (const { path, text } of shipped) {
    const form = readForm(text)
    const anew = form.parts.map((part) => {
      const held = questionHeld(part)
      if (!held) throw new Error(`${path}:${part.line} is in no form`)
      return partWith(held.question, form.lineEnd, part.gap)
    })
    expect(printForm({ ...form, parts: anew }), path).toBe(text)
  }
})

test('a shipped question of two languages that is saved as it is changes neither file', () => {
  for (const { path, text } of shipped.filter((one) => one.path.includes('/da/')).slice(0, 6)) {
    const forms = {
      da: readForm(text),
      en: readForm(readFileSync(join(courses, path.replace('/da/', '/en/')), 'utf8')),
    }
    for (const part of forms.da.parts) {
      const da = questionHeld(part)?.question
      const en = forms.en.parts.flatMap((one) => (one.id === part.id ? (questionHeld(one)?.question ?? []) : []))[0]
      const twin = da && en ? joinTwin({ da, en }) : null
      if (!twin) throw new Error(`${path}:${part.line} has no twin`)
      const split = splitTwin(twin)
      expect(withQuestion(forms.da, split.da)).toBe(forms.da)
      expect(withQuestion(forms.en, split.en)).toBe(forms.en)
    }
  }
})

import type { CourseDocument, ModuleDocument } from '#courses/course.ts'
import { tinyCourse } from '../support/tiny-course.ts'

const both = (da: string, en: string) => ({ da, en })
const says = (text: string) => both(`<p>${text} (da)</p>`, `<p>${text}</p>`)
const [first, ...others] = tinyCourse.modules as [ModuleDocument, ...ModuleDocument[]]
const situation = first.situation as NonNullable<ModuleDocument['situation']>

/** The tiny course, asking for local facts: on the first page, in the situation, in a question and where it is explained. */
export const localCourse: CourseDocument = {
  ...tinyCourse,
  local: {
    'politi-direkte': {
      label: both('Politiets nummer', 'Police number'),
      neutral: both('spørg din leder', 'ask your manager'),
    },
    'stedets-adresse': {
      label: both('Adressen', 'The address'),
      neutral: both('stedets adresse', 'the address of the venue'),
    },
  },
  modules: [
    {
      ...first,
      pages: first.pages.map((page, place) =>
        place === 0 ? { ...page, html: says('Call {{lokalt:politi-direkte}}, say {{lokalt:stedets-adresse}}.') } : page,
      ),
      situation: { ...situation, introHtml: says('Number: {{lokalt:politi-direkte}}.') },
      questions: first.questions.map((question) => ({
        ...question,
        html: says('Think of {{lokalt:politi-direkte}}.'),
        explanationHtml: says('It is {{lokalt:politi-direkte}}.'),
      })),
    },
    ...others,
  ],
}

import type { CourseDocument } from '#courses/course.ts'
import { localCourse } from '../town/local-course.ts'

const card = {
  title: { da: 'Ring rigtigt', en: 'Call the right number' },
  html: {
    da: '<ol>\n<li>Fare nu: <strong>112</strong></li>\n</ol>\n<p>Direkte: {{lokalt:politi-direkte}}, fra {{lokalt:stedets-adresse}}.</p>',
    en: '<ol>\n<li>Danger now: <strong>112</strong></li>\n</ol>\n<p>Direct: {{lokalt:politi-direkte}}, from {{lokalt:stedets-adresse}}.</p>',
  },
}

/** The course with local facts; its first module has a help card, the others none. */
export const cardCourse: CourseDocument = {
  ...localCourse,
  modules: localCourse.modules.map((module, place) => (place === 0 ? { ...module, card } : module)),
}

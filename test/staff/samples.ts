import { type EmploymentPage, employmentPage } from '#staff/employment-pages.ts'
import { type PeoplePage, peoplePage } from '#staff/people-pages.ts'
import { type PersonPage, personPage } from '#staff/person-pages.ts'
import type { Section } from '#staff/sections.ts'
import { pasteSamples } from './paste-samples.ts'

const address = '/venues/havnen/employments/1'

const confirmation: Section = {
  id: 'confirmation',
  title: 'Arbejder Sam <Holm> her?',
  text: 'Så tæller Sam <Holm> med.',
  action: `${address}/confirmation`,
  select: null,
  fields: [],
  submit: 'Ja, bekræft',
  kind: 'main',
  open: true,
}
const rejection: Section = { ...confirmation, id: 'rejection', action: `${address}/rejection`, kind: 'danger' }
const job: Section = {
  ...confirmation,
  id: 'job',
  action: `${address}/job`,
  select: { name: 'job', id: 'job-job', label: 'Funktion', options: [{ value: 'bar', label: 'Bar' }], choose: 'Vælg' },
  fields: [{ name: 'fromOn', id: 'job-fromOn', label: 'Fra og med', type: 'date', value: '', required: true }],
  open: false,
}
const end: Section = {
  ...job,
  id: 'end',
  select: null,
  fields: [{ name: 'lastOn', id: 'end-lastOn', label: 'Sidste dag', value: '30. feb', fault: 'Findes ikke.' }],
  kind: 'danger',
  open: true,
}

const employment: EmploymentPage = {
  title: 'Sam <Holm>',
  venue: { url: '/venues/havnen', label: 'Havnen' },
  faults: [],
  state: { state: 'unconfirmed', text: 'Ikke bekræftet' },
  jobs: ['Bar, fra 1. marts 2026 til 30. november 2026', 'Dør, fra 1. december 2026'],
  facts: [],
  newLink: null,
  required: [
    {
      title: 'Grundkursus',
      state: { state: 'within', text: 'Mangler' },
      text: 'Alle funktioner skal have kurset. Frist: 22. december 2026.',
    },
    { title: 'Dørmand', state: { state: 'valid', text: 'Gyldigt' }, text: '' },
  ],
  nothing: null,
  note: null,
  sections: [confirmation, rejection, job],
  links: [{ url: `${address}/reset-link`, label: 'Hjælp med ny adgangskode' }],
}

const refused: EmploymentPage = {
  ...employment,
  faults: [{ name: 'end-lastOn', text: 'Findes ikke.' }],
  facts: [{ term: 'Konto', text: 'Ikke åbnet endnu' }],
  newLink: {
    hint: 'Det gamle virker ikke mere.',
    button: { action: `${address}/invitation`, label: 'Lav et nyt link' },
  },
  required: [],
  nothing: 'Intet lige nu.',
  sections: [job, end],
  links: [],
}

const people: PeoplePage = {
  title: 'Personer',
  name: { name: 'name', label: 'Navn', type: 'search', value: 'sø', maxlength: 100 },
  submit: 'Søg',
  found: '51 personer',
  people: [{ name: 'Ines Sørensen', url: '/people/ines', about: 'Havnen' }],
  pages: { text: 'Side 1 af 2', previousUrl: null, nextUrl: '/people?page=2' },
}

const person: PersonPage = {
  title: 'Ines Sørensen',
  facts: [],
  required: employment.required,
  employments: [{ venue: 'Havnen', url: address, state: employment.state, jobs: employment.jobs }],
  roles: ['Leder på Havnen, fra 1. marts 2026'],
  certificates: [
    {
      course: 'Grundkursus',
      state: { state: 'valid', text: 'Gyldigt' },
      number: 'Nummer 1234',
      revokeUrl: '/certificates/1234/revocation',
    },
    { course: 'Grundkursus', state: { state: 'revoked', text: 'Kaldt tilbage' }, number: 'Nummer 9', revokeUrl: null },
  ],
  links: [{ url: '/duplicates/ines', label: 'To gange?' }],
}

export const samples = [
  ...pasteSamples,
  { page: employmentPage, model: employment },
  { page: employmentPage, model: refused },
  { page: employmentPage, model: { ...refused, faults: [], sections: [], note: 'Kun foreningen kan ændre det.' } },
  { page: peoplePage, model: people },
  {
    page: peoplePage,
    model: { ...people, people: [], pages: { text: 'Side 2 af 2', previousUrl: '/people', nextUrl: null } },
  },
  { page: peoplePage, model: { ...people, pages: null } },
  { page: personPage, model: person },
  {
    page: personPage,
    model: {
      ...person,
      facts: [{ term: 'Konto', text: 'Ikke åbnet endnu' }],
      required: [],
      employments: [],
      roles: [],
      certificates: [],
      links: [],
    },
  },
]

import type { Translation } from '#web/translation.ts'
import type { da } from './words.da.ts'

export const en: Translation<typeof da> = {
  'people.job.bar': 'Bar',
  'people.job.floor': 'Floor',
  'people.job.kitchen': 'Kitchen',
  'people.job.door': 'Door',
  'people.job.duty-manager': 'Duty manager',
  'people.job.manager': 'Manager',
  'people.job.other': 'Other',
  'people.role.manager': 'Manager',
  'people.role.trainer': 'Trainer',
  'people.role.association': 'Association',
  'people.role.partner': 'Partner',
  'people.kind.bar': 'Bar',
  'people.kind.disco': 'Nightclub',
  'people.kind.restaurant': 'Restaurant',
  'people.kind.hall': 'Hall or club',
  'people.kind.other': 'Other',
  'people.confirmed': 'Confirmed. The employment counts now.',
}

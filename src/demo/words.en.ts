import type { Translation } from '#web/translation.ts'
import type { da } from './words.da.ts'

export const en: Translation<typeof da> = {
  'demo.title': 'Choose who you want to be',
  'demo.lead': 'The town is invented. Click a person and see everything through their eyes.',
  'demo.beThis': 'Be {{name}}',
  'demo.jobAt': '{{job}} at {{venue}}',
  'demo.roleAt': '{{role}} at {{venue}}',
  'demo.role.manager': 'Manager',
  'demo.role.trainer': 'Trainer',
  'demo.role.association': "The restaurateurs' association",
  'demo.role.partner': 'The police',
}

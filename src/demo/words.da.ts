export const da = {
  'demo.title': 'Vælg, hvem du vil være',
  'demo.lead': 'Byen er opdigtet. Klik på en person, og se det hele med den persons øjne.',
  'demo.beThis': 'Vær {{name}}',
  'demo.jobAt': '{{job}} på {{venue}}',
  'demo.roleAt': '{{role}} på {{venue}}',
  'demo.role.manager': 'Leder',
  'demo.role.trainer': 'Underviser',
  'demo.role.association': 'Restauratørforeningen',
  'demo.role.partner': 'Politiet',
}

export const da = {
  'cards.title': 'Hjælpekort',
  'cards.lead': 'Det vigtigste fra hvert modul. Læs det her, eller print det til lommen.',
  'cards.none': 'Der er ingen hjælpekort endnu.',
  'cards.all': 'Alle hjælpekort',
  'cards.qr': 'QR-kode til {{address}}',
  'cards.print':
    'Print siden, klip kortet ud langs stregen, og fold det på midten. Så har du dansk på den ene side og engelsk på den anden.',
  'cards.theory': 'Kun teori. Øv det på et praktisk førstehjælpskursus.',
} as const

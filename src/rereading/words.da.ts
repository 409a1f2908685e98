export const da = {
  'rereading.back': 'Du er med igen',
  'rereading.backText': 'Du har læst de ændrede sider. Dit kursusbevis gælder uændret. Du får ikke et nyt.',
  'rereading.backOn': 'Du læste de ændrede sider den {{date}}. Dit kursusbevis gælder uændret.',
} as const

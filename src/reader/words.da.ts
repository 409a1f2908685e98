export const da = {
  'reader.refused.busy': 'Der er mange, der skriver lige nu. Prøv igen om lidt. Din tekst er her stadig.',
  'reader.refused.too-large':
    'Teksten tager for lang tid at læse. Er der en meget lang linje, eller rigtig mange tegn som > eller [ ? Din tekst er her stadig.',
} as const

export const da = {
  'front.title': 'En tryg nat begynder med os, der er på arbejde',
  'front.leadTown':
    'I partnerskabet {{town}} har stederne, politiet og kommunen en aftale: Alle, der arbejder i nattelivet, er klædt på til det.',
  'front.lead': 'Stederne, politiet og kommunen har en aftale: Alle, der arbejder i nattelivet, er klædt på til det.',
  'front.signIn': 'Log ind',
  'front.goOn': 'Gå til mine kurser',
  'front.tryDemo': 'Prøv byen',
  'front.work': 'Du er på arbejde',
  'front.workScan': 'Scan plakaten i personalerummet. Så er du i gang på et minut.',
  'front.workLearn': 'Læs, øv dig og tag quizzen på telefonen, et roligt kvarter ad gangen. Det er arbejdstid.',
  'front.workOwn': 'Kursusbeviset er dit. Det følger med, når du skifter job.',
  'front.own': 'Du driver et sted',
  'front.ownTonight': 'Se, hvem der mangler hvad i aften.',
  'front.ownConfirm': 'Bekræft nye folk med ét klik.',
  'front.ownProof': 'Vis dækningen for dit sted, også for en dag sidste år. Svar på quizzer ser du aldrig.',
  'front.town': 'Du bor i byen',
  'front.townWhat':
    'Partnerskabet er en fast aftale mellem stederne, politiet og kommunen. De hjælper hinanden med at forebygge vold, overgreb og stoffer, og de serverer ikke for unge under 18.',
  'front.townHolstebro':
    'Ideen kommer fra Holstebro. Her oplevede restauratørerne færre konflikter, og de unge følte sig mere trygge. Politiet skrev samtidig flere sager om vold ned. Måske fordi flere ringede.',
  'front.townPromise': 'Derfor lover vi ikke et tal. Vi viser, hvem der har lært hvad.',
  'front.verify': 'Tjek et kursusbevis',
  'front.verifyNumber': 'Nummeret på beviset',
  'front.verifyHint': 'Store og små bogstaver og mellemrum er lige meget.',
  'front.verifyGo': 'Tjek nummeret',
}

export const da = {
  'interchange.true': 'Sandt',
  'interchange.false': 'Falsk',
  'interchange.leftOut': 'Ikke med, for GIFT har ingen spørgsmål om rækkefølge: {{title}} ({{id}})',

  'interchange.refused.tooLarge': 'teksten fylder mere end {{most}} kB. Del den i flere',
  'interchange.refused.tooManyQuestions':
    'der er flere end {{most}} spørgsmål. Dem herfra og ned er ikke læst. Del teksten i flere',
  'interchange.refused.tooLong': 'spørgsmålet er på mere end {{most}} tegn. Er der et billede eller en hel side i det?',
  'interchange.refused.noAnswerBlock':
    'der er ingen svar. Er det kun en oplysning, hører den til på en side. Ellers skriv svarene i { }',
  'interchange.refused.openBlock': 'klammen { bliver ikke lukket med }',
  'interchange.refused.blankInside': 'der er en tom linje midt i svarene. Slet den',
  'interchange.refused.closeWithoutOpen':
    'klammen } bliver ikke åbnet med {. Skal den stå i teksten, så skriv \\} i stedet',
  'interchange.refused.severalBlocks':
    'der er flere klammer i ét spørgsmål. Skal de stå i teksten, så skriv \\{ og \\} i stedet',
  'interchange.refused.noStem': 'der er svar, men intet spørgsmål',
  'interchange.refused.essay': 'spørgsmål, man svarer på med en hel tekst, har vi ikke',
  'interchange.refused.freeText': 'spørgsmål med fri tekst har vi ikke. Skriv også forkerte svar, med ~ foran',
  'interchange.refused.noRight': 'intet svar er markeret som rigtigt. Skriv = foran det rigtige',
  'interchange.refused.manyRight':
    'flere svar har = foran, men man kan kun vælge ét. Skal man vælge dem alle, så skriv ~%50% foran hvert. Er det et lighedstegn, så skriv \\=',
  'interchange.refused.wrongWeight': 'vægten {{text}} skal være mellem -100 og 100',
  'interchange.refused.tooFewAnswers': 'der skal være mindst to svar',
  'interchange.refused.tooManyAnswers': 'der er flere end {{most}} svar',
  'interchange.refused.pairWithoutArrow': 'der mangler en pil (->) i "{{text}}"',
  'interchange.refused.pairWithoutRight': 'der står ikke noget efter pilen i "{{text}}"',
  'interchange.refused.tooFewPairs': 'der skal være mindst to par at sætte sammen',
  'interchange.refused.noNumber': 'der er intet tal, der er rigtigt',
  'interchange.refused.notNumber': '"{{text}}" er ikke et tal',
  'interchange.refused.anyNumber': 'alle tal er rigtige her. Sådan et spørgsmål har vi ikke',
  'interchange.refused.severalNumbers': 'flere forskellige tal er rigtige. Vi har kun plads til ét tal og en margin',
  'interchange.refused.numberDoesNotFit':
    'tallet {{text}} er for stort eller har for mange decimaler. Højst ni cifre og seks decimaler',
  'interchange.refused.choiceWithoutQuestion': 'her er et svar uden et spørgsmål over sig',
  'interchange.refused.answerWithoutQuestion': 'her står, hvad der er rigtigt, men der er intet spørgsmål over linjen',
  'interchange.refused.noChoices': 'der er ingen svar under spørgsmålet. Skriv dem som A), B), C)',
  'interchange.refused.missingAnswer': 'linjen med det rigtige svar mangler. Skriv fx ANSWER: A',
  'interchange.refused.answerNotLetter': 'efter ANSWER: skal der stå ét bogstav, ikke "{{text}}"',
  'interchange.refused.answerNotThere': 'der er intet svar {{letter}}',
  'interchange.refused.severalAnswers': 'der står flere bogstaver efter ANSWER:. I Aiken er kun ét svar rigtigt',
  'interchange.refused.sameLetter': 'to svar hedder {{letter}}',
  'interchange.refused.emptyChoice': 'svar {{letter}} er tomt',

  'interchange.notice.distractor': '"{{text}}" passer ikke til noget. Det kan vores par ikke, så det kommer ikke med',
  'interchange.notice.partialCredit': '"{{text}}" gav noget af pointene. Hos os er det forkert',
  'interchange.notice.weightsDoNotAddUp': 'vægtene giver ikke 100 tilsammen. Se efter, hvad der er rigtigt',
  'interchange.notice.feedbackOnNumber':
    'et tal har ingen tekst til hvert svar, så den kommer ikke med. Brug forklaringen',
  'interchange.notice.pictureDropped': 'et billede kommer ikke med. Læg det ind, hvis det skal bruges',
  'interchange.notice.tagDropped': '<{{tag}}> kommer ikke med',
  'interchange.notice.emptyAnswer': 'et tomt svar kommer ikke med',
  'interchange.notice.nameAsStem': 'der var kun et navn, så det er brugt som spørgsmål',
} as const

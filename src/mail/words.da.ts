export const da = {
  'mail.role.manager': 'leder',
  'mail.role.trainer': 'underviser',
  'mail.role.association': 'medlem af foreningen',
  'mail.role.partner': 'partner',
  'mail.notice.employment-confirmed': '{{venue}} har bekræftet, at du arbejder der.',
  'mail.notice.employment-rejected':
    '{{venue}} har ikke bekræftet, at du arbejder der. Er det en fejl, så tal med din leder.',
  'mail.notice.employment-ended': 'Din sidste dag på {{venue}} er sat til {{day}}. Dine kursusbeviser er stadig dine.',
  'mail.notice.employment-corrected': '{{venue}} har rettet, hvad der står om dit job der. Se efter, om det passer.',
  'mail.notice.employment-offered':
    '{{venue}} skriver, at du arbejder der. Det tæller først, når du selv siger ja på siden Min konto.',
  'mail.notice.job-changed': 'Dit job på {{venue}} bliver {{job}} fra {{day}}.',
  'mail.notice.role-ended': 'Du er ikke længere {{role}}.',
  'mail.notice.reset-link-issued':
    'Der er lavet et link, som kan give dig en ny adgangskode. Har du ikke bedt om det, så sig det til foreningen nu.',
  'mail.notice.password-reset':
    'Din adgangskode er skiftet med et link, alle er logget ud, og gamle koder på papir virker ikke mere. Var det ikke dig, så sig det til foreningen nu.',
  'mail.notice.password-changed':
    'Din adgangskode er skiftet, og gamle koder på papir virker ikke mere. Var det ikke dig, så sig det til foreningen nu.',
  'mail.notice.login-changed': 'Dit login er skiftet. Var det ikke dig, så sig det til foreningen nu.',
  'mail.notice.recovery-code-used_one':
    'En af dine koder er brugt til at komme ind. Du har {{count}} kode tilbage. Var det ikke dig, så sig det til foreningen nu.',
  'mail.notice.recovery-code-used_other':
    'En af dine koder er brugt til at komme ind. Du har {{count}} koder tilbage. Var det ikke dig, så sig det til foreningen nu.',
  'mail.notice.certificate-revoked':
    'Dit kursusbevis i {{course}} er kaldt tilbage. Det gælder ikke mere. Spørg foreningen, hvis du vil vide hvorfor.',
  'mail.notice.certificate-replaced':
    'Du har fået et nyt kursusbevis i {{course}} med dit navn, som det er nu. Det gamle nummer siger, at det er erstattet.',
  'mail.notice.pages-changed_one':
    '{{count}} side i {{course}} er ændret. Læs den igen senest {{day}}. Dit kursusbevis gælder uændret.',
  'mail.notice.pages-changed_other':
    '{{count}} sider i {{course}} er ændret. Læs dem igen senest {{day}}. Dit kursusbevis gælder uændret.',
  'mail.notice.people-merged':
    'Du var skrevet op to gange. Nu er alt samlet ét sted, og intet er tabt. Du logger ind med {{login}}.',
  'mail.letter.hello': 'Hej {{name}}',
  'mail.letter.helloStranger': 'Hej',
  'mail.letter.sender': 'Trygt Natteliv, {{town}}',
  'mail.letter.instead': 'Virker knappen ikke? Så kopiér adressen her til din browser:',
  'mail.letter.notYou': 'Log ind på Trygt Natteliv for at se mere. Brevet kan ikke besvares.',
  'mail.letter.notAsked':
    'Ved du ikke, hvad det handler om, så lad brevet ligge. Giv ikke linket videre. Brevet kan ikke besvares.',
  'mail.letter.roleAt': '{{role}} på {{venue}}',
  'mail.letter.invitation-role.subject': 'Du er inviteret som {{as}}',
  'mail.letter.invitation-role.text':
    'Partnerskabet {{town}} inviterer dig som {{as}} i Trygt Natteliv.\n\nTryk på knappen, og sig ja. Linket virker i syv dage og kun én gang.',
  'mail.letter.invitation-role.button': 'Se invitationen',
  'mail.letter.invitation-account.subject': '{{venue}} har skrevet dig op',
  'mail.letter.invitation-account.text':
    '{{venue}} har skrevet dig op i Trygt Natteliv, {{town}}. Her tager du de kurser, som dit job kræver.\n\nTryk på knappen, og vælg en adgangskode. Så er du i gang. Linket virker i syv dage og kun én gang.',
  'mail.letter.invitation-account.button': 'Åbn din konto',
  'mail.letter.reset.subject': 'Vælg en ny adgangskode',
  'mail.letter.reset.text_one':
    'Nogen har bedt om en ny adgangskode til dit login. Var det dig, så tryk på knappen.\n\nLinket virker i {{count}} time og kun én gang. Din gamle adgangskode virker, indtil du har valgt en ny.',
  'mail.letter.reset.text_other':
    'Nogen har bedt om en ny adgangskode til dit login. Var det dig, så tryk på knappen.\n\nLinket virker i {{count}} timer og kun én gang. Din gamle adgangskode virker, indtil du har valgt en ny.',
  'mail.letter.reset.button': 'Vælg adgangskode',
  'mail.letter.notice.subject': 'Besked til dig fra Trygt Natteliv',
  'mail.letter.notice.text': '{{text}}',
  'mail.letter.reads': 'Det står der',
  'mail.letter.secret':
    'Brevet har et link, som kun modtageren må bruge. Derfor kan ingen andre læse det her. Den, der lavede linket, fik det vist.',
  'mail.letter.emptied': 'Teksten er slettet. Vi gemmer den i 30 dage.',
  'mail.letter.also': 'Den samme besked står klar, når personen logger ind.',
  'mail.letter.handOver': 'Jeg har givet beskeden videre',
  'mail.letter.handOverHint': 'Læs brevet op, eller giv det videre. Tryk så her. Brevet bliver ikke sendt bagefter.',
  'mail.letter.handedOver': 'Brevet er givet videre.',
  'mail.letter.retry': 'Send igen',
  'mail.letter.retryHint': 'Brevet bliver sendt igen om lidt. Tjek først, at adressen er rigtig.',
  'mail.letter.queuedAgain': 'Brevet bliver sendt om lidt.',
  'mail.letters.title': 'Breve',
  'mail.letters.sends': 'Breve bliver sendt af sig selv. Her ser du, hvordan det går.',
  'mail.letters.noMailer': 'Breve bliver ikke sendt',
  'mail.letters.noMailerText':
    'Byen kan ikke sende mail endnu. Det sætter den op, der driver serveren. Til da: Læs brevet, giv beskeden videre, og tryk på knappen i brevet.',
  'mail.letters.nothing': 'Der er ingen breve.',
  'mail.letters.more': 'Vi viser højst {{most}} breve ad gangen.',
  'mail.letters.to': 'Til',
  'mail.letters.subject': 'Emne',
  'mail.letters.story': 'Forløb',
  'mail.letters.since': 'Skrevet {{at}}.',
  'mail.letters.went': 'Færdigt {{at}}.',
  'mail.letters.said': 'Mailserveren sagde: {{text}}',
  'mail.letters.held': 'En sikkerhedskopi er lagt tilbage, så brevet er måske sendt før.',
  'mail.letters.next': 'Vi prøver igen {{at}}.',
  'mail.group.given-up': 'Kom ikke frem',
  'mail.group.held': 'Holdt tilbage',
  'mail.group.waiting': 'Venter',
  'mail.group.done': 'De sidste 30 dage',
  'mail.state.given-up': 'Opgivet',
  'mail.state.held': 'Venter på jer',
  'mail.state.waiting': 'Venter',
  'mail.state.sent': 'Sendt',
  'mail.state.handed-over': 'Givet videre',
  'mail.kind.invitation-role': 'Invitation til en rolle',
  'mail.kind.invitation-account': 'Invitation til at åbne sin konto',
  'mail.kind.reset': 'Link til en ny adgangskode',
  'mail.kind.notice': 'Besked',
  'mail.news.title': 'Siden sidst',
  'mail.news.nothing': 'Der er ikke noget nyt til dig.',
  'mail.news.fresh': 'Ny',
  'mail.news.seen': 'OK',
  'mail.news.toCourse': 'Til kurset',
  'mail.news.answer': 'Svar her',
  'mail.news.waiting_one': 'Du har fået {{count}} besked',
  'mail.news.waiting_other': 'Du har fået {{count}} beskeder',
}

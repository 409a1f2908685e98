import type { Translation } from '#web/translation.ts'
import type { da } from './words.da.ts'

export const en: Translation<typeof da> = {
  'front.title': 'A safe night begins with us who work in it',
  'front.leadTown':
    'In the partnership {{town}} the venues, the police and the municipality have an agreement: everyone who works in the nightlife is trained for it.',
  'front.lead':
    'The venues, the police and the municipality have an agreement: everyone who works in the nightlife is trained for it.',
  'front.signIn': 'Sign in',
  'front.goOn': 'Go to my courses',
  'front.toNews': 'See your messages',
  'front.toCoverage': 'See the town’s coverage',
  'front.toVenue': 'Go to your venue',
  'front.tryDemo': 'Try the town',
  'front.work': 'You are at work',
  'front.workScan': 'Scan the poster in the staff room. You are under way in a minute.',
  'front.workLearn':
    'Read, practise and take the quiz on your phone, a quiet quarter of an hour at a time. It is working time.',
  'front.workOwn': 'The certificate is yours. It goes with you when you change jobs.',
  'front.own': 'You run a venue',
  'front.ownTonight': 'See who is missing what tonight.',
  'front.ownConfirm': 'Confirm new people with one click.',
  'front.ownProof': 'Show the coverage of your venue, for a day last year as well. You never see answers to quizzes.',
  'front.town': 'You live in the town',
  'front.townWhat':
    'The partnership is a standing agreement between the venues, the police and the municipality. They help each other to prevent violence, assaults and drugs, and they do not serve anybody under 18.',
  'front.townHolstebro':
    'The idea comes from Holstebro. The owners there saw fewer conflicts, and young people felt safer. At the same time the police wrote down more cases of violence. Perhaps because more people called.',
  'front.townPromise': 'So we do not promise a figure. We show who has learned what.',
  'front.cards': 'Help cards: what to do when it counts',
  'front.verify': 'Check a certificate',
  'front.verifyNumber': 'The number on the certificate',
  'front.verifyHint': 'Capitals, small letters and spaces make no difference.',
  'front.verifyGo': 'Check the number',
}

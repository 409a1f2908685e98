import type { Translation } from '#web/translation.ts'
import type { da } from './words.da.ts'

export const en: Translation<typeof da> = {
  'mail.role.manager': 'manager',
  'mail.role.trainer': 'trainer',
  'mail.role.association': 'member of the association',
  'mail.role.partner': 'partner',
  'mail.notice.employment-confirmed': '{{venue}} has confirmed that you work there.',
  'mail.notice.employment-rejected':
    '{{venue}} has not confirmed that you work there. If that is wrong, talk to your manager.',
  'mail.notice.employment-ended': 'Your last day at {{venue}} is set to {{day}}. Your certificates are still yours.',
  'mail.notice.employment-corrected':
    '{{venue}} has corrected what is written about your job there. Please check that it is right.',
  'mail.notice.employment-offered':
    '{{venue}} says that you work there. It counts only when you say yes yourself, on the page My account.',
  'mail.notice.job-changed': 'Your job at {{venue}} becomes {{job}} from {{day}}.',
  'mail.notice.role-ended': 'You are no longer {{role}}.',
  'mail.notice.reset-link-issued':
    'A link was made that can give you a new password. If you did not ask for it, tell the association now.',
  'mail.notice.password-reset':
    'Your password was changed with a link, everyone was signed out, and old codes on paper no longer work. If that was not you, tell the association now.',
  'mail.notice.password-changed':
    'Your password was changed, and old codes on paper no longer work. If that was not you, tell the association now.',
  'mail.notice.login-changed': 'Your login was changed. If that was not you, tell the association now.',
  'mail.notice.recovery-code-used_one':
    'One of your codes was used to get in. You have {{count}} code left. If that was not you, tell the association now.',
  'mail.notice.recovery-code-used_other':
    'One of your codes was used to get in. You have {{count}} codes left. If that was not you, tell the association now.',
  'mail.notice.certificate-revoked':
    'Your certificate in {{course}} was revoked. It is no longer valid. Ask the association if you want to know why.',
  'mail.notice.certificate-replaced':
    'You have a new certificate in {{course}} with your name as it is now. The old number says that it was replaced.',
  'mail.notice.pages-changed_one':
    '{{count}} page of {{course}} has changed. Read it again by {{day}}. Your certificate is valid as before.',
  'mail.notice.pages-changed_other':
    '{{count}} pages of {{course}} have changed. Read them again by {{day}}. Your certificate is valid as before.',
  'mail.notice.people-merged':
    'You were entered twice. Now everything is in one place, and nothing is lost. You sign in with {{login}}.',
  'mail.letter.hello': 'Hello {{name}}',
  'mail.letter.helloStranger': 'Hello',
  'mail.letter.sender': 'Trygt Natteliv, {{town}}',
  'mail.letter.instead': 'Does the button not work? Then copy this address to your browser:',
  'mail.letter.notYou': 'Sign in to Trygt Natteliv to see more. This letter cannot be answered.',
  'mail.letter.notAsked':
    'If you do not know what this is about, do nothing. Do not pass the link on. This letter cannot be answered.',
  'mail.letter.roleAt': '{{role}} at {{venue}}',
  'mail.letter.invitation-role.subject': 'You are invited as {{as}}',
  'mail.letter.invitation-role.text':
    'The partnership {{town}} invites you as {{as}} in Trygt Natteliv.\n\nPress the button and say yes. The link works for seven days, and only once.',
  'mail.letter.invitation-role.button': 'See the invitation',
  'mail.letter.invitation-account.subject': '{{venue}} has entered you',
  'mail.letter.invitation-account.text':
    '{{venue}} has entered you in Trygt Natteliv, {{town}}. Here you take the courses that your job needs.\n\nPress the button and choose a password. Then you are ready. The link works for seven days, and only once.',
  'mail.letter.invitation-account.button': 'Open your account',
  'mail.letter.reset.subject': 'Choose a new password',
  'mail.letter.reset.text_one':
    'Somebody asked for a new password for your login. If that was you, press the button.\n\nThe link works for {{count}} hour, and only once. Your old password works until you have chosen a new one.',
  'mail.letter.reset.text_other':
    'Somebody asked for a new password for your login. If that was you, press the button.\n\nThe link works for {{count}} hours, and only once. Your old password works until you have chosen a new one.',
  'mail.letter.reset.button': 'Choose a password',
  'mail.letter.notice.subject': 'A message to you from Trygt Natteliv',
  'mail.letter.notice.text': '{{text}}',
  'mail.letter.reads': 'What it says',
  'mail.letter.secret':
    'The letter holds a link that only its reader may use. So nobody else can read it here. Whoever made the link was shown it.',
  'mail.letter.emptied': 'The text is deleted. We keep it for 30 days.',
  'mail.letter.also': 'The same message is shown when the person signs in.',
  'mail.letter.handOver': 'I have passed the message on',
  'mail.letter.handOverHint':
    'Read the letter aloud, or hand it over. Then press here. It will not be sent afterwards.',
  'mail.letter.handedOver': 'The letter is handed over.',
  'mail.letter.retry': 'Send again',
  'mail.letter.retryHint': 'The letter will be sent again in a moment. First check that the address is right.',
  'mail.letter.queuedAgain': 'The letter will be sent in a moment.',
  'mail.letters.title': 'Letters',
  'mail.letters.sends': 'Letters are sent by themselves. Here you see how it goes.',
  'mail.letters.noMailer': 'Letters are not sent',
  'mail.letters.noMailerText':
    'The town cannot send mail yet. Whoever runs the server sets that up. Until then: read the letter, pass the message on, and press the button in the letter.',
  'mail.letters.nothing': 'There are no letters.',
  'mail.letters.more': 'We show at most {{most}} letters at a time.',
  'mail.letters.to': 'To',
  'mail.letters.subject': 'Subject',
  'mail.letters.story': 'So far',
  'mail.letters.since': 'Written {{at}}.',
  'mail.letters.went': 'Done {{at}}.',
  'mail.letters.said': 'The mail server said: {{text}}',
  'mail.letters.held': 'A backup was restored, so the letter may have been sent before.',
  'mail.letters.next': 'We try again {{at}}.',
  'mail.group.given-up': 'Did not arrive',
  'mail.group.held': 'Held back',
  'mail.group.waiting': 'Waiting',
  'mail.group.done': 'The last 30 days',
  'mail.state.given-up': 'Given up',
  'mail.state.held': 'Waiting for you',
  'mail.state.waiting': 'Waiting',
  'mail.state.sent': 'Sent',
  'mail.state.handed-over': 'Handed over',
  'mail.kind.invitation-role': 'Invitation to a role',
  'mail.kind.invitation-account': 'Invitation to open an account',
  'mail.kind.reset': 'Link for a new password',
  'mail.kind.notice': 'Message',
  'mail.news.title': 'Since last time',
  'mail.news.nothing': 'There is nothing new for you.',
  'mail.news.fresh': 'New',
  'mail.news.seen': 'OK',
  'mail.news.toCourse': 'To the course',
  'mail.news.answer': 'Answer here',
  'mail.news.waiting_one': 'You have {{count}} message',
  'mail.news.waiting_other': 'You have {{count}} messages',
}

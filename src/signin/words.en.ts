import type { Translation } from '#web/translation.ts'
import type { da } from './words.da.ts'

export const en: Translation<typeof da> = {
  'signin.title': 'Sign in',
  'signin.submit': 'Sign in',
  'signin.newcomer': 'New here? Scan the poster at work and you are under way in a minute.',
  'signin.login': 'E-mail or mobile number',
  'signin.loginHint': 'Mobile number from another country: begin with + and the number of the country.',
  'signin.loginFault': 'Write an e-mail like name@example.com or a Danish mobile number of 8 digits.',
  'signin.password': 'Password',
  'signin.passwordMissing': 'Write your password.',
  'signin.passwordHint': 'At least 12 characters. Four words that you can remember are good.',
  'signin.passwordSuggested': 'Write it down, or let your phone remember it.',
  'signin.passwordAgain': 'Write the password again. We do not show it on the page.',
  'signin.passwordShort': 'The password is too short. It needs at least 12 characters.',
  'signin.passwordLong': 'The password is too long. It may have 200 characters.',
  'signin.passwordPattern': 'The password is a pattern that is easy to guess. Choose another.',
  'signin.passwordCommon': 'Many people use that password. Take words that others will not guess.',
  'signin.passwordOwn': 'The password may not be just your name, your login or the name of the place.',
  'signin.wrong': 'Login and password do not fit together. Try again.',
  'signin.wait_one': 'Too many tries. Wait {{count}} minute and try again.',
  'signin.wait_other': 'Too many tries. Wait {{count}} minutes and try again.',
}

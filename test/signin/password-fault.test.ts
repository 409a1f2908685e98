import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededChance } from '#base/chance.ts'
import { isPassphrase, passphraseWords, suggestPassphrase } from '#signin/passphrase.ts'
import { passwordFault } from '#signin/password-fault.ts'

const ines = { name: 'Ines Sørensen', login: 'ines.s@example.dk', words: ['Café Havnen', 'Holstebro'] }
const faultOf = (password: string) => passwordFault(password, ines)

test.each([
  'correct horse battery staple',
  'kaffe-sol-cykel-42',
  'Vi ses på fredag ved kajen!',
  'tR9#kq2Lm!xZ',
  '            x y z q w 7',
  '雪が降る町の静かな夜に猫が歩く',
  '🦀🐙🦑🐡🐠🐟🐬🐳🐋🦈🐊🐢',
  'jeg cykler hjem fra Havnen klokken fem',
  'bare noget langt og sjovt'.padEnd(60, ' igen og igen'),
])('%j is a password', (password) => {
  expect(faultOf(password)).toBeNull()
})

test('eleven signs are too few, whatever they are made of; 200 are enough', () => {
  expect(faultOf('tR9#kq2Lm!x')).toBe('signin.passwordShort')
  expect(faultOf('🦀🐙🦑🐡🐠🐟')).toBe('signin.passwordShort')
  const long = 'kaffe sol cykel '.repeat(20)
  expect(faultOf(`x${long.slice(0, 199)}`)).toBeNull()
  expect(faultOf(`x${long.slice(0, 200)}`)).toBe('signin.passwordLong')
})

test.each([
  'aaaaaaaaaaaaaaaa',
  'abababababab',
  '123123123123',
  'marinamarina',
  'hundhundhund',
  '123456789012',
  '12345678987654321',
  'abcdefghijklmnop',
  'qwertyuiopasdf',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  'q1w2e3r4t5y6u7',
  '1qa2ws3ed4rf5tg',
  'qwerty123456',
  '            ',
])('%j is one pattern', (password) => {
  expect(faultOf(password)).toBe('signin.passwordPattern')
})

test.each([
  'password1234',
  'Password2026!',
  'P@ssw0rd12345',
  'kodeord12345',
  'Adgangskode1!',
  'hemmelighed12',
  'sommer2026!!',
  'iloveyou2026',
  'velkommen123',
  'Danmark-2026-Danmark',
  'fodbold123456',
  'solsikke20262027',
  'administrator',
  'philadelphia1',
  'letmein12345',
  'minhemmeligekode',
  'københavn2026',
  'kobenhavn2026',
])('%j is common', (password) => {
  expect(faultOf(password)).toBe('signin.passwordCommon')
})

test.each([
  'InesSørensen1',
  'ines-sorensen',
  'Soerensen2026',
  'cafehavnen2026',
  'Café Havnen 26',
  'Holstebro12345',
  'holstebrohavnen',
  '1n3s.soerensen!',
  'ines.s@example',
])('%j is made of names of hers or the place', (password) => {
  expect(faultOf(password)).toBe('signin.passwordOwn')
})

test('somebody else may use a name that is not theirs', () => {
  const noor = { name: 'Noor Haddad', login: '+4520304050', words: ['Kilden', 'Struer'] }
  expect(passwordFault('ines-sorensen-cykler', noor)).toBeNull()
  expect(passwordFault('+45 20304050 !', noor)).toBe('signin.passwordOwn')
})

test('what is typed in one Unicode form is judged as in the other', () => {
  const typed = 'åløbtur på vejen'
  expect(faultOf(typed.normalize('NFD'))).toBe(faultOf(typed.normalize('NFC')))
})

test('random passwords are not refused, and judging takes no time whatever is typed', () => {
  const sign = fc.constantFrom(...'abcdefghijkmnpqrstuvwxyz23456789')
  fc.assert(
    fc.property(fc.array(sign, { minLength: 16, maxLength: 40 }), (signs) => faultOf(signs.join('')) === null),
    {
      seed: 1,
      numRuns: 300,
    },
  )
  const begin = performance.now()
  fc.assert(
    fc.property(fc.string({ maxLength: 1000 }), (text) => void faultOf(text)),
    { seed: 2, numRuns: 300 },
  )
  expect((performance.now() - begin) / 300).toBeLessThan(10)
})

test('there are over 1,024 words, each once and on any keyboard, so four of them are worth 40 bits', () => {
  expect(passphraseWords.length).toBeGreaterThan(1024)
  expect(new Set(passphraseWords).size).toBe(passphraseWords.length)
  expect(passphraseWords.filter((word) => !/^[a-z]{4,8}$/.test(word))).toEqual([])
})

test('a suggestion is a password, differs each time, and is known again', () => {
  const chance = seededChance(7)
  const suggestions = Array.from({ length: 500 }, () => suggestPassphrase(chance))
  expect(new Set(suggestions).size).toBe(500)
  expect(suggestions.filter((one) => !isPassphrase(one))).toEqual([])
  expect(suggestions.filter((one) => faultOf(one) !== null)).toEqual([])
  expect(isPassphrase('min-egen-kode-her')).toBe(false)
})

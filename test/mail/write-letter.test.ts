import { parse } from 'node-html-parser'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eraseLettersOf } from '#mail/erase-letters.ts'
import { noticesOf } from '#mail/notice-store.ts'
import { sendLetters } from '#mail/send-letters.ts'
import { tellPerson } from '#mail/tell-person.ts'
import { writeLetter } from '#mail/write-letter.ts'
import { changeLanguage } from '#people/change-language.ts'
import { clockwork } from '#policy.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { lettersOf, writeOne } from './letters.ts'

let house: TestHouse
let cast: Cast
beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  await house.db.deleteFrom('letters').execute()
  await house.db.deleteFrom('notices').execute()
})
afterEach(() => house.close())

const tell = (personId: string) =>
  house.as(clockwork, (work) =>
    tellPerson(work, { personId, kind: 'job-changed', values: { venue: 'Havnen', job: 'door', day: '2026-12-01' } }),
  )

test.each([
  ['da', 'Du er inviteret som leder på Havnen', 'Partnerskabet Holstebro inviterer dig', 'Se invitationen'],
  ['en', 'You are invited as manager at Havnen', 'The partnership Holstebro invites you', 'See the invitation'],
] as const)('an invitation reads in %s, as text and as HTML, with the link as a button and as text', async (...of) => {
  const [language, subject, says, button] = of
  const link = 'https://natteliv.dk/invitation/abc?x=1&y=2'
  const values = { role: 'manager', venue: 'Havnen' } as const
  const to = { address: 'new@example.dk', name: 'Nora' }
  await house.as(clockwork, (work) =>
    writeLetter(work, { once: 'i', to, language, kind: 'invitation-role', values, link }),
  )
  const [letter] = await lettersOf(house)
  expect(letter).toMatchObject({ subject, to_address: 'new@example.dk', to_name: 'Nora', secret: 1, language })
  expect(letter?.text).toContain(says)
  expect(letter?.text).toContain(`${button}:\n${link}\n`)
  const page = parse(letter?.html ?? '')
  expect(page.querySelector('html')?.getAttribute('lang')).toBe(language)
  expect(page.textContent).toContain(says)
  expect(page.querySelectorAll('a').map((a) => [a.textContent, a.getAttribute('href')])).toEqual([
    [button, link],
    [link, link],
  ])
  expect(page.querySelectorAll('img, script, link, iframe')).toEqual([])
})

test('a role of the whole town names no venue', async () => {
  const of = { once: 'i', to: { address: 'p@example.dk', name: null }, kind: 'invitation-role' } as const
  await house.as(clockwork, (work) =>
    writeLetter(work, { ...of, language: 'da', values: { role: 'partner', venue: '' }, link: 'https://x.dk/i' }),
  )
  const [letter] = await lettersOf(house)
  expect(letter?.subject).toBe('Du er inviteret som partner')
  expect(letter?.text?.startsWith('Hej\n\nPartnerskabet Holstebro inviterer dig som partner i')).toBe(true)
})

test('names that carry markup, lines or directions are shown as what they are', async () => {
  await writeOne(house, 1, {
    to: { address: 'a@example.dk', name: 'Eve\r\nBcc: x@example.dk\u202e' },
    values: { text: '<script>alert(1)</script> {{town}} $t(site.name)' },
  })
  const [letter] = await lettersOf(house)
  expect(letter?.to_name).toBe('Eve Bcc: x@example.dk')
  expect(letter?.text).toContain('Hej Eve Bcc: x@example.dk\n')
  expect(letter?.text).toContain('<script>alert(1)</script> {{town}} $t(site.name)')
  expect(letter?.html).not.toContain('<script>')
  expect(parse(letter?.html ?? '').querySelectorAll('p')[1]?.innerHTML).toContain('&lt;script&gt;')
})

test.each(['a@example.dk, b@example.dk', 'a@example.dk\r\nBcc: b@example.dk', '+4520304050', 'Eve <a@example.dk>', ''])(
  'a letter to %j is not written',
  async (address) => {
    await expect(writeOne(house, 1, { to: { address, name: null } })).rejects.toThrow('e-mail address')
    expect(await lettersOf(house)).toEqual([])
  },
)

test('Ines is told in her own language, here and by mail; with a mobile number only here', async () => {
  await house.as(cast.ines, (work) => changeLanguage(work, { personId: cast.ines, language: 'da' }))
  await tell(cast.ines)
  const [letter] = await lettersOf(house)
  expect(letter).toMatchObject({ person_id: cast.ines, to_address: 'ines@example.dk', secret: 0, kind: 'notice' })
  expect(letter?.text).toContain('Dit job på Havnen bliver Dør fra 1. december 2026.')
  await house.db.updateTable('people').set({ login: '+4520304050' }).where('id', '=', cast.ines).execute()
  await tell(cast.ines)
  expect(await noticesOf(house.db, cast.ines)).toHaveLength(2)
  expect(await lettersOf(house)).toHaveLength(1)
})

test('nothing is left of what was written to somebody who leaves, and nobody else loses anything, whatever the address', async () => {
  await tell(cast.ines)
  await tell(cast.noor)
  await writeOne(house, 1, { to: { address: 'ines@example.dk', name: null } })
  await house.as(clockwork, (work) => eraseLettersOf(work, cast.ines))
  expect((await lettersOf(house)).map(({ to_address }) => to_address)).toEqual(['noor@example.dk', 'ines@example.dk'])
  expect(await noticesOf(house.db, cast.ines)).toEqual([])
  expect(await noticesOf(house.db, cast.noor)).toHaveLength(1)
  await house.db.updateTable('people').set({ name: null, login: null }).where('id', '=', cast.ines).execute()
  await tell(cast.ines)
  expect(await noticesOf(house.db, cast.ines)).toEqual([])
})

test.each(['sqlite', 'postgres'] as const)(
  'on %s a letter is written once, sent once and comes back when refused',
  async (on) => {
    const sent: string[] = []
    let refuses = true
    const send = async ({ to }: { to: { address: string } }) => {
      if (refuses) throw new Error('not now')
      sent.push(to.address)
    }
    const other = await openTestHouse({ on, mailer: { send, close: () => {} } })
    await settleCast(other)
    await other.db.deleteFrom('letters').execute()
    await writeOne(other, 1)
    await writeOne(other, 1, { to: { address: 'else@example.dk', name: null } })
    expect(await sendLetters(other)).toBe(0)
    expect(await sendLetters(other)).toBe(0)
    expect(await lettersOf(other)).toMatchObject([{ tries: 1, fault: 'not now', sent_at: null }])
    refuses = false
    other.at('2026-11-22T12:02:00Z')
    expect(await Promise.all([sendLetters(other), sendLetters(other)])).toContain(1)
    expect(sent).toEqual(['person1@example.dk'])
    expect((await lettersOf(other))[0]?.sent_at).not.toBeNull()
    await other.close()
  },
)

import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Mailer, OutgoingLetter } from '#house.ts'
import type { MailFault } from '#mail/mail-fault.ts'
import { openMailer } from '#mail/mailer.ts'
import { readSmtpUrl } from '#mail/smtp-url.ts'
import { openSmtpPeer, type SmtpPeer } from '../support/smtp-peer.ts'

const baseUrl = 'https://natteliv.holstebro.dk'
const letter: OutgoingLetter = {
  to: { address: 'ines@example.dk', name: 'Ines Sørensen' },
  subject: 'Vælg en ny adgangskode',
  text: 'Hej Ines\n\nhttps://natteliv.holstebro.dk/reset/abc\n',
  html: '<p>Hej Ines</p>',
  messageId: 'abc123@natteliv.holstebro.dk',
  language: 'da',
}

let peer: SmtpPeer
let mailer: Mailer
beforeEach(async () => {
  peer = await openSmtpPeer()
  mailer = openMailer(peer.url, baseUrl)
})
afterEach(async () => {
  mailer.close()
  await peer.close()
})

const faultOf = (send: Promise<void>) => send.then(() => null).catch((fault: MailFault) => [fault.of, fault.message])

test('a letter arrives with its text, its HTML, its Danish letters and nothing that follows its reader', async () => {
  await mailer.send(letter)
  const got = peer.letters[0]
  const mail = await got?.parsed()
  expect(got?.to).toEqual(['ines@example.dk'])
  expect(got?.from).toBe('natteliv@natteliv.holstebro.dk')
  expect(mail?.subject).toBe('Vælg en ny adgangskode')
  expect(mail?.to).toMatchObject([{ name: 'Ines Sørensen', address: 'ines@example.dk' }])
  expect(mail?.text?.trim()).toBe(letter.text.trim())
  expect(mail?.html).toContain('<p>Hej Ines</p>')
  expect(mail?.messageId).toBe('<abc123@natteliv.holstebro.dk>')
  const headers = new Map(mail?.headers.map(({ key, value }) => [key, value]))
  expect(headers.get('auto-submitted')).toBe('auto-generated')
  expect(headers.get('x-auto-response-suppress')).toBe('All')
  expect(headers.get('content-language')).toBe('da')
  expect(headers.has('x-mailer')).toBe(false)
})

const hostile: readonly Partial<OutgoingLetter>[] = [
  { to: { address: 'ines@example.dk', name: 'Ines\r\nBcc: eve@example.dk' } },
  { to: { address: 'ines@example.dk', name: 'Ines" <eve@example.dk>, "' } },
  { to: { address: 'ines@example.dk', name: 'Ines\u2028Bcc: eve@example.dk, eve2@example.dk' } },
  { to: { address: 'ines@example.dk', name: 'I'.repeat(5000) } },
  { subject: 'Hej\r\nBcc: eve@example.dk\r\nX-Evil: yes' },
  { subject: 'Hej\n\n<script>alert(1)</script>' },
]

test('names and subjects that would add a header or a reader do not', async () => {
  await mailer.send(letter)
  for (const part of hostile) await mailer.send({ ...letter, ...part })
  expect(peer.letters).toHaveLength(1 + hostile.length)
  const plain = await peer.letters[0]?.parsed()
  const names = (mail: typeof plain) => mail?.headers.map(({ key }) => key).sort()
  for (const got of peer.letters) {
    expect(got.to).toEqual(['ines@example.dk'])
    const mail = await got.parsed()
    expect(names(mail)).toEqual(names(plain))
    expect(mail.to?.map(({ address }) => address)).toEqual(['ines@example.dk'])
    expect(mail.bcc ?? []).toEqual([])
  }
})

test('what the server says is told apart: this address, this letter, or no letter at all', async () => {
  peer.mood({ refuses: 550, at: 'recipient' })
  expect(await faultOf(mailer.send(letter))).toEqual(['address', expect.stringContaining('550')])
  peer.mood({ refuses: 450, at: 'recipient' })
  expect(await faultOf(mailer.send(letter))).toEqual(['letter', expect.stringContaining('450')])
  peer.mood({ refuses: 554, at: 'letter' })
  expect(await faultOf(mailer.send(letter))).toEqual(['letter', expect.stringContaining('554')])
  peer.mood({ refuses: 421, at: 'recipient' })
  expect(await faultOf(mailer.send(letter))).toEqual(['server', expect.stringContaining('421')])
  peer.mood({ refuses: 554, at: 'greeting' })
  expect((await faultOf(mailer.send(letter)))?.[0]).toBe('server')
  await peer.goDown()
  expect((await faultOf(mailer.send(letter)))?.[0]).toBe('server')
  await peer.comeUp()
  peer.mood('takes')
  await mailer.send(letter)
  expect(peer.letters).toHaveLength(1)
})

test('a letter that was taken without an answer is not sent a second time unasked', async () => {
  peer.mood('drops')
  expect((await faultOf(mailer.send(letter)))?.[0]).toBe('server')
  expect(peer.letters).toHaveLength(1)
})

test('a server that never says a word is left after a while', async () => {
  peer.mood('tarpits')
  const impatient = openMailer(peer.url, baseUrl, 200)
  expect((await faultOf(impatient.send(letter)))?.[0]).toBe('server')
  impatient.close()
})

test('many letters go over few connections', async () => {
  for (let n = 0; n < 30; n++) await mailer.send(letter)
  expect(peer.letters).toHaveLength(30)
  expect(peer.connections).toBe(1)
})

test('smtps never speaks in the clear', async () => {
  const safe = openMailer(peer.url.replace('smtp:', 'smtps:'), baseUrl)
  expect((await faultOf(safe.send(letter)))?.[0]).toBe('server')
  expect(peer.letters).toEqual([])
  safe.close()
})

test('an SMTP_URL says where, how safely, as whom and from whom', () => {
  expect(readSmtpUrl('smtps://anna:p%40ss@mail.example.dk?from=nat@by.dk', baseUrl)).toEqual({
    host: 'mail.example.dk',
    port: 465,
    secure: true,
    requireTLS: false,
    ignoreTLS: false,
    auth: { user: 'anna', pass: 'p@ss' },
    from: 'nat@by.dk',
  })
  const elsewhere = readSmtpUrl('smtp://anna:x@mail.example.dk', baseUrl)
  expect(elsewhere).toMatchObject({
    port: 587,
    secure: false,
    requireTLS: true,
    from: 'natteliv@natteliv.holstebro.dk',
  })
  expect(readSmtpUrl('smtp://mail.example.dk:25', baseUrl)).toMatchObject({ port: 25, requireTLS: false, auth: null })
  expect(readSmtpUrl('smtp://mail.example.dk?tls=required', baseUrl).requireTLS).toBe(true)
  expect(readSmtpUrl('smtp://[::1]:2525', baseUrl)).toMatchObject({ host: '::1', ignoreTLS: true, requireTLS: false })
})

import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A letter as the mail server got it. */
export interface ReceivedLetter {
  /** Envelope: who gets it, whatever the headers say. */
  to: string[]
  from: string
  raw: string
  /** With its angle brackets. */
  messageId: string
  parsed(): Promise<Email>
}

/** How a mail server treats what comes, until told otherwise. */
export type Mood =
  | 'takes'
  /** Takes the letter and breaks the connection before it says so. */
  | 'drops'
  /** Never says a word. */
  | 'tarpits'
  | { refuses: number; at: 'greeting' | 'recipient' | 'letter' }

export interface SmtpPeer {
  /** For SMTP_URL. */
  url: string
  letters: ReceivedLetter[]
  readonly connections: number
  mood(mood: Mood): void
  /** Nobody answers on its port. */
  goDown(): Promise<void>
  comeUp(): Promise<void>
  close(): Promise<void>
}

/** A real mail server on a free port of this machine that keeps what it gets, and can be moody. */
export async function openSmtpPeer(): Promise<SmtpPeer> {
  const letters: ReceivedLetter[] = []
  let mood: Mood = 'takes'
  let connections = 0
  let server: SMTPServer | null = null
  const sockets = new Set<Socket>()
  const breakOff = () => {
    for (const socket of sockets) socket.destroy()
  }
  const refusal = (at: 'greeting' | 'recipient' | 'letter') =>
    typeof mood === 'object' && mood.at === at
      ? Object.assign(new Error(`we say ${mood.refuses} to the ${at}`), { responseCode: mood.refuses })
      : null

  const listen = async (port: number) => {
    const opened = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      closeTimeout: 50,
      onAuth: (_auth, _session, answer) => answer(null, { user: 'somebody' }),
      onConnect: (_session, answer) => {
        connections++
        if (mood !== 'tarpits') answer(refusal('greeting'))
      },
      onRcptTo: (_address, _session, answer) => answer(refusal('recipient')),
      onData: async (stream, { envelope }, answer) => {
        const raw = await text(stream)
        const no = refusal('letter')
        if (no) return answer(no)
        const messageId = /^message-id: (\S+)/im.exec(raw)?.[1] ?? ''
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        const to = envelope.rcptTo.map((one) => one.address)
        letters.push({ to, from, raw, messageId, parsed: () => PostalMime.parse(raw) })
        return mood === 'drops' ? breakOff() : answer(null)
      },
    })
    opened.on('error', () => {})
    opened.server.on('connection', (socket) => {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
    })
    opened.listen(port, '127.0.0.1')
    await once(opened.server, 'listening')
    server = opened
    return (opened.server.address() as AddressInfo).port
  }

  const goDown = async () => {
    const going = server
    server = null
    breakOff()
    if (going) await new Promise<void>((done) => going.close(() => done()))
  }
  const port = await listen(0)
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    get connections() {
      return connections
    },
    mood: (next) => {
      mood = next
    },
    goDown,
    comeUp: async () => void (await listen(port)),
    close: goDown,
  }
}

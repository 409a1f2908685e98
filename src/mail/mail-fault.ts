import { headerLine } from './address.ts'

/**
 * Why a letter did not go. `address`: this address is refused for good; `letter`: this letter was not taken now, others may be;
 * `server`: no letter goes now.
 */
export type FaultOf = 'address' | 'letter' | 'server'

/** What the mail server said, in one line. */
export class MailFault extends Error {
  readonly of: FaultOf

  constructor(of: FaultOf, said: string) {
    super(headerLine(said))
    this.of = of
  }
}

interface Said {
  message: string
  code?: string | undefined
  command?: string | undefined
  response?: string | undefined
  responseCode?: number | undefined
}

/**
 * RFC 5321 4.2.1: 5xx to RCPT TO is about the address and for good, 421 closes the connection, other answers to it and to DATA are about the
 * letter. Whatever comes before that, or instead of an answer, is about the server.
 */
export function mailFault({ message, code, command, response, responseCode = 0 }: Said): MailFault {
  const said = response ?? message
  if (command === 'RCPT TO' && responseCode >= 500) return new MailFault('address', said)
  const aboutLetter = code === 'EMESSAGE' || (code === 'EENVELOPE' && command !== 'MAIL FROM')
  return new MailFault(aboutLetter && responseCode !== 421 ? 'letter' : 'server', said)
}

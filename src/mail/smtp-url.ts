import { mailAddressOf } from './address.ts'

/** What an SMTP_URL says, as nodemailer wants it. */
export interface SmtpServer {
  host: string
  port: number
  /** TLS from the first byte; otherwise the connection is made safe by STARTTLS where the server offers it. */
  secure: boolean
  /** No letter leaves, and no password, unless the connection is safe. */
  requireTLS: boolean
  /** On this machine itself nothing needs hiding, and a server there seldom has a name to prove. */
  ignoreTLS: boolean
  auth: { user: string; pass: string } | null
  /** The sender's address. */
  from: string
}

const loopback = /^(localhost|127(\.\d+){3}|::1)$/

/**
 * Reads an SMTP_URL: `smtps://` is TLS and nothing else (port 465), `smtp://` is port 587 with STARTTLS, which a password insists on. In its query
 * `from=` is the sender's address, otherwise natteliv@ the host of BASE_URL, and `tls=required` insists on STARTTLS without a password. Pure.
 */
export function readSmtpUrl(smtpUrl: string, baseUrl: string): SmtpServer {
  const url = new URL(smtpUrl)
  const host = url.hostname.replace(/^\[|\]$/g, '') || 'localhost'
  const secure = url.protocol === 'smtps:'
  const here = loopback.test(host)
  const user = decodeURIComponent(url.username)
  return {
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !here && (user !== '' || url.searchParams.get('tls') === 'required'),
    ignoreTLS: !secure && here,
    auth: user ? { user, pass: decodeURIComponent(url.password) } : null,
    from: mailAddressOf(url.searchParams.get('from')) ?? `natteliv@${new URL(baseUrl).hostname}`,
  }
}

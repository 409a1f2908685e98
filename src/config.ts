import { isAbsolute, join, resolve } from 'node:path'

/** The courses that come with the software. */
export const coursesFolder = join(import.meta.dirname, '../courses')

export interface Config {
  port: number
  host: string
  /** Absolute. */
  dataDir: string
  /** Scheme, host and port as people see them, without a slash at the end: `https://natteliv.holstebro.dk`. */
  baseUrl: string
  demo: boolean
  /** Addresses of the reverse proxies whose forwarded headers count; empty = none. */
  trustProxy: readonly string[]
  /** Where letters go, `smtp://` or `smtps://`; null = letters are kept and handed over. */
  smtpUrl: string | null
}

/** What is wrong with the settings, one line each. */
export class ConfigFault extends Error {
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

/** Reads the settings from the environment once. Throws ConfigFault with every fault at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, { demo = false } = {}): Config {
  const faults: string[] = []
  const fault = (text: string) => {
    faults.push(text)
  }

  const port = Number(env.PORT || 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    fault(`PORT=${env.PORT}: must be a whole number from 0 to 65535`)
  const host = env.HOST || '127.0.0.1'
  if (!/^[\w.:-]+$/.test(host)) fault(`HOST=${host}: must be a name or an address to listen on`)
  const baseUrl = readBaseUrl(env.BASE_URL, host, port, fault)
  if (env.DATABASE_URL)
    fault('DATABASE_URL is set, but this version runs on SQLite in DATA_DIR only: remove DATABASE_URL')
  const dataDir = resolve(env.DATA_DIR || (demo ? './data-demo' : './data'))
  if (env.DATA_DIR?.includes('\0') || !isAbsolute(dataDir)) fault(`DATA_DIR=${env.DATA_DIR}: is not a folder's path`)
  const trustProxy = (env.TRUST_PROXY ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  for (const address of trustProxy)
    if (!/^[\da-fA-F.:]+(\/\d{1,3})?$/.test(address))
      fault(`TRUST_PROXY=${address}: must be addresses of proxies with commas between, never "true"`)
  const smtpUrl = env.SMTP_URL || null
  if (smtpUrl && !/^smtps?:$/.test(URL.parse(smtpUrl)?.protocol ?? ''))
    fault('SMTP_URL: must be like smtp://user:password@mail.example.dk:587')

  const smtp = URL.parse(smtpUrl ?? '')
  const smtpFrom = smtp?.searchParams.get('from')
  if (smtpFrom && !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(smtpFrom))
    fault(`SMTP_URL: from=${smtpFrom} must be an address like natteliv@example.dk`)
  if (/%(?![\da-f]{2})/i.test(`${smtp?.username}${smtp?.password}`))
    fault('SMTP_URL: the password holds a % that must be written %25')

  if (faults.length > 0) throw new ConfigFault(faults)
  return { port, host, dataDir, baseUrl, demo, trustProxy, smtpUrl }
}

const loopback = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/

function readBaseUrl(text: string | undefined, host: string, port: number, fault: (text: string) => void): string {
  if (!text) {
    if (!loopback.test(host)) fault('BASE_URL is missing: needed when HOST is not this machine itself, as https://…')
    return `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`
  }
  const url = URL.parse(text)
  const plain = url !== null && url.pathname === '/' && !url.search && !url.hash && !url.username
  if (!url || !plain || !/^https?:$/.test(url.protocol))
    fault(`BASE_URL=${text}: must be like https://natteliv.example.dk`)
  else if (url.protocol === 'http:' && !loopback.test(url.hostname))
    fault(`BASE_URL=${text}: plain http is for this machine only; use https`)
  return text.replace(/\/+$/, '')
}

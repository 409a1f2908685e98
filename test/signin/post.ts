import type { FastifyInstance } from 'fastify'

interface Sent {
  /** The address it comes from. */
  from?: string
  cookie?: string
  language?: 'da' | 'en'
}

/** Sends a form as a browser on one device would. */
export function post(app: FastifyInstance, url: string, fields: Record<string, string>, sent: Sent = {}) {
  const { from = '192.0.2.1', cookie = '', language = 'en' } = sent
  return app.inject({
    method: 'POST',
    url,
    remoteAddress: from,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      cookie: [`language=${language}`, cookie].filter(Boolean).join('; '),
    },
    payload: new URLSearchParams(fields).toString(),
  })
}

/** The cookies an answer sets, as the next request would send them. */
export const cookiesOf = (answer: { cookies: readonly { name: string; value: string }[] }): string =>
  answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')

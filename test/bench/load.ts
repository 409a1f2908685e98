import autocannon from 'autocannon'

export interface Load {
  url: string
  cookie: string
  body?: string
}

export interface Measured {
  perSecond: number
  p99: number
}

/** Asks as fast as eight connections can for some seconds. Throws when an answer was not as it should be: a wrong answer is fast and worth nothing. */
export async function press({ url, cookie, body }: Load, seconds: number): Promise<Measured> {
  const result = await autocannon({
    url,
    connections: 8,
    duration: seconds,
    headers: { cookie, ...(body ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) },
    ...(body ? { method: 'POST', body } : {}),
  })
  const good = body ? result['3xx'] : result['2xx']
  if (result.errors > 0 || good !== result.requests.total)
    throw new Error(`${url}: ${result.errors} errors, answers ${JSON.stringify(result.statusCodeStats)}`)
  return { perSecond: result.requests.total / result.duration, p99: result.latency.p99 }
}

export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] as number

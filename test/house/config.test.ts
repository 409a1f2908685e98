import { expect, test } from 'vitest'
import { ConfigFault, readConfig } from '#config.ts'

const faultsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env)
    return []
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults
    throw error
  }
}

test('nothing set is a town on this machine alone', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    baseUrl: 'http://localhost:3000',
    trustProxy: [],
  })
  expect(readConfig({}).dataDir).toMatch(/\/data$/)
  expect(readConfig({}, { demo: true }).dataDir).toMatch(/\/data-demo$/)
})

test('a real town behind a proxy', () => {
  const config = readConfig({
    PORT: '8080',
    HOST: '0.0.0.0',
    DATA_DIR: '/var/lib/town',
    BASE_URL: 'https://natteliv.example.dk/',
    TRUST_PROXY: '127.0.0.1, 10.0.0.0/8',
  })
  expect(config).toMatchObject({
    port: 8080,
    dataDir: '/var/lib/town',
    baseUrl: 'https://natteliv.example.dk',
    trustProxy: ['127.0.0.1', '10.0.0.0/8'],
  })
})

test.each([
  [{ PORT: 'ninety' }, 'PORT=ninety'],
  [{ PORT: '-1' }, 'PORT=-1'],
  [{ PORT: '65536' }, 'PORT=65536'],
  [{ PORT: '80.5' }, 'PORT=80.5'],
  [{ HOST: 'a b', BASE_URL: 'https://x.dk' }, 'HOST=a b'],
  [{ HOST: '0.0.0.0' }, 'BASE_URL is missing'],
  [{ BASE_URL: 'natteliv.dk' }, 'BASE_URL=natteliv.dk'],
  [{ BASE_URL: 'ftp://natteliv.dk' }, 'BASE_URL=ftp'],
  [{ BASE_URL: 'http://natteliv.dk' }, 'use https'],
  [{ BASE_URL: 'https://natteliv.dk/x' }, 'BASE_URL=https'],
  [{ BASE_URL: 'https://me@natteliv.dk' }, 'BASE_URL=https'],
  [{ DATABASE_URL: 'postgres://x' }, 'DATABASE_URL'],
  [{ TRUST_PROXY: 'true' }, 'TRUST_PROXY=true'],
  [{ TRUST_PROXY: '127.0.0.1,proxy' }, 'TRUST_PROXY=proxy'],
])('%o is a fault that names itself', (env, words) => {
  const faults = faultsOf(env as Record<string, string>)
  expect(faults).toHaveLength(1)
  expect(faults[0]).toContain(words)
})

test('all faults are told at once', () => {
  expect(faultsOf({ PORT: 'x', BASE_URL: 'y', TRUST_PROXY: 'z', DATABASE_URL: 'w' })).toHaveLength(4)
})

test('a mail server that cannot be reached as written stops the start, and no password is shown', () => {
  expect(readConfig({ SMTP_URL: 'smtps://nat:h%40b@mail.example.dk?from=nat@example.dk' }).smtpUrl).toMatch(/^smtps:/)
  for (const url of [
    'mail.example.dk',
    'http://mail.example.dk',
    'smtp://nat:hemmelig%@mail.example.dk',
    'smtp://mail.example.dk?from=nat',
  ]) {
    const faults = faultsOf({ SMTP_URL: url })
    expect([url, faults.length]).toEqual([url, 1])
    expect(faults[0]).toMatch(/^SMTP_URL/)
    expect(faults[0]).not.toContain('hemmelig')
  }
})

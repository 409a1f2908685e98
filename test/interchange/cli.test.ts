import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runCli } from '../support/cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'questions-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the operator’s verb prints one object a line: each question taken, or refused with its line and the reason', async () => {
  const file = join(folder, 'bank.gift')
  writeFileSync(file, '\uFEFF::Afstand::Hvor står du?{\r\n=Skråt#Godt.\r\n~Tæt på\r\n}\r\n\r\nFortæl om natten. {}\r\n')
  const { code, out } = await runCli(['read-questions', file, '--language', 'da'], {})
  expect(code).toBe(0)
  const [first, second, ...more] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(more).toEqual([])
  expect(first).toMatchObject({
    line: 1,
    title: 'Afstand',
    kind: 'one',
    options: [
      { text: 'Skråt', right: true, feedback: 'Godt.' },
      { text: 'Tæt på', right: false },
    ],
  })
  expect(second).toMatchObject({ line: 6, refused: expect.stringContaining('hel tekst') })
})

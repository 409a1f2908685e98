import { type ChildProcess, spawn } from 'node:child_process'
import { root } from './source.ts'

export interface Ran {
  /** Null when it was killed. */
  code: number | null
  /** What it printed, and what it said on the side. */
  out: string
  err: string
}

/** Starts `npm run cli -- …` in a process of its own. */
export function startCli(args: readonly string[], settings: Readonly<Record<string, string>>) {
  const { PATH = '' } = process.env
  const child: ChildProcess = spawn(process.execPath, ['src/cli.ts', ...args], {
    cwd: root,
    env: { PATH, ...settings },
  })
  const said = { out: '', err: '' }
  child.stdout?.on('data', (chunk: Buffer) => {
    said.out += chunk
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    said.err += chunk
  })
  const ended = new Promise<Ran>((resolve) => child.on('close', (code) => resolve({ code, ...said })))
  return { child, ended }
}

export const runCli = (args: readonly string[], settings: Readonly<Record<string, string>>): Promise<Ran> =>
  startCli(args, settings).ended

export const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) as string

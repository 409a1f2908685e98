import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import packageFile from '../../package.json' with { type: 'json' }
import { root } from './source.ts'

/** What `npm start` hands to Node. */
export const ourServer = packageFile.scripts.start.split(' ').slice(1)

export interface RunningServer {
  child: ChildProcess
  port: number
  /** `http://127.0.0.1:port` */
  url: string
  exit: Promise<number | null>
  /** Everything it printed. */
  output(): string
  /** Waits until it has printed something, and gives that. */
  says(pattern: RegExp): Promise<string>
  /** Ends it by its own handle and waits until it is gone. */
  end(signal?: NodeJS.Signals): Promise<number | null>
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

/** Starts one of our programs in a process of its own, on a free port of this machine. */
export async function startServer(args: readonly string[], settings: Record<string, string>): Promise<RunningServer> {
  const port = Number(settings.PORT ?? (await freePort()))
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { PATH, ...settings, PORT: settings.PORT ?? String(port) },
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk
    })
  const exit = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)))

  return {
    child,
    port,
    url: `http://127.0.0.1:${port}`,
    exit,
    output: () => text,
    says: async (pattern) => {
      for (let tries = 0; tries < 1200; tries++) {
        const match = pattern.exec(text)
        if (match) return match[0]
        if (child.exitCode !== null) break
        await new Promise((resolve) => setTimeout(resolve, 25))
      }
      throw new Error(`the server never said ${pattern}: ${text}`)
    },
    end: async (signal = 'SIGTERM') => {
      child.kill(signal)
      return exit
    },
  }
}

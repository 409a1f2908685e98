import { rmSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { enterAs } from '../axe.ts'
import { newDemoFolder } from '../demo-folder.ts'
import { openSender, type Sender } from '../sender.ts'
import { ourServer, type RunningServer, startServer } from '../server.ts'
import { signInAs } from '../town.ts'
import { openWalker, type Walker, type WalkerOptions } from '../walker.ts'

/** The demo town on a server of its own, where Ada writes. */
export interface WritingTown {
  server: RunningServer
  /** One of the cast on a phone of their own. */
  phoneOf(who: string, way: Pick<WalkerOptions, 'language' | 'javaScript'>): Promise<Walker>
  /** The same without a browser. */
  senderOf(who: string): Promise<Sender>
  close(): Promise<void>
}

export async function openWritingTown(browser: Browser): Promise<WritingTown> {
  const folder = await newDemoFolder()
  const server = await startServer([...ourServer, '--demo'], { DATA_DIR: folder })
  await server.says(/\(DEMO\)/)
  return {
    server,
    async phoneOf(who, way) {
      const walker = await openWalker(browser, { ...way, baseUrl: server.url })
      await enterAs(walker.page, who)
      const other = walker.page.locator(`footer button[value=${way.language}]`)
      if ((await other.count()) > 0) await walker.click(other)
      return walker
    },
    senderOf: async (who) => openSender(server.url, await signInAs(server, who)),
    async close() {
      await server.end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

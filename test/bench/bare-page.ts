import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RunningServer } from '../support/server.ts'
import { signInAs } from '../support/town.ts'

export const lessonPath = '/learning/grundkursus/politisamarbejde'

/** Address of the first page of the first module. */
export async function lessonUrl(server: RunningServer, cookie: string): Promise<string> {
  const course = await (await fetch(`${server.url}/learning/grundkursus`, { headers: { cookie } })).text()
  const page = new RegExp(`href="(${lessonPath}/[a-z0-9-]+)"`).exec(course)?.[1]
  if (!page) throw new Error('the course page links to no lesson')
  return server.url + page
}

/** Writes down our lesson page as a signed-in person gets it, for the bare stack to serve. */
export async function writeBarePage(server: RunningServer, folder: string): Promise<void> {
  const cookie = await signInAs(server, 'noor')
  const answer = await fetch(await lessonUrl(server, cookie), { headers: { cookie, 'accept-encoding': 'identity' } })
  if (answer.status !== 200) throw new Error(`the lesson answers ${answer.status}`)
  writeFileSync(join(folder, 'page.html'), await answer.text())
}

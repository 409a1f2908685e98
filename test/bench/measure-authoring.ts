import { openSender } from '../support/sender.ts'
import type { RunningServer } from '../support/server.ts'
import { slowTexts } from '../support/slow-texts.ts'
import { signInAs } from '../support/town.ts'
import { lessonUrl } from './bare-page.ts'
import { startDemo } from './demo-server.ts'
import { type Load, press } from './load.ts'
import { type Row, row } from './row.ts'

const seconds = 3

/** The preview of texts made to be slow: the longest anybody waits for one, and what learners notice while they are sent one after the other. */
export async function measureAuthoring(folder: string): Promise<Row[]> {
  const server = await startDemo(folder)
  try {
    const preview = await openPreview(server)
    const ordinary = await timed(() => preview('# Ring\n\nRing **112**.\n'))
    const texts = Object.values(slowTexts).map((text) => `# T\n\n${text}`)
    const waits: { hostile: number; next: number }[] = []
    for (const text of texts)
      waits.push({ hostile: await timed(() => preview(text)), next: await timed(() => preview('# T\n\nText')) })
    const cookie = await signInAs(server, 'noor')
    const lesson: Load = { url: await lessonUrl(server, cookie), cookie }
    const alone = await press(lesson, seconds)
    const meanwhile = await pressWhile(lesson, async () => {
      for (const text of texts) await preview(text)
    })
    return [
      row('preview', ordinary, null, 'ms', ''),
      row('preview-hostile', Math.max(...waits.map(({ hostile }) => hostile)), null, 'ms', '≤ 200 ms or refused'),
      row('preview-after-hostile', Math.max(...waits.map(({ next }) => next)), null, 'ms', ''),
      row('lesson-p99-meanwhile', meanwhile, alone.p99, 'ms', '≤ 20 ms'),
    ]
  } finally {
    await server.end()
  }
}

async function openPreview(server: RunningServer): Promise<(text: string) => Promise<void>> {
  const cookie = await signInAs(server, 'ada')
  const path = 'grundkursus/edit/politisamarbejde/da/02-ring.md'
  const editor = await openSender(server.url, cookie).open(`/authoring/${path}`)
  const base = editor.querySelector('input[name=base]')?.getAttribute('value') ?? ''
  const headers = { cookie, 'hx-request': 'true', 'content-type': 'application/x-www-form-urlencoded' }
  const preview = async (text: string) => {
    const body = new URLSearchParams({ base, text }).toString()
    const url = `${server.url}/authoring/${path.replace('edit', 'preview')}`
    const answer = await fetch(url, { method: 'POST', headers, body })
    if (answer.status !== 200) throw new Error(`a preview was answered with ${answer.status}`)
    await answer.text()
  }
  await preview('# T\n\nText')
  return preview
}

async function timed(task: () => Promise<void>): Promise<number> {
  const from = performance.now()
  await task()
  return performance.now() - from
}

/** The 99th of a hundred learners, while somebody does something again and again. */
async function pressWhile(load: Load, task: () => Promise<void>): Promise<number> {
  let over = false
  const doing = (async () => {
    while (!over) await task()
  })()
  const { p99 } = await press(load, seconds)
  over = true
  await doing
  return p99
}

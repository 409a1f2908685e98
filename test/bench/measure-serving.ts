import { readFileSync } from 'node:fs'
import type { ModuleDocument } from '#courses/course.ts'
import { shippedCourse } from '../support/courses.ts'
import { goThrough, startQuiz } from '../support/pass-course.ts'
import { openSender } from '../support/sender.ts'
import { type RunningServer, startServer } from '../support/server.ts'
import { signInAs } from '../support/town.ts'
import { lessonUrl } from './bare-page.ts'
import { startDemo } from './demo-server.ts'
import { type Load, type Measured, median, press } from './load.ts'
import { type Row, row } from './row.ts'

const rounds = 5
const seconds = 3

/** Lesson pages and saved answers per second, ours and bare taking turns, and what memory our server needs after it. Nothing is compressed. */
export async function measureServing(folder: string): Promise<Row[]> {
  const ours = await startDemo(folder)
  const bare = await startServer(['test/bench/bare-server.ts', folder], {})
  try {
    await bare.says(/ready/)
    return await measureBoth(ours, bare)
  } finally {
    await ours.end()
    await bare.end()
  }
}

async function measureBoth(ours: RunningServer, bare: RunningServer): Promise<Row[]> {
  const cookie = await signInAs(ours, 'noor')
  const page = { url: await lessonUrl(ours, cookie), cookie }
  const lesson = await takeTurns(page, { url: `${bare.url}/lesson`, cookie: 'session=ines' })
  const question = { url: await openQuestion(ours, cookie), cookie, body: 'choice=1' }
  const answer = await takeTurns(question, { url: `${bare.url}/answer`, cookie: 'session=ines', body: 'choice=1' })
  return [
    row('lesson', lesson.ours.perSecond, lesson.bare.perSecond, '1/s', '≥ 0.7 of bare'),
    row('lesson-p99', lesson.ours.p99, lesson.bare.p99, 'ms', '≤ 20 ms'),
    row('answer', answer.ours.perSecond, answer.bare.perSecond, '1/s', '≥ 0.5 of bare'),
    row('answer-p99', answer.ours.p99, answer.bare.p99, 'ms', ''),
    row('memory', megabytes(ours), megabytes(bare), 'MB', '≤ 150 MB'),
  ]
}

async function takeTurns(ours: Load, bare: Load): Promise<{ ours: Measured; bare: Measured }> {
  await press(ours, 1)
  await press(bare, 1)
  const turns: { ours: Measured; bare: Measured }[] = []
  for (let round = 0; round < rounds; round++)
    turns.push({ ours: await press(ours, seconds), bare: await press(bare, seconds) })
  const middle = (side: 'ours' | 'bare'): Measured => ({
    perSecond: median(turns.map((turn) => turn[side].perSecond)),
    p99: median(turns.map((turn) => turn[side].p99)),
  })
  return { ours: middle('ours'), bare: middle('bare') }
}

/** A question with one right answer in an open attempt of Noor's, who is half-way: she goes through the second module first, by its forms. */
async function openQuestion(server: RunningServer, cookie: string): Promise<string> {
  const course = await shippedCourse('grundkursus')
  const part = { course, module: course.modules[1] as ModuleDocument }
  const noor = { sender: openSender(server.url, cookie), language: 'da' } as const
  await goThrough(noor, part)
  const first = await startQuiz(noor, part)
  for (let n = 1; n <= part.module.quiz.draw; n++) {
    const path = first.replace(/\d+$/, String(n))
    if ((await noor.sender.open(path)).querySelector('input[type=radio]')) return server.url + path
  }
  throw new Error('no question with one right answer was drawn')
}

function megabytes(server: RunningServer): number {
  const status = readFileSync(`/proc/${server.child.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
}

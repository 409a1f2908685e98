import type { ModuleDocument } from '#courses/course.ts'
import { shippedCourse } from './courses.ts'
import { goThrough, startQuiz, tryQuiz } from './pass-course.ts'
import { openSender } from './sender.ts'
import type { RunningServer } from './server.ts'
import { signInAs } from './town.ts'

/** As Noor, half-way through the course: a failed attempt, and an open one. As Marco, who has passed: his certificate. */
export async function walkToResult(server: RunningServer) {
  const course = await shippedCourse('grundkursus')
  const part = { course, module: course.modules[1] as ModuleDocument }
  const noor = { sender: openSender(server.url, await signInAs(server, 'noor')), language: 'da' } as const
  await goThrough(noor, part)
  const failed = await tryQuiz(noor, part, 'wrong')
  const question = await startQuiz(noor, part)

  const home = await openSender(server.url, await signInAs(server, 'marco')).open('/learning')
  const certificate = home.querySelector('main a[href^="/certificates/"]')?.getAttribute('href') ?? ''
  return {
    failed,
    question,
    review: question.replace(/questions\/\d+$/, 'review'),
    certificate,
    number: certificate.split('/').at(-1) as string,
  }
}

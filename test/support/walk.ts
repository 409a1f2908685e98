import type { Browser } from 'playwright-core'
import { coursesFolder } from '#config.ts'
import type { CourseDocument, ModuleDocument } from '#courses/course.ts'
import { readCourses } from '#courses/read-courses.ts'
import { openPhone } from './chromium.ts'
import { readModule, takeQuiz } from './learner.ts'
import type { RunningServer } from './server.ts'

/** As Noor, half-way through the course: a failed attempt, and an open one. As Marco, who has passed: his certificate. */
export async function walkToResult(browser: Browser, server: RunningServer) {
  const course = (await readCourses(coursesFolder)).courses.find((one) => one.id === 'grundkursus') as CourseDocument
  const module = course.modules[1] as ModuleDocument
  const noor = await openPhone(browser, { baseUrl: server.url, javaScript: false })
  const { page } = noor
  const path = () => new URL(page.url()).pathname
  await page.goto('/demo')
  await page.locator('button[value=noor]').click()
  await page.goto(`/learning/grundkursus/${module.id}/${module.pages[0]?.id}`)
  await readModule({ page, language: 'da' }, module)
  await takeQuiz({ page, language: 'da' }, module, 'wrong')
  const failed = path()
  await page.locator('main form button').first().click()
  const question = path()
  await noor.close()

  const marco = await openPhone(browser, { baseUrl: server.url, javaScript: false })
  await marco.page.goto('/demo')
  await marco.page.locator('button[value=marco]').click()
  await marco.page.goto('/learning')
  const certificate = (await marco.page.locator('main a[href^="/certificates/"]').first().getAttribute('href')) ?? ''
  await marco.close()
  return {
    failed,
    question,
    review: question.replace(/questions\/\d+$/, 'review'),
    certificate,
    number: certificate.split('/').at(-1) as string,
  }
}

import { record } from '#audit/record.ts'
import { type Day, daysBetween } from '#base/dates.ts'
import { must, Refusal } from '#base/refusal.ts'
import { hasPage, type PageRef } from '#certificates/owing.ts'
import type { Revision } from '#courses/course.ts'
import type { Work } from '#db/work.ts'
import { tellPeople } from '#mail/tell-people.ts'
import { may } from '#policy.ts'
import { findAsked, holdersOf, saveAsked } from './store.ts'

/**
 * Whoever holds a valid certificate earned on an older text has to read these pages of a revision again, by a day. In the transaction that
 * publishes it; tells everybody it concerns and returns how many. No pages: nothing happens. Refuses: forbidden; conflict for a page that is not
 * in the revision, a last day that is not after today, and a revision that was asked about before.
 */
export async function askToReread(
  work: Work,
  { revision, pages, dueOn }: { revision: Revision; pages: readonly PageRef[]; dueOn: Day },
): Promise<{ told: number }> {
  must(may.publishCourse(work.actor), 'ask for pages to be read again')
  if (pages.length === 0) return { told: 0 }
  const { id: revisionId, courseId, number, document } = revision
  if (!pages.every((page) => hasPage(document, page))) throw new Refusal('conflict', 'a page that is not in the text')
  if (dueOn <= work.today) throw new Refusal('conflict', 'a last day that is not after today')
  if (await findAsked(work.db, revisionId)) throw new Refusal('conflict', 'asked before')

  const once = [...new Map(pages.map((page) => [`${page.moduleId}/${page.pageId}`, page])).values()]
  const days = daysBetween(work.today, dueOn)
  const asked = { revisionId, courseId, number, pages: once, days, dueOn, askedAt: work.at, askedOn: work.today }
  await saveAsked(work.db, asked)
  const holders = await holdersOf(work.db, courseId, work.today, work.at)
  await record(work, 'rereading.asked', revisionId, {}, { number, pages: once.length, dueOn, holders: holders.length })
  await tellPeople(work, {
    personIds: holders,
    kind: 'pages-changed',
    values: (language) => ({ courseId, course: document.title[language], pages: once.length, day: dueOn }),
  })
  return { told: holders.length }
}

import { expect } from 'vitest'
import { systemClock } from '#base/clock.ts'
import { addDays, type Day, dayOf } from '#base/dates.ts'
import type { Walker } from '../walker.ts'
import { changed } from './page.ts'
import { asked } from './question.ts'

const note = 'Glasset: sig det til din kollega.'

/** Sees line by line what she changed, marks her page to be read again by a day, and publishes. Gives the day. */
export async function publishWithRereading(ada: Walker): Promise<Day> {
  const { w, page } = ada
  await ada.open('/authoring/grundkursus')
  await ada.follow(w.t('authoring.publish'))
  const shown = await ada.text()
  expect(shown).toContain(changed.sentence)
  expect(shown).toContain(w.t('publishing.questions.added', { count: 1 }))
  const field = `again.${changed.module}/${changed.page}`
  const choices = page.locator('input[type=radio][name^="again."]')
  expect(await choices.evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('name')))])).toEqual([field])

  const dueOn = addDays(dayOf(systemClock()), 21)
  await ada.fill({ [field]: 'again', due: dueOn, note })
  await ada.press(w.t('publishing.publish'))

  const list = await ada.text()
  expect(list).toContain(w.t('publishing.isPublished', { number: 2 }))
  expect(list).toContain(note)
  expect(list).toContain(w.t('publishing.publishedOn', { day: w.date(dayOf(systemClock())), name: 'Ada Lund' }))
  expect(list).toMatch(new RegExp(`[1-9]\\d* personer får 1 side at læse senest ${w.date(dueOn)}`))
  return dueOn
}

/** How many have read the page, as the list of revisions tells it; names nobody. */
export async function whoHasRead(ada: Walker): Promise<string> {
  await ada.open('/authoring/grundkursus/revisions')
  const text = await ada.text()
  for (const name of ['Marco', 'Noor', asked.id]) expect(text).not.toContain(name)
  return /\d+ af \d+ har læst dem/.exec(text)?.[0] ?? ''
}

import { expect } from 'vitest'
import type { Walker } from '../walker.ts'
import { textIn } from './page.ts'

const page = 'No source sees it all'
const sentence = 'The waiting room of the surgery knows a little too.'
const broken = '::: box\nAsk them.\n:::'

/** Changes a page of another course with nothing but forms: looks at it first, then saves. */
export async function changePage(ada: Walker): Promise<void> {
  const { w } = ada
  await ada.open('/authoring/partnerskabet/modules/kortlaegning-og-plan')
  await ada.click(ada.page.getByRole('link', { name: new RegExp(`^${w.t('authoring.edit.en')}.*${page}`) }))
  const before = await textIn(ada.page)
  const after = `${before}\n${sentence}\n\n${broken}\n`
  await ada.page.locator('#text').fill(after)
  await ada.press(w.t('authoring.editor.show'))
  expect(await ada.page.locator('.preview').innerText()).toContain(sentence)
  expect(await ada.text()).toContain(w.t('authoring.editor.notSaved'))
  const line = after.split('\n').indexOf('::: box') + 1
  expect(await ada.page.locator('.faulty li').first().innerText()).toContain(w.t('authoring.editor.line', { line }))
}

/** A draft with a fault is saved and told; mended, it is published as a trifle, and nobody has to read anything again. */
export async function publishAsTrifle(ada: Walker): Promise<void> {
  const { w } = ada
  await ada.press(w.t('authoring.editor.save'))
  expect(await ada.text()).toContain(w.t('authoring.editor.saved'))
  expect(await ada.page.locator('[data-quoted] [data-faulty]').first().innerText()).toContain('::: box')
  await ada.open('/authoring/partnerskabet/publication')
  expect(await ada.text()).toContain(w.t('publishing.barred'))
  await ada.click(ada.page.locator('.notice[data-kind=bad] a').first())
  await ada.page.locator('#text').fill((await textIn(ada.page)).replace(`\n${broken}\n`, ''))
  await ada.press(w.t('authoring.editor.save'))
  expect(await ada.text()).toContain(w.t('authoring.editor.noFaults'))

  await ada.open('/authoring/partnerskabet/publication')
  expect(await ada.text()).toContain(sentence)
  await ada.fill({ note: 'The surgery knows things too.' })
  await ada.press(w.t('publishing.publish'))
  const said = await ada.text()
  expect(said).toContain(w.t('publishing.isPublished', { number: 2 }))
  expect(said).not.toMatch(/to read by/)
}

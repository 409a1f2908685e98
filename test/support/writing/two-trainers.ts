import { expect } from 'vitest'
import type { Walker } from '../walker.ts'
import { textIn, typeBehind, waitForSaved } from './page.ts'
import type { WritingTown } from './town.ts'

const path = 'se-og-grib-ind/da/02-fem-maader.md'
const title = 'Fem måder at gribe ind på'
const published = `# ${title}\n`
const of = { ada: 'Sig navnet højt.', ines: 'Find en kollega først.' }

/** Ines becomes a trainer as well: Olga gives her the link, and she says yes. */
export async function appointInes(town: WritingTown): Promise<void> {
  const olga = await town.phoneOf('olga', { language: 'da', javaScript: false })
  await olga.open('/roles')
  await olga.fill({ role: 'trainer', name: 'Ines' }, olga.page.locator('form[action="/roles/invitations"]'))
  await olga.press(olga.w.t('roles.submit'))
  const link = /\/invitation\/\w+/.exec(await olga.page.content())?.[0] ?? ''
  await olga.close()
  const sender = await town.senderOf('ines')
  await sender.post(link)
}

/** Both open the page as it is published, both save: Ada as she types, Ines by the button. */
export async function writeAtOnce(ada: Walker, ines: Walker): Promise<void> {
  for (const trainer of [ada, ines]) await trainer.open(`/authoring/tryg-for-alle/edit/${path}`)
  await typeBehind(ada.page, published, `\n${of.ada}\n`)
  await waitForSaved(ada.page)
  const own = (await textIn(ines.page)).replace(published, `${published}\n${of.ines}\n`)
  await ines.page.locator('#text').fill(own)
  await ines.press(ines.w.t('authoring.editor.save'))
}

/** Nothing is lost: both texts are there, and the course waits until it is settled which is to be. */
export async function seeBoth(trainer: Walker): Promise<void> {
  const { page, w } = trainer
  await trainer.open('/authoring/tryg-for-alle/publication')
  expect(await trainer.text()).toContain(w.t('publishing.beside'))
  await trainer.click(page.locator('.notice[data-kind=bad] a').first())
  const versions = page.locator('section.version')
  expect(await versions.count()).toBe(2)
  const shown = (await versions.allInnerTexts()).map((one) => Object.values(of).filter((said) => one.includes(said)))
  expect(shown.toSorted()).toEqual([[of.ada], [of.ines]].toSorted())
  for (const name of ['Ada Lund', 'Ines Sørensen']) expect(await trainer.text()).toContain(name)
  const merged = await page.locator('textarea[name=text]').inputValue()
  for (const said of Object.values(of)) expect(merged).toContain(said)
}

/** Ines takes Ada's; Ada, whose page is still open, goes on from there. */
export async function settleOnAdas(ada: Walker, ines: Walker): Promise<void> {
  const adas = ines.page.locator('section.version', { hasText: 'Ada Lund' })
  await ines.click(adas.getByRole('button'))
  expect(await ines.text()).toContain(ines.w.t('authoring.editor.settled'))
  const text = await textIn(ines.page)
  expect([text.includes(of.ada), text.includes(of.ines)]).toEqual([true, false])

  await ada.open(`/authoring/tryg-for-alle/versions/${path}`)
  expect(await ada.text()).toContain(ada.w.t('authoring.editor.versionsNone'))
  await ada.follow(ada.w.t('authoring.editor.backToText'))
  expect(await textIn(ada.page)).toBe(text)
}

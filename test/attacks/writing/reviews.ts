import { found } from '#base/refusal.ts'
import { wordsIn } from '#web/words.ts'
import { openBrowser } from '../../support/browser.ts'
import { course, type Desk, mustBe } from './desk.ts'

/** Ada asks two to look: one comments and signs, the other only comments. Gives the addresses of their links. */
export async function writeReviews(desk: Desk): Promise<string[]> {
  const { mark, app } = desk
  const ada = await desk.as('ada')
  const w = wordsIn('da')
  const links: string[] = []
  for (const name of ['reviewer who signs', 'reviewer who comments']) {
    await ada.open(`${course}/reviews`)
    await ada.submit('#ask form', { module: 'doer', toName: mark(name), message: mark(`message to ${name}`) })
    mustBe(ada, 'asking')
    links.push(found(/\/reviews\/[\w-]+/.exec(ada.html)?.[0], 'link'))
  }
  for (const [place, link] of links.entries()) {
    const reviewer = openBrowser(app, { language: 'da' })
    await reviewer.open(link)
    const boxes = reviewer.page.querySelectorAll('[name=text]').length
    const text = Array.from({ length: boxes }, (_, box) => mark(`comment ${place} on part ${box}`))
    if (place > 0) await reviewer.press(w.t('reviewing.seenThrough'), { text })
    else await reviewer.press(w.t('reviewing.sign'), { text, name: mark('signature'), role: 'police' })
    mustBe(reviewer, `comments ${place}`)
  }
  return links
}

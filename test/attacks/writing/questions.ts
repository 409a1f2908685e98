import type { Browser } from '../../support/browser.ts'
import { multipart } from '../../support/multipart.ts'
import { type Desk, module, mustBe } from './desk.ts'

/** A question of each kind by form, and one from a pasted bank. Gives the page between pasting and taking, which no address leads to. */
export async function writeQuestions(desk: Desk): Promise<string> {
  const ada = await desk.as('ada')
  for (const kind of ['one', 'several', 'order', 'match', 'number'] as const) await addQuestion(desk, ada, kind)
  return pasteBank(desk)
}

type Kind = 'one' | 'several' | 'order' | 'match' | 'number'

async function addQuestion({ mark }: Desk, ada: Browser, kind: Kind): Promise<void> {
  await ada.open(`${module}/questions/new?kind=${kind}`)
  const said = (name: string) =>
    Object.fromEntries(['da', 'en'].map((language) => [`${name}-${language}`, mark(`${kind} ${name} ${language}`)]))
  const rows = ada.page.querySelectorAll('fieldset.row').length
  const answers = Array.from({ length: rows }, (_, row) => ({
    ...said(`answer-${row}-text`),
    ...(kind === 'match' ? said(`answer-${row}-match`) : {}),
    ...(kind === 'one' || kind === 'several' ? said(`answer-${row}-feedback`) : {}),
  }))
  await ada.submit('#question', {
    ...said('title'),
    ...said('text'),
    ...said('explanation'),
    ...Object.assign({}, ...answers),
    ...(kind === 'one' || kind === 'several' ? { right: '0' } : {}),
    ...(kind === 'number' ? { answer: '18', tolerance: '0', ...said('unit') } : {}),
    page: 'hvordan',
    source: 'lov',
  })
  mustBe(ada, `question ${kind}`)
  const faults = ada.page.querySelectorAll('#to-mend li').map((one) => one.textContent)
  if (faults.length > 0) throw new Error(`question ${kind}: ${faults.join(' ')}`)
}

/** GIFT, which is HTML, with its own signs escaped; one question that is refused. */
async function pasteBank({ app, mark, cookieOf }: Desk): Promise<string> {
  const raw = (where: string) => mark(`bank ${where}`)
  const gift = (where: string) =>
    raw(where)
      .replaceAll('<', '&lt;')
      .replaceAll(/[={}:~#]/g, '\\$&')
  const text = `::${gift('name')}::${gift('question')} {
=${gift('right')} #${gift('right feedback')}
~${gift('wrong')} #${gift('wrong feedback')}
####${gift('general feedback')}
}

::${raw('refused name')}::${raw('refused question')} {${raw('refused answers')}
`
  const fields = { text, format: 'gift', language: 'da' }
  const parts = Object.entries(fields).map(([name, value]) => ({ name, text: value }))
  const { payload, headers } = multipart(parts)
  const cookie = await cookieOf('ada')
  const send = (url: string, more: readonly { name: string; text: string }[] = []) => {
    const sent = more.length > 0 ? multipart([...parts, ...more]).payload : payload
    return app.inject({ method: 'POST', url, payload: sent, headers: { ...headers, cookie } })
  }
  const looked = await send(`${module}/bank`)
  const seen = /name="seen" value="([^"]+)"/.exec(looked.body)?.[1] ?? ''
  const ticked = { seen, 'take-0': 'yes', page: 'hvordan', source: 'lov', 'page-0': 'hvordan' }
  const taken = await send(
    `${module}/bank/questions`,
    Object.entries(ticked).map(([name, value]) => ({ name, text: value })),
  )
  if (taken.statusCode !== 303) throw new Error(`bank: ${taken.statusCode} ${taken.body}`)
  return looked.body
}

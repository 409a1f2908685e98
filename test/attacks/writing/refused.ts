import { parse } from 'node-html-parser'
import { fillForm } from '../../support/form.ts'
import type { Reader } from './crawl.ts'
import type { Desk } from './desk.ts'

/** Too long for most boxes. */
const typed =
  `javascript:"'><img src=x onerror=__hit=1></textarea></title></pre></script><script>__hit=1</script>{{7*7}}<%= it %>`.padEnd(
    1200,
    ' and more',
  )

/** Sends every form on these pages with this typed into every box of it; looks at what comes back. Gives how many were refused. */
export async function sendEveryForm(
  { app }: Desk,
  reader: Reader,
  { cookie, urls }: { cookie: string; urls: readonly string[] },
) {
  let refused = 0
  for (const url of urls) {
    const page = parse((await app.inject({ url, headers: { cookie } })).body, { comment: false })
    const forms = page.querySelectorAll('main form[method=post]:not([enctype])')
    for (const form of forms) {
      const boxes = form.querySelectorAll(
        'textarea, input:not([type]), input[type=text], input[type=date], input[type=number]',
      )
      if (boxes.length === 0) continue
      const sent = fillForm(form, form.querySelector('button'), {})
      for (const name of new Set(boxes.map((box) => box.getAttribute('name') ?? ''))) {
        const times = sent.getAll(name).length
        sent.delete(name)
        for (let n = 0; n < times; n++) sent.append(name, typed)
      }
      const action = form.getAttribute('action') ?? url
      const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' }
      const answer = await app.inject({ method: 'POST', url: action, payload: sent.toString(), headers })
      if (answer.statusCode >= 500) throw new Error(`${action}: ${answer.statusCode}`)
      if (answer.statusCode === 422) refused++
      reader.look(answer.body, `${action}, sent from ${url}`)
    }
  }
  return refused
}

import { seededChance } from '#base/chance.ts'
import { noteShipped } from '#courses/shipped-store.ts'
import { keepFile } from '#courses/source-store.ts'
import { playCourse } from '#demo/play-course.ts'
import { clockwork } from '#policy.ts'
import { sampleFiles } from '../../courses/sample-course.ts'
import { bytesOf, manifestOf, zipOf } from '../../packages/zip-bytes.ts'
import { openBrowser } from '../../support/browser.ts'
import { multipart } from '../../support/multipart.ts'
import { cookieOf } from '../../support/sign-in.ts'
import { addTrainer } from '../../support/trainers.ts'
import { course, type Desk, editUrl, mustBe, outbreak } from './desk.ts'

/** Publishes what there is, with a page to be read again. */
export async function publish(desk: Desk): Promise<void> {
  const ada = await desk.as('ada')
  await ada.open(`${course}/publication`)
  const barred = ada.page.querySelectorAll('.notice[data-kind=bad] li').map((one) => one.textContent.trim())
  if (barred.length > 0) throw new Error(`not to be published: ${barred.join('\n')}`)
  await ada.submit('form[action$="/publication"]', {
    'again.doer/hvorfor': 'again',
    due: '2026-12-20',
    note: desk.mark('note of publication'),
  })
  mustBe(ada, 'publication')
}

/** Ines passes the course: what was written stands on her certificate. Gives its number. */
export async function passIt({ house, town }: Desk): Promise<string> {
  const ines = { personId: town.cast.ines, roles: [], manages: [] }
  const play = { courseId: 'prove', modules: 1, stumbles: false, chance: seededChance(5) }
  await house.as(ines, (work) => playCourse(work, play))
  const certificate = await house.db
    .selectFrom('certificates')
    .select('number')
    .orderBy('issued_at', 'desc')
    .executeTakeFirstOrThrow()
  return certificate.number
}

/** Drafts that no rule allows: markup as it is, links that are scripts; two of them side by side. */
export async function writeWhatIsNotAllowed(desk: Desk): Promise<void> {
  const { mark, house, app } = desk
  const boId = await addTrainer(house, mark('name of a trainer'))
  const ada = await desk.as('ada')
  const bo = openBrowser(app, { cookie: await cookieOf(house, boId), language: 'da' })
  const raw = (where: string) => `${mark(where)} ${outbreak}`
  const page = (where: string) =>
    [
      `# ${raw(`${where} title`)}`,
      raw(`${where} text`),
      '[a](javascript:__hit=1) [b](data:text/html,<script>__hit=1</script>) <javascript:__hit=1>',
      `![${raw(`${where} alt`)}](javascript:__hit=1)`,
      `{{lokalt:${mark(`${where} field`)}}}`,
      `::: ${mark(`${where} box`)}\nx\n:::`,
    ].join('\n\n')
  const yaml = sampleFiles['doer/module.yaml'].replace('https://example.org/lov', 'javascript:__hit=1')
  const quiz = `# ${raw('raw quiz title')}\n\n### ${raw('raw question')} {#${mark('raw id')} source=${mark('raw source')}}\n- [x] ${raw('raw answer')}\n  > ${raw('raw feedback')}\n`
  const scene = `# ${raw('raw situation')}\n\nx\n\n## ${raw('raw scene')} {#start}\n- [${raw('raw choice')}](javascript:__hit=1)\n`

  for (const trainer of [ada, bo]) await trainer.open(editUrl('doer/da/01-hvorfor.md'))
  for (const [n, trainer] of [ada, bo].entries()) await trainer.submit('#editor', { text: page(`raw page ${n + 1}`) })
  for (const [path, text] of Object.entries({
    'doer/module.yaml': `${yaml}${mark('raw yaml').replaceAll(/[":]/g, '')}: ${mark('raw yaml value')}\n`,
    'doer/da/quiz.md': quiz,
    'doer/da/situation.md': scene,
  })) {
    await bo.open(editUrl(path))
    await bo.submit('#editor', { text })
    mustBe(bo, path)
  }
}

/** The software brings other texts along, so that the town's own stand beside them. */
export async function shipUpdates({ house }: Desk): Promise<void> {
  await house.as(clockwork, async ({ db }) => {
    for (const settled of [true, false]) {
      const files = new Map<string, string>()
      for (const [path, text] of Object.entries(sampleFiles))
        files.set(path, await keepFile(db, bytesOf(settled ? text : `${text}\n`)))
      await noteShipped(db, { courseId: 'prove', files, settled })
    }
  })
}

/** A package from another town that lies about itself. Gives the address where it waits. */
export async function receiveZip({ app, mark, cookieOf: signedIn }: Desk): Promise<string> {
  const page = `# ${mark('title in a package')}\n\n${mark('text in a package')} ${outbreak}\n`
  const files = Object.fromEntries(
    Object.entries({ ...sampleFiles, 'doer/da/04-ny.md': page, 'doer/en/04-ny.md': page }).map(([path, text]) => [
      path,
      bytesOf(text),
    ]),
  )
  const manifest = manifestOf(files, 'prove')
  const told = new TextDecoder().decode(manifest.bytes).replace('"Struer"', JSON.stringify(mark('town of a package')))
  const zip = zipOf([
    { ...manifest, bytes: bytesOf(told) },
    ...Object.entries(files).map(([path, bytes]) => ({ name: `prove/${path}`, bytes })),
  ])
  const { payload, headers } = multipart([
    { name: 'file', file: 'x><img src=x onerror=__hit=1>.zip', type: 'application/zip', bytes: zip },
  ])
  const cookie = await signedIn('ada')
  const sent = await app.inject({ method: 'POST', url: '/authoring/import', payload, headers: { ...headers, cookie } })
  if (sent.statusCode !== 303) throw new Error(`package: ${sent.statusCode} ${sent.body}`)
  return String(sent.headers.location)
}

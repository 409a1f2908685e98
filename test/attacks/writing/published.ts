import sharp from 'sharp'
import { sampleFiles } from '../../courses/sample-course.ts'
import type { Browser } from '../../support/browser.ts'
import { multipart } from '../../support/multipart.ts'
import { course, type Desk, editUrl, inMarkdown, module, mustBe } from './desk.ts'

/** Everything a course can say that its rules allow, so that it can be published: by form where there is one, and as text. */
export async function writeWhatIsAllowed(desk: Desk): Promise<void> {
  const ada = await desk.as('ada')
  await writeSettings(desk, ada)
  await writeTexts(desk, ada)
  await addByForm(desk, ada)
  await addPicture(desk, ada)
}

async function writeSettings({ mark }: Desk, ada: Browser): Promise<void> {
  const both = (name: string, of: string) => ({ [`${name}Da`]: mark(`${of} da`), [`${name}En`]: mark(`${of} en`) })
  await ada.open(`${course}/settings`)
  await ada.submit('main form', {
    ...both('title', 'course title'),
    ...both('summary', 'course summary'),
    ...both('local-0-label', 'local label'),
    ...both('local-0-neutral', 'local neutral'),
  })
  mustBe(ada, 'course settings')

  await ada.open(editUrl('doer/module.yaml'))
  const reviewed = JSON.stringify(mark('reviewed by'))
  await ada.submit('#editor', { text: sampleFiles['doer/module.yaml'].replace('by: Ada', `by: ${reviewed}`) })
  mustBe(ada, 'module.yaml')
  await ada.open(`${module}/settings`)
  await ada.submit('main form', {
    ...both('title', 'module title'),
    ...both('summary', 'module summary'),
    ...both('objectives', 'module objective'),
    'source-0-title': mark('source title'),
    'source-0-url': `https://example.org/?a='onmouseover='__hit=1`,
  })
  mustBe(ada, 'module settings')
}

const scenes = [
  ['start', 'left', 'right'],
  ['left', 'good', 'fair'],
  ['right', 'fair', 'bad'],
] as const
const endings = ['good', 'fair', 'bad'] as const

/** What is markup in HTML is text in Markdown when it is code or written with entities. */
async function writeTexts({ mark }: Desk, ada: Browser): Promise<void> {
  const said = (where: string) => inMarkdown(mark(where))
  const quoted = (where: string) => said(where).replaceAll('"', '&quot;')
  for (const language of ['da', 'en'])
    await save(ada, `doer/${language}/01-hvorfor.md`, [
      `# ${said(`page title ${language}`)}`,
      `${said('page text')} {{lokalt:politi}} and \`${mark('page code')}\``,
      `\`\`\`x"onload=__hit=1\n${mark('page block')}\n\`\`\``,
      `[${said('link text')}](https://example.org/%22onmouseover=__hit=1 "${quoted('link title')}")`,
      `![${said('picture alt as text')}](kort.svg)`,
      `::: huskekort\n${said('box')}\n:::`,
      `| ${said('table head')} | b |\n|---|--:|\n| ${said('table cell')} | 2 |`,
    ])
  const choices = (...to: string[]) =>
    to.map((id) => `- [${id} ${said('choice')}](#${id})\n  > ${said('choice feedback')}`).join('\n')
  for (const language of ['da', 'en'])
    await save(ada, `doer/${language}/situation.md`, [
      `# ${said('situation title')}`,
      said('situation text'),
      ...scenes.map(
        ([id, first, second]) => `## ${said(`scene ${id}`)} {#${id}}\n${said('scene text')}\n${choices(first, second)}`,
      ),
      ...endings.map((outcome) => `## ${said(outcome)} {#${outcome} outcome=${outcome}}\n${said('ending text')}`),
    ])
}

async function save(ada: Browser, path: string, lines: readonly string[]): Promise<void> {
  await ada.open(editUrl(path))
  await ada.submit('#editor', { text: `${lines.join('\n\n')}\n` })
  mustBe(ada, path)
}

async function addByForm({ mark }: Desk, ada: Browser): Promise<void> {
  const titles = (of: string) => ({ titleDa: mark(`${of} title da`), titleEn: mark(`${of} title en`) })
  const add = async (kind: string) => {
    await ada.open(module)
    await ada.submit(`form:has(input[name=kind][value=${kind}])`, titles(kind))
    mustBe(ada, kind)
  }
  await add('page')
  await add('card')
  await ada.open(module)
  await ada.submit('form:has(input[name=text][value="02-hvordan.md"])', titles('renamed page'))
  mustBe(ada, 'renaming')
}

async function addPicture({ app, mark, cookieOf }: Desk, ada: Browser): Promise<void> {
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  const { payload, headers } = multipart([
    { name: 'altDa', text: mark('picture alt da') },
    { name: 'altEn', text: mark('picture alt en') },
    { name: 'hasText', text: 'no' },
    { name: 'file', file: `x><img src=x onerror=__hit=1>.svg`, bytes },
  ])
  const cookie = await cookieOf('ada')
  const url = `${module}/pictures`
  const sent = await app.inject({ method: 'POST', url, payload, headers: { ...headers, cookie } })
  if (sent.statusCode !== 303) throw new Error(`picture: ${sent.statusCode} ${sent.body}`)
  await ada.open(sent.headers.location as string)
  await ada.submit('form[action$=".png/insertion"]', { page: '02-hvordan.md' })
  mustBe(ada, 'insertion')
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'node-html-parser'
import { expect, test } from 'vitest'
import type { Document } from 'yaml'
import { readCourseForm } from '#authoring/course-forms.ts'
import { courseSettingsIn, withModules, writeCourseSettings } from '#authoring/course-settings.ts'
import { courseSettingsPage, toCourseSettingsPage } from '#authoring/course-settings-pages.ts'
import { readModuleForm } from '#authoring/module-forms.ts'
import { moduleSettingsIn, writeModuleSettings } from '#authoring/module-settings.ts'
import { moduleSettingsPage, toModuleSettingsPage } from '#authoring/module-settings-pages.ts'
import { openYaml, rewriteYaml } from '#authoring/rewrite-yaml.ts'
import { openTemplates } from '#web/plumbing.ts'
import type { Site } from '#web/site.ts'
import { wordsIn } from '#web/words.ts'
import { fillForm, type Given } from '../support/form.ts'
import { filesUnder, root } from '../support/source.ts'

const w = wordsIn('da')
const eta = openTemplates()
const site: Site = {
  ...{
    language: 'da',
    languages: ['da', 'en'],
    path: '/',
    here: '/',
    name: 'Ada',
    links: [],
    flash: null,
    demo: false,
  },
  assets: { style: '', authoringStyle: '', htmx: '', script: '', icon: '', editorScript: '', toolbarScript: '' },
}
const title = { da: 'x', en: 'x' }
const others = [{ id: 'grundkursus', title }]

interface Kind {
  page: { template: string }
  model(document: Document): object
  write(document: Document, body: unknown): void
}

const course: Kind = {
  page: courseSettingsPage,
  model: (document) =>
    toCourseSettingsPage({ settings: courseSettingsIn(document), faults: {}, others, id: 'c', title, base: 'b' }, w),
  write: (document, body) => writeCourseSettings(document, rightOf(readCourseForm(body))),
}
const module: Kind = {
  page: moduleSettingsPage,
  model: (document) => {
    const form = { settings: moduleSettingsIn(document), faults: {}, courseId: 'c', courseTitle: title }
    return toModuleSettingsPage({ ...form, moduleId: 'm', title, base: 'b' }, w)
  },
  write: (document, body) => writeModuleSettings(document, rightOf(readModuleForm(body))),
}

function rightOf<Settings>({ settings, faults }: { settings: Settings; faults: object }): Settings {
  expect(faults).toEqual({})
  return settings
}

/** The file after its form was opened in a browser, something was typed, and it was sent. */
function sent(kind: Kind, text: string, given: Given = {}): string {
  const document = openYaml(text)
  if (!document) throw new Error('no form can read it')
  const html = parse(eta.render(kind.page.template, { page: kind.model(document), site, w }))
  const form = html.querySelector('main form')
  if (!form) throw new Error('no form on the page')
  const body: Record<string, string | string[]> = {}
  for (const [name, value] of fillForm(form, null, given)) body[name] = [body[name] ?? [], value].flat()
  return rewriteYaml(text, (changed) => kind.write(changed, body))
}

const shipped = filesUnder('courses', '.yaml').filter(({ path }) => /(course|module)\.yaml$/.test(path))
const kindOf = (path: string) => (path.endsWith('course.yaml') ? course : module)
const shippedText = (path: string) => readFileSync(join(root, 'courses', path), 'utf8')

test.each(shipped.map(({ path, text }) => [path, text] as const))(
  'the form of %s, sent as it was shown, changes nothing',
  (path, text) => {
    expect(shipped.length).toBeGreaterThan(15)
    expect(sent(kindOf(path), text)).toBe(text)
  },
)

const linesIn = (text: string) => text.split('\n')
const newIn = (after: string, before: string) => linesIn(after).filter((line) => !linesIn(before).includes(line))

test('one change changes one line, and comments stay', () => {
  const text = shippedText('grundkursus/course.yaml')
  const after = sent(course, text, { validity: '12' })
  expect(newIn(after, text)).toEqual(['validity: 12'])
  expect(after.match(/^#.*$/gm)).toEqual(text.match(/^#.*$/gm))
  expect(newIn(withModules(text, ['foerstehjaelp', 'politisamarbejde']), text)).toEqual([
    'modules: [foerstehjaelp, politisamarbejde]',
  ])
})

test('what needs quotation marks gets them, and an empty English text is the Danish one', () => {
  const text = 'title: { da: Ild, en: Fire } # kort\nsummary: { da: a, en: b }\naudience: all\nvalidity: 0\n'
  const after = sent(course, text, {
    titleDa: 'Ild: "nu" # og } så',
    titleEn: '',
    summaryDa: '- nej',
    audience: ['Bar'],
  })
  expect(openYaml(after)?.toJS()).toEqual({
    title: { da: 'Ild: "nu" # og } så', en: 'Ild: "nu" # og } så' },
    summary: { da: '- nej', en: 'b' },
    audience: ['bar'],
    validity: 0,
  })
  expect(after).toContain('# kort')
})

test('a local fact and a source are added under a name made from what they are called, and taken away by a tick', () => {
  const text = shippedText('partnerskabet/course.yaml')
  const rows = courseSettingsIn(openYaml(text) as Document).local?.length ?? 0
  const added = sent(course, text, { [`local-${rows}-labelDa`]: 'Lægens nummer', [`local-${rows}-neutralDa`]: 'lægen' })
  expect(openYaml(added)?.toJS().local['laegens-nummer']).toEqual({
    label: { da: 'Lægens nummer', en: 'Lægens nummer' },
    neutral: { da: 'lægen', en: 'lægen' },
  })
  expect(sent(course, added, { [`local-${rows}-remove`]: 'yes' })).toBe(text)

  const yaml = shippedText('grundkursus/foerstehjaelp/module.yaml')
  const sources = moduleSettingsIn(openYaml(yaml) as Document).sources?.length ?? 0
  const more = sent(module, yaml, { [`source-${sources}-title`]: 'Æ ø å', minutes: '31' })
  expect(openYaml(more)?.toJS().sources['ae-oe-aa']).toEqual({ title: 'Æ ø å' })
  expect(sent(module, more, { [`source-${sources}-remove`]: 'yes', minutes: '30' })).toBe(yaml)
})

test('what cannot be is told by field, and what was typed stays', () => {
  const typed = {
    titleDa: ' ',
    summaryDa: 'x'.repeat(601),
    minutes: '0',
    draw: '51',
    pass: 'x',
    attempts: '3',
    pause: '',
  }
  const read = readModuleForm({ ...typed, 'source-0-title': 'a', 'source-0-url': 'javascript:1' })
  expect(Object.keys(read.faults).toSorted()).toEqual(
    ['draw', 'minutes', 'pass', 'pause', 'source-0-url', 'summaryDa', 'titleDa'].toSorted(),
  )
  expect(read.settings).toMatchObject({ quiz: { pass: 'x' }, sources: [{ title: 'a', url: 'javascript:1' }] })
})

test('a file that is no file for a form is left to the editor: broken, linked within, or made to be slow', () => {
  for (const text of ['a: [', 'a: &x 1\nb: *x', '- list', 'a: 1\na: 2', '['.repeat(2000), 'k: 1\n'.repeat(2000)])
    expect(openYaml(text)).toBeNull()
  expect(rewriteYaml('a: [', () => {})).toBe('a: [')
})

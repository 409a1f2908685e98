/// <reference types="vite/client" />
import { parse } from 'node-html-parser'
import { expect, test } from 'vitest'
import { openTemplates } from '#web/plumbing.ts'
import type { Site } from '#web/site.ts'
import { allWords, wordsIn } from '#web/words.ts'
import { filesUnder } from '../support/source.ts'
import { strict } from '../support/strict.ts'

interface Sample {
  page: { template: string }
  model: object
}

const rooms = import.meta.glob<{ samples: readonly Sample[] }>('../*/samples.ts', { eager: true })
const samples = Object.values(rooms).flatMap((room) => room.samples)
const templates = filesUnder('views', '.eta')
const eta = openTemplates()

const site = (language: 'da' | 'en'): Site => ({
  language,
  languages: ['da', 'en'],
  path: '/here',
  here: '/here?on=2026-11-22',
  name: 'Ines Sørensen',
  links: [{ url: '/learning', label: 'x', current: true }],
  flash: null,
  demo: true,
  assets: {
    style: '/static/a.css',
    htmx: '/static/b.js',
    script: '/static/c.js',
    icon: '/static/d.svg',
    authoringStyle: '/static/e.css',
    editorScript: '/static/f.js',
    toolbarScript: '/static/g.js',
  },
})

const render = ({ page, model }: Sample, language: 'da' | 'en') =>
  eta.render(page.template, { page: strict(model), site: strict(site(language), 'it.site'), w: wordsIn(language) })

test('every page of every room has a sample', () => {
  const bound = filesUnder('src', '.ts').flatMap(({ text }) =>
    [...text.matchAll(/\bpage<\w+>\('([^']+)'\)/g)].map((m) => m[1]),
  )
  const shown = new Set(samples.map((sample) => sample.page.template))
  expect(bound.length).toBeGreaterThan(15)
  expect(bound.filter((template) => !shown.has(template as string))).toEqual([])
})

test.each(samples.map((sample, n) => [`${sample.page.template} (${n + 1})`, sample] as const))(
  '%s reads only what its type names, in both languages, as sound HTML',
  (_name, sample) => {
    for (const language of ['da', 'en'] as const) {
      const html = render(sample, language)
      const page = parse(html)
      expect(page.querySelectorAll('h1')).toHaveLength(1)
      expect(page.querySelector('html')?.getAttribute('lang')).toBe(language)
      expect(html).not.toMatch(/undefined|\[object Object\]|NaN/)
      for (const field of page.querySelectorAll('input, select, textarea'))
        expect([field.toString(), isNamed(page, field)]).toEqual([field.toString(), true])
      for (const image of page.querySelectorAll('img')) expect(image.hasAttribute('alt')).toBe(true)
      const ids = page.querySelectorAll('[id]').map((one) => one.id)
      expect(ids).toEqual([...new Set(ids)])
    }
  },
)

type Parsed = ReturnType<typeof parse>
function isNamed(page: Parsed, field: Parsed): boolean {
  const type = field.getAttribute('type')
  if (type === 'hidden' || field.hasAttribute('aria-label') || field.hasAttribute('aria-labelledby')) return true
  const id = field.getAttribute('id')
  return field.closest('label') !== null || (id !== undefined && page.querySelector(`label[for="${id}"]`) !== null)
}

const raw =
  /<%~(?!\s*(?:include\(|block\(|it\.body\b|it\.[\w.[\]]*(?:[hH]tml|[sS]vg)\b|\w+\.(?:\w+\.)*\w*(?:[hH]tml|[sS]vg)\b))/
const lint: readonly (readonly [string, RegExp])[] = [
  ['raw output of something that is neither an include, the body nor HTML we made', raw],
  ['an attribute without quotes', /\s[\w-]+=(?!["'])<%/],
  ['a style attribute', /\sstyle=/],
  ['a script of its own', /<script(?![^>]*\ssrc=")/],
  ['an event attribute', /\son\w+=/],
  ['htmx that evaluates', /hx-on|js:/],
  ['a date, permission or sum made in the template', /new Date|\bmay\.|Math\./],
]

test.each(lint)('no template has %s', (_name, pattern) => {
  expect(templates.length).toBeGreaterThan(20)
  expect(templates.filter((file) => pattern.test(file.text)).map((file) => file.path)).toEqual([])
})

test('shared parts read their argument, never the page of who includes them', () => {
  const shared = templates.filter((file) => file.path.startsWith('views/shared/'))
  expect(shared.length).toBeGreaterThan(5)
  expect(shared.filter((file) => /it\.page\b/.test(file.text)).map((file) => file.path)).toEqual([])
})

test('every word a template asks for is there, and every word that is there is asked for', () => {
  const speaking = [...templates, ...filesUnder('src', '.ts').filter((file) => !/words\.(da|en)\.ts$/.test(file.path))]
  const text = speaking.map((file) => file.text).join('\n')
  const asked = new Set([...text.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map((match) => match[1] as string))
  const stems = new Set(Object.keys(allWords.da).map((key) => key.replace(/_(one|other)$/, '')))
  expect([...asked].filter((key) => !stems.has(key))).toEqual([])

  const composed = [...text.matchAll(/`([\w.-]+)\$\{/g)].map((match) => match[1] as string)
  const unused = [...stems].filter(
    (key) => !text.includes(`'${key}'`) && !composed.some((start) => key.startsWith(start)),
  )
  expect(unused).toEqual([])
})

test('the words are the same in number and none is empty', () => {
  for (const [key, text] of Object.entries(allWords.da)) {
    expect([key, text.trim() !== '', allWords.en[key]?.trim() !== '']).toEqual([key, true, true])
    const holes = (words: string) => [...words.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort()
    expect([key, holes(allWords.en[key] as string)]).toEqual([key, holes(text)])
  }
})

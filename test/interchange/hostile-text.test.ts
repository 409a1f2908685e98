import { expect, test } from 'vitest'
import { escapeSigns } from '#interchange/escapes.ts'
import { isTaken } from '#interchange/question.ts'
import { readQuestions } from '#interchange/read-questions.ts'
import { toNative } from '#interchange/to-native.ts'
import { anywhere, readNative } from './round-trip.ts'

const hostile = [
  '<script>alert(1)</script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">her</a>',
  '<a href=" java&#115;cript:alert(1)">her</a>',
  '<a href="https://example.org/&quot;onclick=alert(1)&quot;">her</a>',
  '<a href="https://example.org)](javascript:alert(1)">her</a>',
  '[her](javascript:alert(1))',
  '[her]( <javascript:alert(1)> )',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<p title="</p><script>alert(1)</script>">a</p>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '`</code><script>alert(1)</script>`',
  '<!--><script>alert(1)</script>-->',
  '<style>@import "https://example.org"</style>',
  '"><img src=x onerror=alert(1)>',
  '<b <script>alert(1)</script>',
]
const formats = ['', '[html]', '[markdown]', '[plain]', '[moodle]']
const asGift = (text: string, format: string) => {
  const part = `${format}${escapeSigns(`${text} vagt`)}`
  return `::${part}::${part}{=${part} 1#${part} ~${part} 2#${part}\n####${part}}`
}

test.each(formats)('nothing hostile is left in any field of a question written as %s', (format) => {
  for (const text of hostile) {
    const native = toNative(readQuestions(asGift(text, format)), anywhere)
    const { questions } = readNative(native)
    expect(questions).toHaveLength(1)
    expect(JSON.parse(JSON.stringify(questions[0]), harmless)).toBeTruthy()
  }
})

/** Fields that end in Html are shown as they are: only our own tags, without attributes that act. */
function harmless(key: string, value: unknown): unknown {
  if (!/^html$|Html$/.test(key) || typeof value !== 'object' || value === null) return value
  for (const html of Object.values(value) as string[]) {
    for (const [, tag] of html.matchAll(/<\/?([a-z0-9]+)/gi))
      expect(['p', 'strong', 'em', 'a', 'code', 'br']).toContain(tag)
    for (const [whole] of html.matchAll(/<[a-z][^>]*>/gi))
      expect(whole).toMatch(/^<[a-z]+( href="(https?|mailto):[^"]*")?>$/)
  }
  return value
}

test('what is left out for safety is said', () => {
  const [question] = readQuestions(
    '[html]Hvem?<script>alert(1)</script><iframe></iframe>{=Ada ~Bo <img src\\=x>}',
  ).filter(isTaken)
  expect(question?.notices.map(({ code, values }) => `${code} ${values.tag ?? ''}`.trim())).toEqual(
    expect.arrayContaining(['tagDropped script', 'tagDropped iframe']),
  )
})

import { expect, test } from 'vitest'
import { countWords } from '#courses/count-words.ts'
import { proseOf } from '#proofreading/prose.ts'
import { flow, lix } from '#proofreading/readability.ts'

const reading = { language: 'da', boxes: true, fill: () => 'spørg din leder' } as const
const sentences = (text: string, boxes = true) => proseOf(text, { ...reading, boxes }).sentences

test('a sentence ends at a full stop, a question, an exclamation or a colon', () => {
  expect(sentences('Ring 112. Hvor er du? Skynd dig! Husk: bliv der.')).toEqual([2, 3, 2, 1, 2])
})

test('a time of day, an abbreviation and a decimal end no sentence', () => {
  expect(sentences('Den 11. juni 2008 er datoen.')).toEqual([6])
  expect(sentences('Kl. 02.30 ringer du, fx. til 114, og styrken er 2,8 %.')).toEqual([11])
})

test('quotation marks, bold and links are read as their words', () => {
  expect(sentences('Du siger: "Jeg ringer **112** nu." Så [venter](https://x.dk) du.')).toEqual([2, 4, 3])
})

test('headings, lists and tables are left out, boxes only when asked', () => {
  const text =
    '# Titel her\n\nEn to tre.\n\n- et punkt\n\n| a | b |\n|---|---|\n| c | d |\n\n::: huskekort\nFire fem.\n:::\n'
  expect(sentences(text)).toEqual([3, 2])
  expect(sentences(text, false)).toEqual([3])
})

test('a local field counts as the words that stand for it', () => {
  expect(sentences('Nummeret er {{lokalt:politi}}.')).toEqual([5])
})

test('all words of a page are counted, without marks, addresses and fields', () => {
  expect(countWords('# En titel\n\n1. **to** ord\n\n::: huskekort\nRing [her](https://a.dk) {{lokalt:x}}\n:::\n')).toBe(
    6,
  )
})

test('LIX is words to a sentence plus long words in a hundred', () => {
  const words = [...Array<string>(40).fill('kort'), ...Array<string>(10).fill('langeord')]
  expect(lix({ words, sentences: [25, 25] })).toBe(45)
  expect(lix({ words: words.slice(0, 39), sentences: [39] })).toBe(null)
})

test('a text flows by the length of its sentences', () => {
  const words = Array<string>(40).fill('ord')
  expect(flow({ words, sentences: [4, 16, 16, 4] })).toEqual({ mean: 10, short: 0.5 })
})

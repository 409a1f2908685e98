import type { CourseFolder } from '#courses/folder.ts'

/** A course as files, small and without a fault: one module with two pages, one question of each kind, a situation of six scenes. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>

const courseYaml = `id: prove
title: { da: Prøve, en: Trial }
summary: { da: "Kort kursus.", en: "Short course." }
audience: [door, bar]
validity: 12
languages: [da, en]
modules: [doer]
local:
  politi:
    label: { da: Nummer, en: Number }
    neutral: { da: politiet, en: the police }
`

const moduleYaml = `title: { da: Døren, en: The door }
summary: { da: "Om døren.", en: "About the door." }
minutes: 10
objectives:
  da: [Du kan åbne]
  en: [You can open]
quiz: { draw: 2, pass: 50, attempts: 2, pause: 5 }
theory_only: true
sources:
  lov: { title: "Loven", url: "https://example.org/lov" }
  viden: { title: "Almen viden" }
reviewed:
  - { by: Ada, role: trainer, on: 2026-11-01 }
`

const why = (title: string, text: string) => `# ${title}
${text} {{lokalt:politi}}.

::: huskekort
112
:::

![${title}](kort.svg)

| a | b |
|---|--:|
| 1 | 2 |
`

const how = (title: string, text: string) => `# ${title}

## ${text}

- [Link](https://example.org)
`

const quiz = (q: readonly string[]) => `# Quiz

### ${q[0]} {#hvem must page=hvorfor source="lov viden"}
Mere tekst.
1. [ ] ${q[1]}
   > Nej.
2. [x] 112
> Fordi.

### ${q[2]} {#tegn page=hvordan source=lov}
- [x] ${q[3]}
- [x] 114
- [ ] ${q[4]}
  > Nej.
> Fordi.

### ${q[5]} {#trin type=order page=hvordan source=lov}
1. ${q[6]}
2. ${q[7]}
3. ${q[8]}
> Fordi.

### ${q[9]} {#par type=match page=hvordan source=lov}
- 112 -> ${q[6]}
- 114 → ${q[7]}
- 1813 -> ${q[8]}
> Fordi.

### ${q[10]} {#alder type=number answer=17,5 tolerance=0.5 unit="${q[11]}" page=hvordan source=lov}
> Fordi.
`

const situation = (s: readonly string[]) => `# ${s[0]}
${s[1]}

## ${s[2]} {#start}
${s[3]}
- [${s[4]}](#ring)
  > Godt.
- [${s[5]}](#vent)
  > Nej.

## ${s[4]} {#ring}
${s[3]}
- [${s[4]}](#ro)
  > Godt.
- [${s[5]}](#halv)
  > Nej.

## ${s[5]} {#vent}
${s[3]}
- [${s[4]}](#halv)
  > Godt.
- [${s[5]}](#galt)
  > Nej.

## ${s[6]} {#ro outcome=good}
${s[3]}

## ${s[7]} {#halv outcome=fair}
${s[3]}

## ${s[8]} {#galt outcome=bad}
${s[3]}
`

const danish = 'Hvem?|En ven|Hvilke?|Bleg|Glad|Rækkefølge?|Først|Så|Sidst|Par?|Alder?|år'.split('|')
const english = 'Who?|A friend|Which?|Pale|Happy|Order?|First|Then|Last|Pairs?|Age?|years'.split('|')

export const sampleFiles = {
  'course.yaml': courseYaml,
  'doer/module.yaml': moduleYaml,
  'doer/kort.svg': '<svg xmlns="http://www.w3.org/2000/svg"><title>Kort</title></svg>',
  'doer/da/01-hvorfor.md': why('Hvorfor', 'Ring til'),
  'doer/en/01-hvorfor.md': why('Why', 'Call'),
  'doer/da/02-hvordan.md': how('Hvordan', 'Sådan'),
  'doer/en/02-hvordan.md': how('How', 'Like this'),
  'doer/da/quiz.md': quiz(danish),
  'doer/en/quiz.md': quiz(english),
  'doer/da/situation.md': situation('Nat|Du er på vagt.|Døren|Hvad nu?|Ring|Vent|Ro|Halvt|Galt'.split('|')),
  'doer/en/situation.md': situation('Night|You are on duty.|The door|Now?|Call|Wait|Calm|Half|Bad'.split('|')),
} as const satisfies Files

export type SampleFile = keyof typeof sampleFiles

const bytesOf = (content: string | Uint8Array | null) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content

/** Files as a course folder; a file that is `undefined` is left out. */
export function folderOf(
  files: Readonly<Record<string, string | Uint8Array | null | undefined>>,
  id = 'prove',
): CourseFolder {
  const there = Object.entries(files).flatMap(([path, content]) =>
    content === undefined ? [] : [[path, bytesOf(content)] as const],
  )
  return { id, path: `courses/${id}`, files: new Map(there) }
}

/** A file of the sample with one text replaced by another. Fails when the text is not in it. */
export function changed(file: SampleFile, from: string, to: string): Record<string, string> {
  const text: string = sampleFiles[file]
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`)
  return { [file]: text.replace(from, () => to) }
}

import type { Work } from '#db/work.ts'
import type { Language } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { headerLine, mailAddressOf } from './address.ts'
import { type LetterToQueue, letterOf, letterText } from './letter.ts'
import { letterHtml } from './letter-html.ts'
import { type NoticeKind, type NoticeValues, noticeText } from './notice.ts'
import { saveNotices } from './notice-store.ts'
import { findReaders, saveLetters, townName } from './store.ts'

/** So many at once: statements of a fixed size, prepared once. */
const atOnce = 100

/**
 * Tells many people the same, each in her own language, as `tellPerson` tells one: thousands within one transaction and without asking for
 * each of them.
 */
export async function tellPeople<Kind extends NoticeKind>(
  work: Work,
  of: { personIds: readonly string[]; kind: Kind; values: (language: Language) => NoticeValues[Kind] },
): Promise<void> {
  const town = await townName(work.db)
  for (let from = 0; from < of.personIds.length; from += atOnce) {
    const readers = await findReaders(work.db, of.personIds.slice(from, from + atOnce))
    const told = readers.map((reader) => ({
      id: work.newId(),
      personId: reader.personId,
      kind: of.kind,
      values: { ...of.values(reader.language) },
      reader,
    }))
    await saveNotices(work, told)
    await saveLetters(
      work,
      told.flatMap((one) => letterAbout(one, town)),
    )
  }
}

type Told = Parameters<typeof noticeText>[0] & {
  id: string
  reader: Awaited<ReturnType<typeof findReaders>>[number]
}

function letterAbout({ id, reader, ...notice }: Told, town: string): LetterToQueue[] {
  const { personId, name, language } = reader
  const address = mailAddressOf(reader.login)
  if (address === null) return []
  const w = wordsIn(language)
  const values = { text: noticeText(notice, w) }
  const letter = letterOf({ kind: 'notice', values, town, name }, w)
  const to = { address, name: headerLine(name) || null }
  const [text, html] = [letterText(letter), letterHtml(letter)]
  const { subject } = letter
  return [{ once: `notice ${id}`, personId, to, language, kind: 'notice', secret: false, subject, text, html }]
}

import type { Work } from '#db/work.ts'
import { wordsIn } from '#web/words.ts'
import { mailAddressOf } from './address.ts'
import { type NoticeKind, type NoticeValues, noticeText } from './notice.ts'
import { saveNotice } from './notice-store.ts'
import { findReader } from './store.ts'
import { writeLetter } from './write-letter.ts'

/**
 * Tells a person something: it is shown at the next visit, and when the login is an e-mail address a letter says the same. Both read the
 * person as it stands in this transaction: to reach an old address, tell before it is changed. Whoever is erased is told nothing.
 */
export async function tellPerson<Kind extends NoticeKind>(
  work: Work,
  of: { personId: string; kind: Kind; values: NoticeValues[Kind] },
): Promise<void> {
  const reader = await findReader(work.db, of.personId)
  if (!reader) return
  const { kind, personId } = of
  const values = { ...of.values }
  const noticeId = await saveNotice(work, { personId, kind, values })

  const address = mailAddressOf(reader.login)
  if (address === null) return
  await writeLetter(work, {
    once: `notice ${noticeId}`,
    personId,
    to: { address, name: reader.name },
    language: reader.language,
    kind: 'notice',
    values: { text: noticeText({ kind, values }, wordsIn(reader.language)) },
  })
}

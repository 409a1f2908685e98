import { record } from '#audit/record.ts'
import { newToken } from '#base/ids.ts'
import { must } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { hashWithSalt } from '#signin/password.ts'
import { codeLength, codesAtOnce } from './code.ts'
import { replaceCodes, saveCode } from './code-store.ts'

/** Ten codes that are nobody's yet: as they are written on paper, and as they are kept. */
export interface NewCodes {
  codes: readonly string[]
  salt: string
  hashes: readonly string[]
}

/** Makes ten codes. Before the transaction, because it hashes ten times; one after the other, so that others can sign in meanwhile. Refuses: busy. */
export async function makeCodes(): Promise<NewCodes> {
  const salt = newToken()
  const codes = new Set<string>()
  while (codes.size < codesAtOnce) codes.add(newToken().slice(0, codeLength))
  const hashes: string[] = []
  for (const code of codes) hashes.push(await hashWithSalt(code, salt))
  return { codes: [...codes], salt, hashes }
}

/** Gives a person these codes; the ones before stop working. Refuses: forbidden for anybody else. */
export async function issueCodes(work: Work, { personId, made }: { personId: string; made: NewCodes }): Promise<void> {
  must(may.useOwn(work.actor, { personId }), "issue somebody else's codes")
  await replaceCodes(work.db, personId, work.at)
  for (const hash of made.hashes)
    await saveCode(work.db, { id: work.newId(), personId, hash, salt: made.salt, issuedAt: work.at })
  await record(work, 'recovery-codes.issued', personId, { personId })
}

import { issueCodes, makeCodes } from '#recovery/issue-codes.ts'
import { hashPassword } from '#signin/password.ts'
import type { TestHouse } from '../support/house.ts'

/** A password that somebody in these tests has, and one that she may choose. */
export const oldPassword = 'lampe vejer blåt 7'
export const newPassword = 'trappe synger grønt 9'

/** Gives people of the cast the old password: the cast itself has none that opens. */
export async function givePasswords(house: TestHouse, ...personIds: string[]): Promise<void> {
  const passwordHash = await hashPassword(oldPassword)
  await house.db.updateTable('people').set({ password_hash: passwordHash }).where('id', 'in', personIds).execute()
}

/** Ten codes of a person, as they are kept in the mind: lower case, without a hyphen. */
export async function giveCodes(house: TestHouse, personId: string): Promise<readonly string[]> {
  const made = await makeCodes()
  await house.as(personId, (work) => issueCodes(work, { personId, made }))
  return made.codes
}

export const hashOf = async (house: TestHouse, personId: string): Promise<string | null> =>
  (await house.db.selectFrom('people').select('password_hash').where('id', '=', personId).executeTakeFirstOrThrow())
    .password_hash

/** What somebody was told, oldest first. */
export const toldTo = async (house: TestHouse, personId: string): Promise<string[]> =>
  (await house.db.selectFrom('notices').select('kind').where('person_id', '=', personId).orderBy('id').execute()).map(
    (row) => row.kind,
  )

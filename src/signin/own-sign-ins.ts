import { record } from '#audit/record.ts'
import { instantOf } from '#base/dates.ts'
import { found, must } from '#base/refusal.ts'
import type { Reading, Work } from '#db/work.ts'
import { type Actor, may } from '#policy.ts'
import { isLive, lifetimeOf } from './lifetime.ts'
import { keptSignInsOf, removeOtherSignInsOf, removeSignIn } from './store.ts'
import { sha256 } from './token.ts'

/** One device somebody is signed in on, as its owner sees it. */
export interface OwnSignIn {
  /** Names it in a form: a short hash of the hash that is stored, so a page never shows what the database knows it by. */
  id: string
  /** `iPhone, Safari`; null when the device said nothing we know. */
  device: string | null
  startedAt: string
  /** To about an hour: use is noted no more often. */
  lastUsedAt: string
  /** Is it the one that asks? */
  here: boolean
}

const nameOf = (tokenHash: string) => sha256(`sign-in ${tokenHash}`).slice(0, 16)

/** Where the actor is signed in now, the newest first. `tokenHash` is that of the device that asks. */
export async function ownSignIns(
  db: Reading,
  { personId, roles }: Actor,
  { tokenHash, now }: { tokenHash: string | null; now: Date },
): Promise<OwnSignIn[]> {
  const kept = await keptSignInsOf(db, personId)
  return kept
    .filter((one) => isLive(one, roles, now))
    .map((one) => {
      const used = Date.parse(one.expiresAt) - lifetimeOf(roles).idle
      const known = Math.min(Math.max(used, Date.parse(one.startedAt)), now.getTime())
      return {
        id: nameOf(one.tokenHash),
        device: one.device,
        startedAt: one.startedAt,
        lastUsedAt: instantOf(new Date(known)),
        here: one.tokenHash === tokenHash,
      }
    })
}

/** Ends one of a person's own sign-ins. Refuses: forbidden for anybody else's person; not-found when it is not there, or not theirs. */
export async function endOneSignIn(work: Work, of: { personId: string; id: string }): Promise<void> {
  must(may.useOwn(work.actor, of), "end somebody else's sign-in")
  const kept = await keptSignInsOf(work.db, of.personId)
  const { tokenHash } = found(
    kept.find((one) => nameOf(one.tokenHash) === of.id),
    'sign-in',
  )
  await removeSignIn(work.db, tokenHash)
  await record(work, 'sign-in.ended', of.personId, { personId: of.personId })
}

/** Ends all of a person's own sign-ins but the one that asks. Refuses: forbidden for anybody else. */
export async function endOtherSignIns(work: Work, of: { personId: string; tokenHash: string }): Promise<void> {
  must(may.useOwn(work.actor, of), "end somebody else's sign-ins")
  await removeOtherSignInsOf(work.db, of.personId, of.tokenHash)
  await record(work, 'sign-in.others-ended', of.personId, { personId: of.personId })
}

const justNow = 15 * 60_000

/** Did this person sign in on this device within the last fifteen minutes? Then nobody need ask for the password again. */
export async function signedInJustNow(
  db: Reading,
  personId: string,
  { tokenHash, now }: { tokenHash: string | null; now: Date },
): Promise<boolean> {
  const here = (await keptSignInsOf(db, personId)).find((one) => one.tokenHash === tokenHash)
  return here !== undefined && now.getTime() - Date.parse(here.startedAt) < justNow
}

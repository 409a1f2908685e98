import type { Config } from '#config.ts'
import { inWork } from '#db/work.ts'
import { findAccount } from '#people/store.ts'
import { operator } from '#policy.ts'
import { resetLinkFor } from '#recovery/reset-link-for.ts'
import { loginOf } from '#signin/login.ts'
import { openForVerb } from './open-for-verb.ts'

/** `reset-link LOGIN`: prints a link to choose a new password with, the only way back for the association. Throws when nobody has the login. */
export async function resetLink(config: Config, typed: string): Promise<number> {
  const login = loginOf(typed)
  if (!login) throw new Error(`${typed}: is neither an e-mail address nor a mobile number`)
  const token = await openForVerb(config, async (source) => {
    if (!(await findAccount(source.db, login)))
      throw new Error(`nobody signs in with ${login}: if somebody was invited, make a new link with add-person`)
    return inWork(source, operator, (work) => resetLinkFor(work, login))
  })
  console.error('Works once, within 24 hours, and ends all sign-ins. Be sure that you know whom you hand it to.')
  console.log(`${config.baseUrl}/reset/${token}`)
  return 0
}

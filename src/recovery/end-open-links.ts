import type { Work } from '#db/work.ts'
import { endAllResetLinks } from './reset-link-store.ts'

/** No reset link handed out so far opens anything any more, whoever it was for. Returns how many still would have. The caller records why. */
export const endOpenLinks = (work: Work): Promise<number> => endAllResetLinks(work.db, work.at)

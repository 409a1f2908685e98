import type { FastifyPluginAsync } from 'fastify'
import { noteLook } from '#audit/note-look.ts'
import { instantOf } from '#base/dates.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { wordsIn } from '#web/words.ts'
import { readSeen } from './forms.ts'
import { handOverLetter } from './hand-over-letter.ts'
import { getLetter, listLetters } from './letter-list-store.ts'
import { letterPage, lettersPage, toLetterPage, toLettersPage } from './letter-pages.ts'
import { newsPage, toNewsPage } from './news-pages.ts'
import { noticesOf } from './notice-store.ts'
import { later } from './patience.ts'
import { retryLetter } from './retry-letter.ts'
import { seeNotices } from './see-notices.ts'

interface LetterUrl {
  Params: { letter: string }
}

/** Letters that went longer ago are not listed any more. */
const listedFor = 30 * 24 * 3600_000

export const mailRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    const sends = house.mailer !== null

    app.get('/letters', asks('readLetters'), async (request, reply) => {
      const letters = await listLetters(house.db, later(house.clock(), -listedFor))
      return lettersPage(reply, toLettersPage({ ...letters, sends }, wordsIn(languageOf(request))))
    })

    app.get<LetterUrl>('/letters/:letter', asks('readLetters'), async (request, reply) => {
      const letter = await getLetter(house.db, request.params.letter)
      if (letter.personId !== null)
        await noteLook(house, { actor: actorOf(request), kind: 'person', personId: letter.personId })
      return letterPage(reply, toLetterPage(letter, sends, wordsIn(languageOf(request))))
    })

    app.post<LetterUrl>('/letters/:letter/hand-over', asks('readLetters'), async (request, reply) => {
      await inWork(house, actorOf(request), (work) => handOverLetter(work, request.params.letter))
      leaveFlash(reply, 'mail.letter.handedOver', isSecure(house.config))
      return seeOther(reply, '/letters')
    })

    app.post<LetterUrl>('/letters/:letter/retry', asks('readLetters'), async (request, reply) => {
      await inWork(house, actorOf(request), (work) => retryLetter(work, request.params.letter))
      leaveFlash(reply, 'mail.letter.queuedAgain', isSecure(house.config))
      return seeOther(reply, '/letters')
    })

    app.get('/news', asks('useOwn'), async (request, reply) => {
      const notices = await noticesOf(house.db, actorOf(request).personId)
      return newsPage(reply, toNewsPage(notices, wordsIn(languageOf(request))))
    })

    /** Then on to wherever this person begins: the sign-in page knows where that is. */
    app.post('/news/seen', asks('useOwn'), async (request, reply) => {
      const read = readSeen(request.body)
      const until = read.ok ? read.value.until : instantOf(house.clock())
      await inWork(house, actorOf(request), (work) => seeNotices(work, until))
      return seeOther(reply, '/sign-in')
    })
  }

import { castPage, toCastPage } from '#demo/pages.ts'
import { wordsIn } from '#web/words.ts'

export const samples = [{ page: castPage, model: toCastPage(wordsIn('da')) }]

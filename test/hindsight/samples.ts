import { type JudgedModule, judgeModule } from '#hindsight/judged-module.ts'
import { moduleFiguresPage, toModuleFiguresPage } from '#hindsight/module-pages.ts'
import { figuresPage, toFiguresPage } from '#hindsight/pages.ts'
import { newTally } from '#hindsight/tally.ts'
import { wordsIn } from '#web/words.ts'
import { tinyCourse } from '../support/tiny-course.ts'

const w = wordsIn('da')
const paths = new Set(['police/da/quiz.md', 'police/da/01-why.md', 'police/da/situation.md'])
const [police] = tinyCourse.modules
if (!police) throw new Error('the tiny course has no module')

const nothing = judgeModule(police, newTally())
const tally = newTally()
tally.answers.set('question police call', new Map(Object.entries({ '["1"]': 3, '["2"]': 8 })))
tally.answers.set('question police numbers', new Map(Object.entries({ '["1","2","3"]': 6, '["2","1","3"]': 1 })))
tally.answers.set('question police age', new Map(Object.entries({ '["18"]': 6, '["16"]': 1 })))
tally.pages.set('page police why', { read: 12, on: 6 })
tally.ways.set('step police start', new Map([[1, 11]]))
tally.endings.set('situation police', new Map([['bad', 11]]))
const much: JudgedModule = judgeModule(police, tally)

export const samples = [
  { page: figuresPage, model: toFiguresPage(tinyCourse, [nothing], w) },
  { page: figuresPage, model: toFiguresPage(tinyCourse, [much], w) },
  { page: figuresPage, model: toFiguresPage(tinyCourse, Array(20).fill(much), w) },
  { page: moduleFiguresPage, model: toModuleFiguresPage(tinyCourse, nothing, { paths, w }) },
  { page: moduleFiguresPage, model: toModuleFiguresPage(tinyCourse, much, { paths: new Set<string>(), w }) },
  { page: moduleFiguresPage, model: toModuleFiguresPage(tinyCourse, much, { paths, w }) },
]

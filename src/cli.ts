import { coursesFolder } from '#config.ts'
import { checkCourses } from '#courses/check-courses.ts'

type Verb = (args: readonly string[]) => Promise<number>

/** The operator's verbs: `npm run cli -- <verb>`. Each prints what it did and gives the exit code. */
const verbs: Readonly<Record<string, Verb>> = {
  'check-courses': async ([folder = coursesFolder]) => {
    const { text, ok } = await checkCourses(folder)
    console.log(text)
    return ok ? 0 : 1
  },
}

const [name = '', ...args] = process.argv.slice(2)
const verb = verbs[name]
if (!verb) {
  console.error(`Usage: npm run cli -- <verb>\nVerbs: ${Object.keys(verbs).join(', ')}`)
  process.exitCode = 64
} else {
  process.exitCode = await verb(args)
}

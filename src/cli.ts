import { readFileSync } from 'node:fs'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { textOfFile } from '#base/text-of-file.ts'
import { ConfigFault, coursesFolder, readConfig } from '#config.ts'

/** sysexits.h: EX_USAGE, EX_CONFIG. */
const wrongUsage = 64
const wrongSettings = 78

type Values = Readonly<Record<string, string | boolean | undefined>>

interface Verb {
  /** What stands behind the verb's name. */
  usage: string
  does: string
  options?: NonNullable<ParseArgsConfig['options']>
  /** How few and how many words besides options. */
  words: readonly [fewest: number, most: number]
  /** Loads what it needs only now; prints what it did, gives the exit code, throws with a plain reason. */
  run(words: readonly string[], values: Values): Promise<number>
}

const demo = { demo: { type: 'boolean' } } as const
/** The settings as the server reads them. */
const settings = (values: Values) => readConfig(process.env, { demo: values.demo === true })

/** The operator's verbs: `npm run cli -- <verb>`. */
const verbs: Readonly<Record<string, Verb>> = {
  backup: {
    usage: '[--demo]',
    does: 'copies the database, also while the server runs, verifies the copy and prints its path last',
    options: demo,
    words: [0, 0],
    run: async (_words, values) => (await import('#keeping/backup-verb.ts')).backup(settings(values)),
  },
  restore: {
    usage: 'FILE [--demo]',
    does: 'puts a copy in the place of the database; the server has to be stopped',
    options: demo,
    words: [1, 1],
    run: async ([file], values) => (await import('#keeping/restore-verb.ts')).restore(settings(values), file as string),
  },
  doctor: {
    usage: '[--json] [--demo]',
    does: 'looks at settings, folder, disk, database, clock, mail and copies',
    options: { ...demo, json: { type: 'boolean' } },
    words: [0, 0],
    run: async (_words, { demo, json }) =>
      (await import('#keeping/doctor-verb.ts')).doctor(process.env, { demo: demo === true, json: json === true }),
  },
  'add-person': {
    usage: 'NAME LOGIN [--role association|trainer|partner] [--role manager --venue SHORT-NAME] [--demo]',
    does: 'enters a person, or gives somebody a role, and prints the link to hand over',
    options: { ...demo, role: { type: 'string' }, venue: { type: 'string' } },
    words: [2, 2],
    run: async ([name, login], values) => {
      const { role, venue } = values as { role?: string; venue?: string }
      const of = { name: name as string, login: login as string, role: role ?? null, venue: venue ?? null }
      return (await import('#keeping/add-person-verb.ts')).addPersonByHand(settings(values), of)
    },
  },
  'reset-link': {
    usage: 'LOGIN [--demo]',
    does: 'prints a link with which that person chooses a new password: once, within 24 hours',
    options: demo,
    words: [1, 1],
    run: async ([login], values) =>
      (await import('#keeping/reset-link-verb.ts')).resetLink(settings(values), login as string),
  },
  'check-courses': {
    usage: '[FOLDER]',
    does: 'checks course text: a table of what is there, every fault and every remark with file and line',
    words: [0, 1],
    run: async ([folder = coursesFolder]) => {
      const { text, ok } = await (await import('#proofreading/check-courses.ts')).checkCourses(folder)
      console.log(text)
      return ok ? 0 : 1
    },
  },
  'read-questions': {
    usage: 'FILE [--language da|en]',
    does: 'reads questions written as Moodle GIFT or Aiken: one JSON object a line, taken or refused with the reason',
    options: { language: { type: 'string' } },
    words: [1, 1],
    run: async ([file], { language }) => {
      const bytes = readFileSync(file as string)
      const { printQuestions } = await import('#interchange/print-questions.ts')
      process.stdout.write(printQuestions(textOfFile(bytes), language === 'da' ? 'da' : 'en'))
      return 0
    },
  },
}

const lines = Object.entries(verbs).map(([name, { usage, does }]) => `  ${`${name} ${usage}`.trimEnd()}\n      ${does}`)
const help = [
  'Usage: npm run cli -- <verb>',
  '',
  'Settings come from the environment, as for the server.',
  '',
  ...lines,
]

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  if (name === 'help' || name === '--help') {
    console.log(help.join('\n'))
    return 0
  }
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  const read = verb && readArgs(verb, args)
  if (!verb || !read) {
    console.error(verb ? `Usage: npm run cli -- ${name} ${verb.usage}` : help.join('\n'))
    return wrongUsage
  }
  try {
    return await verb.run(read.positionals, read.values as Values)
  } catch (error) {
    const faults =
      error instanceof ConfigFault ? error.faults : [error instanceof Error ? error.message : String(error)]
    for (const fault of faults) console.error(fault)
    return error instanceof ConfigFault ? wrongSettings : 1
  }
}

/** The words and options behind a verb, or null when they are not what it takes. */
function readArgs({ options = {}, words }: Verb, args: readonly string[]) {
  try {
    const read = parseArgs({ args: [...args], options, allowPositionals: true })
    const { length } = read.positionals
    return length >= words[0] && length <= words[1] ? read : null
  } catch {
    return null
  }
}

process.exitCode = await main(process.argv.slice(2))

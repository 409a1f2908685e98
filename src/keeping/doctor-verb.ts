import { systemClock } from '#base/clock.ts'
import { type Config, ConfigFault, readConfig } from '#config.ts'
import { checkMailServer } from '#mail/check-mail-server.ts'
import { examineCopies } from './examine-copies.ts'
import { examineDatabase } from './examine-database.ts'
import { examineFolder } from './examine-folder.ts'
import { type Finding, fault, ok } from './finding.ts'

type Env = Readonly<Record<string, string | undefined>>

/** `doctor`: one line for each thing. The exit code is 1 when there is a fault. Nothing is changed. */
export async function doctor(env: Env, { demo, json }: { demo: boolean; json: boolean }): Promise<number> {
  const findings = await examine(env, demo)
  if (json) console.log(JSON.stringify(findings, null, 2))
  else for (const { state, what, text } of findings) console.log(`${signs[state]} ${what.padEnd(11)} ${text}`)
  return findings.some((finding) => finding.state === 'fault') ? 1 : 0
}

const signs = { ok: 'OK     ', warning: 'WARNING', fault: 'FAULT  ' }

async function examine(env: Env, demo: boolean): Promise<Finding[]> {
  const { config, faults } = readAsFarAsPossible(env, demo)
  const settings =
    faults.length > 0 ? faults.map((text) => fault('settings', text)) : [ok('settings', 'all of them can be read')]
  if (!config) return settings
  return [
    ...settings,
    ok('program', `Node ${process.versions.node}`),
    ...examineFolder(config.dataDir),
    ...(await examineDatabase(config, systemClock)),
    ...examineCopies(config, systemClock()),
    await mail(config),
  ]
}

/** With wrong settings the rest is still worth looking at, in the folder they name. */
function readAsFarAsPossible(env: Env, demo: boolean): { config: Config | null; faults: readonly string[] } {
  try {
    return { config: readConfig(env, { demo }), faults: [] }
  } catch (error) {
    if (!(error instanceof ConfigFault)) throw error
    try {
      return { config: readConfig({ DATA_DIR: env.DATA_DIR }, { demo }), faults: error.faults }
    } catch {
      return { config: null, faults: error.faults }
    }
  }
}

async function mail({ smtpUrl, baseUrl }: Config): Promise<Finding> {
  if (!smtpUrl) return ok('mail', 'SMTP_URL is not set: the association hands letters over')
  const said = await checkMailServer(smtpUrl, baseUrl)
  return said === null ? ok('mail', 'the mail server takes our letters') : fault('mail', `the mail server: ${said}`)
}

import type { InBoth } from '#courses/course.ts'
import { localKeysIn } from '#courses/local.ts'
import { keptFiles } from '#courses/source-store.ts'
import type { Reading } from '#db/work.ts'
import { workingSha } from '#drafts/draft.ts'
import { textOfFile } from '#drafts/store.ts'
import { localFactsOf } from '#town/local-facts-store.ts'
import { addressKey } from '#town/local-values.ts'
import { courseSettingsIn } from './course-settings.ts'
import type { CourseStanding } from './find-standing.ts'
import { openYaml } from './rewrite-yaml.ts'

/**
 * A local fact of a course as it is being written. `unfilled`: the town has no text and the neutral one is not right everywhere. `undeclared`: the
 * text asks for it and `course.yaml` does not know it, so the course cannot be published.
 */
export interface LocalStanding {
  key: string
  label: InBoth
  state: 'undeclared' | 'unfilled' | 'filled' | 'usual' | 'address'
  /** What readers see now; null for what is undeclared. */
  shown: InBoth | null
  /** How many texts say it. */
  usedIn: number
}

const order: readonly LocalStanding['state'][] = ['undeclared', 'unfilled', 'filled', 'address', 'usual']

/** The local facts a course declares or asks for, what is missing first. */
export async function findLocal(db: Reading, { files }: Pick<CourseStanding, 'files'>): Promise<LocalStanding[]> {
  const texts = files.filter((file) => file.path.endsWith('.md')).flatMap((file) => workingSha(file) ?? [])
  const kept = await keptFiles(db, texts)
  const used = [...kept.values()].flatMap((bytes) => localKeysIn(new TextDecoder().decode(bytes)))
  const times = (key: string) => used.filter((one) => one === key).length

  const yaml = files.find((file) => file.path === 'course.yaml')
  const document = openYaml(yaml ? await textOfFile(db, workingSha(yaml)) : '')
  const declared = (document && courseSettingsIn(document).local) ?? []
  const town = await localFactsOf(db, null)
  const known = declared.map(({ key, label, neutral, usual }): LocalStanding => {
    const fact = town.find((one) => one.key === key)
    const state = fact ? 'filled' : key === addressKey ? 'address' : usual ? 'usual' : 'unfilled'
    const shown = fact ? both(fact.da || fact.en, fact.en || fact.da) : both(neutral.da, neutral.en)
    return { key, label: both(label.da, label.en), state, shown, usedIn: times(key) }
  })
  const strange = [...new Set(used)].filter((key) => !declared.some((one) => one.key === key))
  const undeclared = strange.map((key): LocalStanding => {
    return { key, label: both(key, key), state: 'undeclared', shown: null, usedIn: times(key) }
  })
  return [...undeclared, ...known].toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
}

const both = (da: string, en: string): InBoth => ({ da, en: en || da })

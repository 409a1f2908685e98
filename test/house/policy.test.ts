import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Actor, clockwork, may } from '#policy.ts'

const file = join(import.meta.dirname, 'policy.txt')
const actor = (personId: string, roles: Actor['roles'] = [], manages: string[] = []): Actor => ({
  personId,
  roles,
  manages,
})

/** The cast before a thing that is Ines', at Havnen. */
const cast: Readonly<Record<string, Actor>> = {
  'Ines (herself)': actor('ines'),
  'Marco (manager of Havnen)': actor('marco', ['manager'], ['havnen']),
  'Ada (trainer)': actor('ada', ['trainer']),
  'Olga (association)': actor('olga', ['association']),
  'Pernille (police)': actor('pernille', ['partner']),
  'Noor (works elsewhere)': actor('noor'),
  'Kim (manager elsewhere)': actor('kim', ['manager'], ['kilden']),
  'the system itself': clockwork,
}

const thing = { personId: 'ines', venueId: 'havnen', roles: [], worksAt: ['havnen'], onceAssociation: false }

function table(): string {
  const names = Object.keys(cast)
  const lines = Object.entries(may).map(([rule, judge]) => {
    const allowed = names.filter((name) => judge(cast[name] as Actor, thing))
    return `${rule.padEnd(20)} ${allowed.join(', ') || 'nobody'}`
  })
  return [
    'Who may do what, before something that belongs to Ines, who works at Havnen.',
    'What is not listed is not allowed. Made from src/policy.ts; a change here has to be wanted.',
    '',
    ...lines,
    '',
  ].join('\n')
}

test('who may do what is as it was agreed', () => {
  if (process.env.AGREE_POLICY) writeFileSync(file, table())
  expect(table()).toBe(readFileSync(file, 'utf8'))
})

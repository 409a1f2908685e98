import { chownSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lockFolder } from '#db/lock.ts'
import { askServer } from '#keeping/ask-server.ts'
import { answerRequests } from '#keeping/make-backup.ts'
import { runCli } from '../support/cli.ts'
import { newFolder, openTown } from './folder.ts'

const soon = { wait: 400, every: 50 }
const quietly = () => undefined

test('a server that does not answer is not waited for, and makes no copy later', async () => {
  const town = await openTown()
  const lock = lockFolder(town.dataDir)
  await expect(askServer(town.dataDir, quietly, soon)).rejects.toThrow('the server did not answer within')
  expect(await answerRequests(town.house)).toBeNull()
  lock.release()
})

test('a server that goes away while it is asked leaves it to whoever asked', async () => {
  const { dataDir } = await openTown()
  const lock = lockFolder(dataDir)
  setTimeout(() => lock.release(), 100)
  expect(await askServer(dataDir, quietly, { wait: 60_000, every: 50 })).toBeNull()
})

test('a copy that fails is told in the server’s own words', async () => {
  const town = await openTown()
  const lock = lockFolder(town.dataDir)
  const copyTo = () => Promise.reject(new Error('disk is full'))
  const asked = askServer(town.dataDir, quietly, { wait: 60_000, every: 50 })
  const failing = (async () => {
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      if ((await answerRequests({ ...town.house, copyTo }).catch(() => 'failed')) === 'failed') return
    }
  })()
  await expect(asked).rejects.toThrow('the copy was not made: disk is full')
  await failing
  lock.release()
})

test.runIf(process.getuid?.() === 0)(
  'a folder of another user is left alone: what is made in it, its server could not write',
  async () => {
    const dataDir = newFolder()
    chownSync(dataDir, 1234, 1234)
    for (const args of [['backup'], ['restore', 'x.db'], ['reset-link', 'olga@example.dk']]) {
      const { code, err } = await runCli(args, { DATA_DIR: dataDir })
      expect([args[0], code, err.trim()]).toEqual([
        args[0],
        1,
        `${dataDir} belongs to another user (1234): run this as that user`,
      ])
    }
  },
)

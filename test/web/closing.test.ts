import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { settleCast } from '../support/cast.ts'
import { openTestHouse } from '../support/house.ts'

test('a connection that a browser opened ahead and said nothing on does not keep the server from ending', async () => {
  const house = await openTestHouse()
  await settleCast(house)
  const app = await buildApp(house)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const silent = connect(port, '127.0.0.1')
  await once(silent, 'connect')
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200)

  const closed = app.close().then(() => 'closed')
  expect(await Promise.race([closed, setTimeout(10_000, 'still open')])).toBe('closed')
  silent.destroy()
  await closed
  await house.close()
}, 30_000)

test('an answer that is under way when the server ends is given to the end', async () => {
  const house = await openTestHouse()
  await settleCast(house)
  const app = await buildApp(house)
  const entered = Promise.withResolvers<void>()
  app.server.prependListener('request', () => entered.resolve())
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const answer = fetch(`http://127.0.0.1:${port}/`)
  await entered.promise
  const closed = app.close()
  expect(await (await answer).text()).toContain('Trygt Natteliv')
  await closed
  await house.close()
}, 30_000)

import type { FastifyInstance } from 'fastify'
import { parse } from 'node-html-parser'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { certificatesOf } from '#certificates/store.ts'
import { describePartnership } from '#people/describe-partnership.ts'
import { changeLogo } from '#town/change-logo.ts'
import { readLogo } from '#town/read-logo.ts'
import { earn } from '../certificates/earned.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'
import { pngOf } from './pictures.ts'

let house: TestHouse
let cast: Cast
let app: FastifyInstance

beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  app = await buildApp(house)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const signatory = { name: 'Karen Holm', title: 'formand' }
const putUp = async (width: number, height: number) => {
  const read = await readLogo(await pngOf(width, height))
  if (!read.ok) throw new Error(read.fault)
  await house.as(cast.olga, (work) => changeLogo(work, read.logo))
  return read.logo.sha256
}
const open = async (url: string, who: string) => app.inject({ url, headers: { cookie: await cookieOf(house, who) } })
const logoOn = async (number: string, who: string) =>
  parse((await open(`/certificates/${number}`, who)).body)
    .querySelector('.certificate .logo img')
    ?.getAttribute('src')

test('a certificate keeps the logo, the signatory and the name it was issued with', async () => {
  const before = await earn(house, cast, cast.noor)
  const first = await putUp(300, 100)
  await house.as(cast.olga, (work) => describePartnership(work, { signatory }))
  const number = await earn(house, cast, cast.ines)
  await putUp(200, 200)
  await house.as(cast.olga, (work) => changeLogo(work, null))
  await house.as(cast.olga, (work) => describePartnership(work, { name: 'Struer', signatory: null }))

  const [{ snapshot } = {}] = await certificatesOf(house.db, cast.ines)
  expect(snapshot).toMatchObject({ partnership: 'Holstebro', logo: first, signatory })
  expect(await logoOn(number, cast.ines)).toBe(`/logo/${first}.png`)
  expect((await open(`/certificates/${number}`, cast.ines)).body).toContain('Karen Holm, formand')
  expect(await logoOn(before, cast.noor)).toBeUndefined()

  const pdf = (await open(`/certificates/${number}.pdf`, cast.ines)).rawPayload.toString('latin1')
  expect(pdf).toContain('/Alt (Logo of Holstebro)')
  expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
  const figures = [...pdf.matchAll(/\/S \/Figure[\s\S]*?endobj/g)].map(([figure]) => figure)
  const boxOf = (alt: RegExp) =>
    figures
      .flatMap((one) => (alt.test(one) ? (/\/BBox \[(.*?)\]/.exec(one)?.[1] ?? []) : []))
      .map((box) => box.split(' ').map((x) => Math.round(Number(x))))
  expect(boxOf(/Logo of/)).toEqual([[638, 500, 780, 547]])
  expect(boxOf(/QR code/)).toEqual([[57, 150, 164, 258]])
})

test('verifying it tells neither who signed nor shows a logo', async () => {
  await putUp(300, 100)
  await house.as(cast.olga, (work) => describePartnership(work, { signatory }))
  const number = await earn(house, cast, cast.ines)
  const { body } = await app.inject(`/verify/${number}`)
  expect(body).toContain('Ines Sørensen')
  expect(body).not.toMatch(/Karen|\/logo\//)
})

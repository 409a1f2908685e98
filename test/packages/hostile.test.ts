import { expect, test } from 'vitest'
import { unpackCourse } from '#packages/unpack-course.ts'
import { bytesOf, type Made, manifestOf, packageOf, type Said, zipOf } from './zip-bytes.ts'

const course = { 'course.yaml': 'id: glas\n', 'glas/da/01-hvorfor.md': '# Et glas\n' }
const read = async (zip: Uint8Array) => {
  const unpacked = await unpackCourse(zip)
  return unpacked.ok ? 'taken' : unpacked.fault.code
}
const link = (0o120777 << 16) >>> 0

test('a package is taken, and what computers leave behind is passed over', async () => {
  const litter = ['__MACOSX/glas/._course.yaml', 'glas/.DS_Store', 'glas/Thumbs.db', 'glas/glas/desktop.ini', 'glas/']
  const unpacked = await unpackCourse(
    packageOf(
      course,
      litter.map((name) => ({ name })),
    ),
  )
  if (!unpacked.ok) throw new Error(unpacked.fault.code)
  expect(unpacked).toMatchObject({ courseId: 'glas', manifest: { exportedFrom: 'Struer', revision: null } })
  expect([...unpacked.files.keys()].toSorted()).toEqual(Object.keys(course).toSorted())
})

const more: readonly (readonly [string, Made, string])[] = [
  ['an absolute path', { name: '/etc/passwd' }, 'path'],
  ['a way up', { name: '../../etc/passwd' }, 'path'],
  ['a way up in the middle', { name: 'glas/../../x.md' }, 'path'],
  ['a way up among the litter', { name: '__MACOSX/../../x' }, 'path'],
  ['a way up that ends there', { name: 'glas/..' }, 'path'],
  ['backslashes', { name: 'glas\\da\\01-x.md' }, 'path'],
  ['a drive', { name: 'C:/glas/course.yaml' }, 'path'],
  ['a name with nothing after a zero', { name: 'glas/course.yaml\0.md' }, 'path'],
  ['no name', { name: '' }, 'path'],
  ['a link', { name: 'glas/glas/x.png', bytes: bytesOf('/etc/passwd'), attributes: link }, 'link'],
  ['a link called litter', { name: 'glas/.x', bytes: bytesOf('/etc/passwd'), attributes: link }, 'link'],
  ['a pipe', { name: 'glas/glas/x.png', attributes: (0o010777 << 16) >>> 0 }, 'link'],
  ['a locked file', { name: 'glas/glas/x.png', flags: 1 }, 'encrypted'],
  ['a zip in the zip', { name: 'glas/glas/more.zip' }, 'unknownFile'],
  ['a program', { name: 'glas/glas/x.exe' }, 'unknownFile'],
  ['a page of a browser', { name: 'glas/glas/da/01-x.html' }, 'unknownFile'],
  ['a file beside the course', { name: 'readme.md' }, 'unknownFile'],
  ['a file too deep', { name: 'glas/glas/da/more/01-x.md' }, 'unknownFile'],
  ['a name in other letters', { name: 'glas/glas/x\u0301.png' }, 'unknownFile'],
  ['the same name twice', { name: 'glas/course.yaml' }, 'twice'],
  ['a second course', { name: 'krus/course.yaml' }, 'severalFolders'],
  ['a way of packing nobody knows', { name: 'glas/glas/x.png', method: 12 }, 'brokenZip'],
  ['a page larger than a page', { name: 'glas/glas/da/02-x.md', bytes: new Uint8Array(100_001) }, 'fileTooLarge'],
  ['a bomb', { name: 'glas/glas/x.png', bytes: new Uint8Array(30_000_000) }, 'fileTooLarge'],
  ['a bomb that lies', { name: 'glas/glas/x.png', bytes: new Uint8Array(10_000_000), says: 10 }, 'brokenZip'],
  ['a picture that lies', { name: 'glas/glas/x.png', bytes: new Uint8Array(10), says: 20 }, 'brokenZip'],
  ['a file the manifest does not know', { name: 'glas/glas/da/02-x.md' }, 'extraFile'],
]

test.each(more)('%s is refused', async (_what, made, code) => {
  expect(await read(packageOf(course, [made]))).toBe(code)
})

const named = (names: readonly string[]): Made[] => names.map((name) => ({ name }))
const pictures = (count: number, size: number) =>
  named(Array.from({ length: count }, (_, n) => `glas/glas/p${n}.png`)).map((one) => ({
    ...one,
    bytes: new Uint8Array(size),
  }))
const thousands = (count: number, said?: Said) =>
  packageOf(course, named(Array.from({ length: count }, (_, n) => `.x${n}`)), said)

test.each([
  ['twenty megabytes in all', () => packageOf(course, pictures(80, 290_000)), 'tooLarge'],
  ['2,001 entries', () => thousands(1998), 'tooManyFiles'],
  ['two thousand that say they are ten', () => thousands(1000, { count: 10 }), 'brokenZip'],
  ['ten that say they are a hundred', () => thousands(7, { count: 100 }), 'brokenZip'],
  [
    'names that differ by their case',
    () => packageOf(course, named(['glas/glas/x.png', 'glas/Glas/x.png'])),
    'unknownFile',
  ],
  ['no manifest', () => zipOf([{ name: 'glas/course.yaml' }]), 'noManifest'],
  ['a manifest of nothing', () => zipOf([{ name: 'manifest.json', bytes: bytesOf('[]') }]), 'wrongManifest'],
  [
    'a manifest that is no JSON',
    () => zipOf([{ name: 'manifest.json', bytes: bytesOf('{"format"') }]),
    'wrongManifest',
  ],
  ['a manifest and nothing else', () => zipOf([manifestOf({})]), 'noFiles'],
  ['another course than it says', () => zipOf([manifestOf({}, 'krus'), { name: 'glas/course.yaml' }]), 'otherFolder'],
  ['a course called new', () => zipOf([manifestOf({}, 'new'), { name: 'new/course.yaml' }]), 'reservedId'],
  ['something else', () => Buffer.from('<!doctype html>'), 'notZip'],
  ['nothing', () => Buffer.alloc(0), 'notZip'],
  ['half of it', () => packageOf(course).subarray(0, 200), 'notZip'],
  ['something in front', () => packageOf(course, [], { before: bytesOf('#!/bin/sh\n') }), 'taken'],
  ['a second end within the comment', () => packageOf(course, [], { comment: zipOf([]) }), 'brokenZip'],
] as const)('%s: %#', async (_what, zip, code) => {
  expect(await read(zip())).toBe(code)
})

test('a hundred thousand entries are refused at once, whatever they say they are', async () => {
  const zip = zipOf(
    Array.from({ length: 100_000 }, (_, n) => ({ name: `.${n}`, method: 0 })),
    { count: 0 },
  )
  for (const count of [65_535, 34_464, 5]) {
    zip.writeUInt16LE(count, zip.length - 14)
    zip.writeUInt16LE(count, zip.length - 12)
    const start = performance.now()
    expect(await read(zip)).toBe('tooManyFiles')
    expect(performance.now() - start).toBeLessThan(100)
  }
})

test('a record for more than 65,535 entries is refused', async () => {
  const zip = packageOf(course)
  const locator = Buffer.concat([Buffer.from('PK\x06\x07'), Buffer.alloc(16)])
  const at = zip.length - 22
  expect(await read(Buffer.concat([zip.subarray(0, at), locator, zip.subarray(at)]))).toBe('tooManyFiles')
})

test('a changed file is told by name, and so is a missing one', async () => {
  const files = { 'course.yaml': bytesOf('id: glas\n'), 'glas/da/01-hvorfor.md': bytesOf('# Et glas\n') }
  const changed = zipOf([
    manifestOf(files),
    { name: 'glas/course.yaml', bytes: files['course.yaml'] },
    { name: 'glas/glas/da/01-hvorfor.md', bytes: bytesOf('# Et krus\n') },
  ])
  expect(await unpackCourse(changed)).toEqual({
    ok: false,
    fault: { code: 'changedFile', values: { name: 'glas/da/01-hvorfor.md' } },
  })
  const missing = zipOf([manifestOf(files), { name: 'glas/course.yaml', bytes: files['course.yaml'] }])
  expect(await unpackCourse(missing)).toEqual({
    ok: false,
    fault: { code: 'missingFile', values: { name: 'glas/da/01-hvorfor.md' } },
  })
})

test('any byte of a package may be wrong: it is refused, or taken as it was', async () => {
  const whole = packageOf(course)
  for (let at = 0; at < whole.length; at += 3) {
    const bent = Buffer.from(whole)
    bent[at] = (bent[at] as number) ^ 0xff
    const unpacked = await unpackCourse(bent)
    if (!unpacked.ok) continue
    expect([...unpacked.files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]).toSorted()).toEqual(
      Object.entries(course).toSorted(),
    )
  }
})

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readFolders } from '#courses/folder.ts'

const root = mkdtempSync(join(tmpdir(), 'folder-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('files are read by their paths; litter, links and files of megabytes are not', async () => {
  const courses = join(root, 'courses')
  mkdirSync(join(courses, 'b', 'm', 'da'), { recursive: true })
  mkdirSync(join(courses, 'a', '.git'), { recursive: true })
  writeFileSync(join(courses, 'README.md'), 'no course')
  writeFileSync(join(courses, 'b', 'm', 'da', '01-x.md'), '# X')
  writeFileSync(join(courses, 'a', 'course.yaml'), 'id: a')
  for (const litter of ['.DS_Store', 'Thumbs.db', 'course.yaml~', '.git/config'])
    writeFileSync(join(courses, 'a', litter), 'x')
  writeFileSync(join(courses, 'a', 'huge.svg'), Buffer.alloc(1_000_001))
  symlinkSync('/etc/passwd', join(courses, 'a', 'passwd.md'))

  const [a, b, ...more] = readFolders(courses)
  expect(more).toEqual([])
  expect([a?.id, a?.path, b?.path]).toEqual(['a', 'courses/a', 'courses/b'])
  expect([...(a?.files.keys() ?? [])]).toEqual(['course.yaml', 'huge.svg'])
  expect(a?.files.get('huge.svg')).toBeNull()
  expect(Buffer.from(b?.files.get('m/da/01-x.md') ?? []).toString()).toBe('# X')
})

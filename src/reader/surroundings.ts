import type { CourseFolder } from '#courses/folder.ts'

/** A text of a course with its place in it. */
export interface Placed {
  folder: CourseFolder
  path: string
}

const isPicture = (path: string) => !path.endsWith('.md') && !path.endsWith('.yaml')

/**
 * What of a folder is needed to read one file of it: the names of all, the contents of the file itself, of its twin, and of what both of them point
 * to. The rest is not sent to another thread and not read.
 */
export function surroundingsOf({ folder, path }: Placed): Placed {
  const inside = path.includes('/') ? path.slice(0, path.indexOf('/') + 1) : null
  const needed = new Set(neededFor(path))
  const files = [...folder.files]
    .filter(([name]) => inside === null || !name.includes('/') || name.startsWith(inside))
    .map(([name, bytes]) => [name, needed.has(name) && !isPicture(name) ? bytes : null] as const)
  return { folder: { ...folder, files: new Map(files) }, path }
}

/** The contents that reading one file takes, its own among them. */
export const neededFor = (path: string): string[] => [
  'course.yaml',
  path,
  ...neededIn(path.includes('/') ? path.slice(0, path.indexOf('/') + 1) : null, path),
]

function neededIn(inside: string | null, path: string): string[] {
  if (inside === null) return []
  const [, second = '', third] = path.split('/')
  if (third === undefined) return [`${inside}da/quiz.md`, `${inside}en/quiz.md`]
  const twin = `${inside}${second === 'da' ? 'en' : 'da'}/${third}`
  return [`${inside}module.yaml`, twin]
}

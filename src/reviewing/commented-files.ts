import type { Button, State } from '#web/parts.ts'
import type { Words } from '#web/words.ts'
import { changesUrl, editUrl, requestsUrl } from './addresses.ts'
import type { ReviewComment } from './comment.ts'
import { fileName } from './file-names.ts'
import { askedName } from './request.ts'

/** What was said of the texts of a course, and what those texts are now. */
export interface Commented {
  courseId: string
  /** Titles of its modules by id, in the course's order. */
  modules: ReadonlyMap<string, string>
  /** Newest first. */
  comments: readonly (ReviewComment & { by: string })[]
  /** The SHA-256 of its files by path. */
  now: ReadonlyMap<string, string>
  /** The texts that were spoken of, by their SHA-256. */
  texts: ReadonlyMap<string, string>
}

export interface CommentedModule {
  title: string
  files: readonly CommentedFile[]
}

interface CommentedFile {
  title: string
  /** Null when the text is not there any more. */
  edit: { url: string; label: string } | null
  comments: readonly ShownComment[]
}

interface ShownComment {
  text: string
  by: string
  state: State | null
  changes: { url: string; text: string } | null
  settle: Button | null
}

/** Module by module and text by text, what was spoken of last first. */
export function commentedModules(facts: Commented, w: Words): CommentedModule[] {
  const byPath = Map.groupBy(facts.comments, (one) => one.path)
  const paths = Map.groupBy([...byPath.keys()], (path) => path.split('/')[0] ?? '')
  return [...paths].map(([moduleId, ofModule]) => ({
    title: facts.modules.get(moduleId) ?? moduleId,
    files: ofModule.map((path) => commentedFile(path, byPath.get(path) ?? [], facts, w)),
  }))
}

function commentedFile(path: string, comments: Commented['comments'], facts: Commented, w: Words): CommentedFile {
  const now = facts.now.get(path)
  const title = fileName(path, facts.texts.get(now ?? '') ?? null, w)
  return {
    title,
    edit: now === undefined ? null : { url: editUrl(facts.courseId, path), label: w.t('reviewing.edit') },
    comments: comments.map((one) => shownComment(one, now, facts, w)),
  }
}

function shownComment(
  one: Commented['comments'][number],
  now: string | undefined,
  { courseId }: Commented,
  w: Words,
): ShownComment {
  const changed = one.sha256 !== null && one.sha256 !== now
  return {
    text: one.text,
    by: w.t('reviewing.saidBy', { name: askedName(one.by, w), instant: w.instant(one.writtenAt) }),
    state: one.settledAt === null ? null : { state: 'done', text: w.t('reviewing.settled') },
    changes: changed
      ? {
          url: changesUrl(courseId, one.id),
          text: now === undefined ? w.t('reviewing.textGone') : w.t('reviewing.textChanged'),
        }
      : null,
    settle:
      one.settledAt === null
        ? {
            action: `${requestsUrl(courseId)}/settle`,
            label: w.t('reviewing.settle'),
            kind: 'quiet',
            fields: { comment: one.id },
            about: one.by,
          }
        : null,
  }
}

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import view from '@fastify/view'
import Database from 'better-sqlite3'
import { Eta } from 'eta'
import Fastify from 'fastify'
import { type Generated, Kysely, SqliteDialect } from 'kysely'

/**
 * The bare stack: Fastify, eta, a sign-in look-up and three reads through stock Kysely, serving the bytes of our lesson page, and a
 * durable insert. Nothing of ours is in it. Started by the bench: node bare-server.ts FOLDER, where page.html is the page to serve.
 */
interface Bare {
  users: { id: string; name: string; language: string }
  sessions: { token_hash: string; user_id: string; expires_at: string }
  lessons: { id: string; title: string; html: string }
  progress: { user_id: string; lesson_id: string; read_at: string }
  courses: { id: string; title: string }
  answers: { id: Generated<number>; choice: string; at: string }
}

const folder = process.argv[2] as string
const page = readFileSync(join(folder, 'page.html'), 'utf8')
const [before = '', main = '', after = ''] = page.split(/(<main[\s\S]*<\/main>)/)

const sqlite = new Database(join(folder, 'bare.db'))
sqlite.pragma('journal_mode = WAL')
sqlite.pragma('synchronous = FULL')
sqlite.exec(`
  create table if not exists users (id text primary key, name text, language text);
  create table if not exists sessions (token_hash text primary key, user_id text, expires_at text);
  create table if not exists lessons (id text primary key, title text, html text);
  create table if not exists progress (user_id text, lesson_id text, read_at text, primary key (user_id, lesson_id));
  create table if not exists courses (id text primary key, title text);
  create table if not exists answers (id integer primary key, choice text, at text);
`)
const hash = (token: string) => createHash('sha256').update(token).digest('hex')
const put = (table: string, ...values: string[]) =>
  sqlite.prepare(`insert or replace into ${table} values (${values.map(() => '?').join(', ')})`).run(...values)
put('users', 'ines', 'Ines', 'da')
put('sessions', hash('ines'), 'ines', '2999-01-01')
put('lessons', 'why', 'Why', main)
put('progress', 'ines', 'why', '2026-01-01')
put('courses', 'basic', 'Basic course')

const db = new Kysely<Bare>({ dialect: new SqliteDialect({ database: sqlite }) })
const eta = new Eta({ views: folder, cache: true })
eta.loadTemplate('@layout', `${before}<%~ it.body %>${after}`)
eta.loadTemplate('@lesson', "<% layout('@layout') %><%~ it.lesson.html %><% if (!it.read) { %>new<% } %>")

const app = Fastify()
await app.register(view, { engine: { eta }, root: folder, production: true })
app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, async (_: unknown, text: string) =>
  Object.fromEntries(new URLSearchParams(text)),
)

app.get('/lesson', async (request, reply) => {
  const token = /session=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
  const user = await db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .selectAll()
    .where('token_hash', '=', hash(token))
    .executeTakeFirstOrThrow()
  const lesson = await db.selectFrom('lessons').selectAll().where('id', '=', 'why').executeTakeFirstOrThrow()
  const read = await db.selectFrom('progress').selectAll().where('user_id', '=', user.id).executeTakeFirst()
  const course = await db.selectFrom('courses').selectAll().where('id', '=', 'basic').executeTakeFirst()
  return reply.type('text/html; charset=utf-8').send(eta.render('@lesson', { user, lesson, read, course }))
})

app.post('/answer', async (request, reply) => {
  const { choice } = request.body as { choice: string }
  await db.insertInto('answers').values({ choice, at: new Date().toISOString() }).execute()
  return reply.redirect('/lesson', 303)
})

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
console.log('ready')

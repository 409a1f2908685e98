import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { openDoor } from './doors.ts'

interface Asset {
  type: string
  body: Buffer
  packed: Map<string, Promise<Buffer>>
}

/** The addresses of what a page needs besides its HTML, each with the hash of its content. */
export interface Assets {
  style: string
  htmx: string
  script: string
  icon: string
  /** Only where trainers write: what nobody else should have to fetch. */
  authoringStyle: string
  editorScript: string
  toolbarScript: string
  serve(app: FastifyInstance): void
}

const resolve = createRequire(import.meta.url).resolve
const own = (path: string) => readFileSync(join(import.meta.dirname, '../../static', path))
const ownText = (path: string) => own(path).toString()

const sheets =
  'tokens base site parts cards messages states forms questions exercise local tables pages paper slips front forced print pocket'.split(
    ' ',
  )

/** Laid on top where trainers write (layouts/site: `authoring: true`). */
const authoringSheets = ['changes', 'authoring', 'pictures', 'quiz-editing']

/** Pico's icons are `data:` pictures, which our content policy refuses; ours are shapes. */
const withoutPictures = (css: string) =>
  css.replace('@charset "UTF-8";', '').replaceAll(/--pico-icon-[\w-]+:url\("[^"]*"\);?/g, '')

const compact = (css: string) => css.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/\s+/g, ' ')

const pack: Record<string, (body: Buffer) => Promise<Buffer>> = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  gzip: (body) => promisify(gzip)(body, { level: 9 }),
}

/** Reads the static files and those of packages once. Pico stands in its own cascade layer, below our tokens and rules. */
export function openAssets(): Assets {
  const known = new Map<string, Asset>()
  const keep = (name: string, ending: string, type: string, body: Buffer): string => {
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12)
    const address = `/static/${name}.${hash}.${ending}`
    known.set(address, { type, body, packed: new Map() })
    return address
  }

  const pico = readFileSync(resolve('@picocss/pico/css/pico.classless.min.css')).toString()
  const layer = sheets.map((name) => ownText(`css/${name}.css`)).join('\n')
  const authoring = authoringSheets.map((name) => ownText(`css/${name}.css`)).join('\n')
  const toolbar = resolve('@github/markdown-toolbar-element')
  const style = `@layer pico, app;\n@layer pico {${withoutPictures(pico)}}\n@layer app {${compact(layer)}}\n`

  return {
    style: keep('site', 'css', 'text/css; charset=utf-8', Buffer.from(style)),
    htmx: keep('htmx', 'js', 'text/javascript; charset=utf-8', readFileSync(resolve('htmx.org/dist/htmx.min.js'))),
    script: keep('site', 'js', 'text/javascript; charset=utf-8', own('js/site.js')),
    authoringStyle: keep(
      'authoring',
      'css',
      'text/css; charset=utf-8',
      Buffer.from(`@layer app {${compact(authoring)}}\n`),
    ),
    editorScript: keep('editor', 'js', 'text/javascript; charset=utf-8', own('js/editor.js')),
    toolbarScript: keep('toolbar', 'js', 'text/javascript; charset=utf-8', readFileSync(toolbar)),
    icon: keep('icon', 'svg', 'image/svg+xml', own('icon.svg')),
    serve: (app) => serve(app, known),
  }
}

function serve(app: FastifyInstance, known: ReadonlyMap<string, Asset>): void {
  app.get('/static/*', openDoor, async (request, reply) => {
    const asset = known.get(request.url.split('?')[0] as string)
    if (!asset) return reply.callNotFound()
    reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding')
      .type(asset.type)
    const accepted = request.headers['accept-encoding'] ?? ''
    const encoding = Object.keys(pack).find((name) => accepted.includes(name))
    if (!encoding) return reply.send(asset.body)
    return reply.header('content-encoding', encoding).send(await packed(asset, encoding))
  })
}

/** Packed on first use and kept: packing well takes longer than a start may. */
function packed(asset: Asset, encoding: string): Promise<Buffer> {
  const known = asset.packed.get(encoding)
  if (known) return known
  const packing = (pack[encoding] as (body: Buffer) => Promise<Buffer>)(asset.body)
  asset.packed.set(encoding, packing)
  return packing
}

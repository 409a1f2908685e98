import type { FastifyInstance } from 'fastify'

export interface SiteRoute {
  method: string
  /** With its parameters: `/learning/:course`. */
  path: string
}

/** Every route of a site that is ready, as the router itself tells it. HEAD and the fallback are left out. */
export function siteMap(app: FastifyInstance): SiteRoute[] {
  const above: string[] = []
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const match = /^([│ ]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?$/.exec(line)
      if (!match) return []
      const depth = (match[1] as string).length / 4
      const path = depth === 0 ? '' : (above[depth - 1] as string) + (match[2] as string)
      above[depth] = depth === 0 ? '/' : path
      const methods = (match[3] ?? '').split(', ').filter((method) => method !== '' && method !== 'HEAD')
      return methods.map((method) => ({ method, path: path || '/' }))
    })
    .filter(({ path }) => path !== '/*')
}

/** The path with its parameters filled in; a parameter without a value throws. */
export function fillPath(path: string, values: Readonly<Record<string, string>>): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`${path}: nobody knows what :${name} is`)
    return value
  })
}

export const parametersOf = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map((match) => match[1] as string)

/** The path with its parameters filled in, `*` as well; a parameter without a value throws. */
export function fillPath(path: string, values: Readonly<Record<string, string>>): string {
  return path.replaceAll(/:(\w+)|\*$/g, (whole, name: string = whole) => {
    const value = values[name]
    if (value === undefined) throw new Error(`${path}: nobody knows what ${whole} is`)
    return value
  })
}

export const parametersOf = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map((match) => match[1] as string)

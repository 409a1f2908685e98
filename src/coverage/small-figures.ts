/** Groups of fewer people are not shown to partners: a figure would be about somebody (design.md section 10). */
export const fewest = 5

/** The places of the groups that are too small to show. Empty groups tell nothing about anybody and are shown. */
export const smallGroups = (sizes: readonly number[]): ReadonlySet<number> =>
  new Set([...sizes.entries()].filter(([, size]) => size > 0 && size < fewest).map(([place]) => place))

/**
 * The same for groups that together make a whole which is shown, too. Where the hidden ones would be fewer than five people, to be found
 * by subtracting the others from the whole, the next smallest is hidden with them.
 */
export function hiddenGroups(sizes: readonly number[]): ReadonlySet<number> {
  const bySize = [...sizes.entries()].filter(([, size]) => size > 0).sort(([, a], [, b]) => a - b)
  const hidden = new Map(bySize.filter(([, size]) => size < fewest))
  for (const [place, size] of bySize) {
    if (hidden.size === 0 || !canBeSubtracted([...hidden.values()])) break
    hidden.set(place, size)
  }
  return new Set(hidden.keys())
}

const canBeSubtracted = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0) < fewest

/** A poster's code as it is kept, however it was typed: any case, spaces and hyphens, O for 0, I or L for 1 (Crockford's base 32). */
export const joinCodeOf = (typed: string): string =>
  typed.toLowerCase().replaceAll(/[\s-]/g, '').replaceAll('o', '0').replaceAll(/[il]/g, '1')

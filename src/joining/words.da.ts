export const da = {}

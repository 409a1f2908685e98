/** Enough of a login to tell two apart, and no more: `i•••@example.dk`, `•••• 5678`. Null for none. */
export function maskedLogin(login: string | null): string | null {
  if (login === null) return null
  const [box = '', host] = login.split('@')
  return host === undefined ? `•••• ${login.slice(-4)}` : `${box.slice(0, 1)}•••@${host}`
}

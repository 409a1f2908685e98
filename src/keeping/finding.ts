/** What the doctor says about one thing. */
export interface Finding {
  what: string
  state: 'ok' | 'warning' | 'fault'
  text: string
}

export const ok = (what: string, text: string): Finding => ({ what, state: 'ok', text })
export const warning = (what: string, text: string): Finding => ({ what, state: 'warning', text })
export const fault = (what: string, text: string): Finding => ({ what, state: 'fault', text })

/** How long ago, roughly: `3 hours`. Milliseconds. */
export function roughly(time: number): string {
  const minutes = Math.round(Math.abs(time) / 60_000)
  if (minutes < 120) return minutes === 1 ? '1 minute' : `${minutes} minutes`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`
}

/** Bytes as people read them: `1.2 GB`. */
export function size(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  let value = bytes
  let unit = 0
  for (; value >= 1000 && unit < units.length - 1; unit++) value /= 1000
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`
}
